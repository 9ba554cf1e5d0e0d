"""Every subject of a fit through a detector, in every state; kept part by part, so that a broken run goes on."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from forensics.decision.image_quality import quality_state
from forensics.decision.quality_gate import measure_quality, rejection_reason
from forensics.detectors.crop_detector import CropDetector
from forensics.faces.detection import crop_region, shared_face_detector
from forensics.fitting.answers import Answers, load_answers, save_answers
from forensics.fitting.calibration_set import CalibrationImage
from forensics.fitting.states import AS_FOUND, STATES, StateImage
from forensics.media.image import decode_image, probe_image
from forensics.network import NetworkInput, NetworkOutput, TelltaleNet
from forensics.training.dataset import MIN_TRAINING_FACE_SIDE, central_face
from forensics.types.analysis import AnalysisSettings, FaceRegion, Frame

GROUP_PHOTOGRAPHS = "group photographs"
"""Archive part in whose pictures every face counts, not the central one alone: all are untouched."""


def load_or_score_part(
    detector: CropDetector,
    part: str,
    subjects: Callable[[], Iterable[CalibrationImage]],
    folder: Path,
    states: Sequence[str] = tuple(STATES),
) -> Answers:
    """The answers of one part, kept in `folder` by the weights they are of."""
    path = folder / detector.card.weights_sha256[:12] / f"{part.replace('/', '-').replace(' ', '-')}.npz"
    if not path.is_file():
        some = tqdm(list(subjects()), desc=part, mininterval=10)
        save_answers(_to_answers([row for subject in some for row in _score_image(detector, subject, states)]), path)
    return load_answers(path)


AnswerRow = tuple[float, str, bool, bool, str, str, str, float, list[float]]


def _to_answers(rows: list[AnswerRow]) -> Answers:
    logit, group, manipulated, known, face, state, quality, mask_share, features = zip(*rows, strict=True)
    return Answers(
        np.array(logit),
        np.array(group, str),
        np.array(manipulated, bool),
        np.array(known, bool),
        np.array(face, str),
        np.array(state, str),
        np.array(quality, str),
        np.array(mask_share),
        np.array(features),
    )


def _score_image(detector: CropDetector, subject: CalibrationImage, states: Sequence[str]) -> Iterator[AnswerRow]:
    frame = decode_image(probe_image(subject.content, "fit"))
    for number, region in enumerate(_detect_faces(subject, frame)):
        name = f"{subject.name}#{number}"
        generator = np.random.default_rng(int(hashlib.sha1(name.encode()).hexdigest()[:12], 16))
        made = {state: STATES[state](StateImage(frame.pixels, region.box), generator) for state in states}
        regions = [
            region if state == AS_FOUND else crop_region(Frame(0, 0.0, picture.pixels), 1, picture.box, 1.0, None)
            for state, picture in made.items()
        ]
        views = detector.preprocess(regions)
        with detector.lock, torch.inference_mode():
            output = detector.network(views)
            windows = _window_logits(detector.network, views)
        for i, (state, region_of_state) in enumerate(zip(made, regions, strict=True)):
            quality = _quality_state_name(detector, region_of_state)
            share, features = _features(region_of_state, output, windows, views, i)
            yield (
                *(float(output.logit[i]), subject.group, subject.manipulated, subject.known),
                *(name, state, quality, share, features),
            )


def _detect_faces(subject: CalibrationImage, frame: Frame) -> list[FaceRegion]:
    regions, _ = shared_face_detector().detect(frame, AnalysisSettings().max_faces)
    if subject.group == GROUP_PHOTOGRAPHS:
        return [r for r in regions if min(r.box.width, r.box.height) >= MIN_TRAINING_FACE_SIDE]
    face = central_face(regions, frame.pixels.shape[1], frame.pixels.shape[0])
    return [] if face is None else [face]


def _quality_state_name(detector: CropDetector, region: FaceRegion) -> str:
    measured = measure_quality(region)
    return (
        "" if rejection_reason(region, detector.card, measured) is not None else quality_state(region, measured).value
    )


def _window_logits(network: torch.nn.Module, views: NetworkInput) -> torch.Tensor | None:
    """(B, K) logits of the windows, each on its own; None where the network sees none."""
    if not isinstance(network, TelltaleNet):
        return None
    alone, _ = network.traces(views.windows.flatten(0, 1)[:, None])  # of a single window it is that one's own logit
    return alone.unflatten(0, views.windows.shape[:2])


def _features(
    region: FaceRegion, output: NetworkOutput, windows: torch.Tensor | None, views: NetworkInput, i: int
) -> tuple[float, list[float]]:
    mask = output.mask_logits[i, 0].sigmoid().numpy()
    side = len(mask)
    inner = np.zeros(mask.shape, bool)
    longer, cut, box = max(region.crop.shape[:2]), region.crop_box, region.box
    edges = (
        np.array([box.left - cut.left, box.top - cut.top, box.right - cut.left, box.bottom - cut.top]) * side
    ) // longer
    inner[edges[1] : edges[3], edges[0] : edges[2]] = True
    error = (output.reconstruction[i].clamp(0, 1) - views.squares[i]).abs().mean()
    nan = float("nan")
    streams = [nan, nan] if output.stream_logits is None else output.stream_logits[i].tolist()
    spread = nan if windows is None else float(windows[i].max() - windows[i].min())
    inside = float(mask[inner].mean()) if inner.any() else nan
    outside = float(mask[~inner].mean()) if not inner.all() else nan
    return float((mask >= 0.5).mean()), [*streams, spread, inside, outside, float(error)]
