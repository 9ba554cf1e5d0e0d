"""From a fine-tuned network to a user's detector: what refuses it, what its card says, where it is written."""

import dataclasses
import hashlib
import math
import platform
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import mannwhitneyu
from sklearn.metrics import roc_auc_score

from forensics.decision.calibration import clopper_pearson
from forensics.detectors.registry import Detector, read_detector
from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.io.atomic_write import put_in_place, unfinished_folder
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.measurements.provenance import note_measured
from forensics.training.calibration_fit import with_calibration
from forensics.training.dataset import TrainingFace
from forensics.training.finetune import FinetuneResult, FinetuneSettings, hold_out_quarter
from forensics.training.loop import save_network
from forensics.training.stretch import TRAINED_PARTS
from forensics.training.user_images import UserImage
from forensics.types.model_card import DetectorCard, Measurement, write_card

MIN_AUC_BEFORE = 0.15
"""AUC under which a detector that saw none of the pictures contradicts their labels rather than misses a new attack."""

MIN_AUC_AFTER = 0.4
"""The same for one that was tuned on others like them."""

MAX_P_VALUE = 0.05
"""Probability with which scores that say nothing may separate the held-out pictures so well, at most."""

PAPERS = (
    "Z. Li, D. Hoiem: Learning without Forgetting, ECCV 2016",
    "M. Wortsman et al.: Robust fine-tuning of zero-shot models, CVPR 2022",
)


def publish_user_detector(
    tuned: FinetuneResult,
    base: Detector,
    pictures: Sequence[UserImage],
    name: str,
    settings: FinetuneSettings,
    folder: Path,
) -> Detector:
    """Write weights and card to `folder`, whole or not at all, and return the detector read back from there.

    Raises TrainingError where the held-out pictures speak against it: `nothing_learned`, or as `check_learned` does.
    """
    if tuned.alpha == 0:
        raise TrainingError(TrainingCode.NOTHING_GAINED, detector=base.card.name)
    folder.mkdir(parents=True, exist_ok=True)
    untouched, forged = ([p.face for p in pictures if p.face.manipulated is kind] for kind in (False, True))
    held_out = hold_out_quarter(untouched, forged, settings.seed).held_out
    manipulated = np.array([face.manipulated for face in held_out])
    with unfinished_folder(folder) as unfinished:
        weights, card_file = unfinished / f"{name}.safetensors", unfinished / f"{name}.json"
        save_network(tuned.network, weights)
        card = _card(base.card, tuned, pictures, held_out, name, settings)
        card = dataclasses.replace(card, weights_sha256=hashlib.sha256(weights.read_bytes()).hexdigest())
        write_card(card, card_file)
        detector = read_detector(name, unfinished)  # what half precision left of the weights is what gets measured
        scores = predict_scores(detector, held_out)
        check_learned(scores, manipulated)
        card = _with_thresholds(card, base.card, scores, manipulated)
        figures = _metrics(card, scores, predict_scores(base, held_out), manipulated)
        card = dataclasses.replace(card, figures=figures)
        write_card(card, card_file)
        note_measured(card_file, figures, whole=True)
        put_in_place(weights, folder / weights.name)
        put_in_place(card_file, folder / card_file.name)  # last: without its card a detector is not listed
    return read_detector(name, folder)


def predict_scores(detector: Detector, faces: Sequence[TrainingFace]) -> NDArray[np.float64]:
    """(n,) fake_score of each face, as an analysis would give it."""
    return np.array([detector.score([face.region()])[0].fake_score for face in faces])


def check_label_swap(base: Detector, faces: Sequence[TrainingFace], log: Callable[[str], None]) -> None:
    """Before any training. Raises TrainingError (`swapped_labels`)."""
    auc = float(roc_auc_score([face.manipulated for face in faces], predict_scores(base, faces)))
    log(f"{base.card.name} as it is tells your folders apart with an AUC of {auc:.3f}")
    if auc < MIN_AUC_BEFORE:
        raise TrainingError(TrainingCode.SWAPPED_BEFORE, detector=base.card.name, auc=auc)


def check_learned(scores: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> None:
    """scores, manipulated: (n,) of the held-out faces. Raises TrainingError: `swapped_labels`, `nothing_learned`."""
    auc = float(roc_auc_score(manipulated, scores))
    if auc < MIN_AUC_AFTER:
        raise TrainingError(TrainingCode.SWAPPED_AFTER, auc=auc)
    chance = mannwhitneyu(scores[manipulated], scores[~manipulated], alternative="greater").pvalue
    if chance > MAX_P_VALUE:
        raise TrainingError(TrainingCode.NO_BETTER_THAN_CHANCE, pictures=len(scores), auc=auc)


def _with_thresholds(
    card: DetectorCard, base: DetectorCard, scores: NDArray[np.float64], manipulated: NDArray[np.bool_]
) -> DetectorCard:
    """Calibrated on the held-out faces. Of their thresholds and the base's the stricter hold: a few faces cannot carry
    a lower one.
    """
    card = with_calibration(
        card, scores, manipulated, f"{len(scores)} of the user's pictures, kept back from the training"
    )
    found = card.thresholds
    signs, no_signs = max(found.signs, base.thresholds.signs), min(found.no_signs, base.thresholds.no_signs)
    return dataclasses.replace(card, thresholds=dataclasses.replace(found, signs=signs, no_signs=no_signs))


def _card(
    base: DetectorCard,
    tuned: FinetuneResult,
    pictures: Sequence[UserImage],
    held_out: Sequence[TrainingFace],
    name: str,
    settings: FinetuneSettings,
) -> DetectorCard:
    """All that is known before anything is measured."""
    forged = sum(picture.face.manipulated for picture in pictures)
    counts = f"{len(pictures) - forged} untouched and {forged} forged pictures of the user"
    limits = (
        f"Fine-tuned from {base.name!r} on {counts}. Figures, thresholds and likelihood ratio come from the "
        f"{len(held_out)} of them that were kept back, which also chose the network: so few give wide intervals. "
        "Pictures that resemble each other, such as frames of one video, make the figures better than they are.",
        f"The figures on the card of {base.name!r} do not hold for this detector.",
    )
    return dataclasses.replace(
        base,
        name=name,
        version="1",
        title=f"{base.title}, fine-tuned",
        papers=(*base.papers, *(paper for paper in PAPERS if paper not in base.papers)),
        training_data=(*base.training_data, f"Fine-tuning: {counts}"),
        training=_training_facts(base, tuned, pictures, held_out, name, settings),
        figures=(),
        known_limits=(*limits, *base.known_limits),
    )


def _training_facts(
    base: DetectorCard,
    tuned: FinetuneResult,
    pictures: Sequence[UserImage],
    held_out: Sequence[TrainingFace],
    name: str,
    settings: FinetuneSettings,
) -> dict[str, str]:
    facts = {key: str(value) for key, value in dataclasses.asdict(settings).items()}
    facts |= {name: told for name, told in base.training.items() if name == TRAINED_PARTS}
    facts |= {
        "command": _command_line(base.name, name, settings),
        "base detector": base.name,
        "SHA-256 of the base's weights": base.weights_sha256,
        "part of the way from the base's weights": f"{tuned.alpha:g}",
        "software": f"Python {platform.python_version()}, torch {version('torch')}, {platform.machine()}",
    }
    kept_back = {face.name for face in held_out if not face.manipulated}, {f.name for f in held_out if f.manipulated}
    for manipulated, kind in enumerate(("untouched", "forged")):
        for back, use in enumerate(("trained on", "kept back")):
            hashes = [
                picture.sha256
                for picture in pictures
                if picture.face.manipulated == manipulated and (picture.face.name in kept_back[manipulated]) == back
            ]
            facts[f"SHA-256 of the {len(hashes)} {kind} pictures {use}"] = " ".join(hashes)
    return facts


def _command_line(base: str, name: str, settings: FinetuneSettings) -> str:
    return (
        f"python -m forensics finetune --real DIR --fake DIR --name {name} --detector {base} --steps {settings.steps} "
        f"--seed {settings.seed}"
    )


def _metrics(
    card: DetectorCard, scores: NDArray[np.float64], before: NDArray[np.float64], manipulated: NDArray[np.bool_]
) -> tuple[Measurement, ...]:
    """before: (n,) scores of the base detector."""
    data, command = "the user's pictures, kept back from the training", card.training["command"]
    untouched, forged = scores[~manipulated], scores[manipulated]
    thresholds = card.thresholds

    def share(name: str, hits: NDArray[np.bool_]) -> Measurement:
        low, high = clopper_pearson(int(hits.sum()), len(hits))
        return Measurement(name, float(hits.mean()), low, high, len(hits), data, command)

    return (
        _auc_with_interval(Metric.AUC, scores, manipulated, data, command),
        _auc_with_interval(
            dataset_names.auc_before(card.training["base detector"]), before, manipulated, data, command
        ),
        share(Metric.FALSE_ALARMS, untouched >= thresholds.signs),
        share(Metric.DETECTED, forged >= thresholds.signs),
        share(Metric.MISSES, forged <= thresholds.no_signs),
    )


def _auc_with_interval(
    name: str, scores: NDArray[np.float64], manipulated: NDArray[np.bool_], data: str, command: str
) -> Measurement:
    """With the interval of as many independent trials as there are pairs of an untouched and a forged face that share
    none: a bootstrap of a few faces that happen to be told apart would promise an interval of no width.
    """
    auc = float(roc_auc_score(manipulated, scores))
    pairs = min(int(manipulated.sum()), int((~manipulated).sum()))
    low, high = clopper_pearson(math.floor(auc * pairs), pairs)[0], clopper_pearson(math.ceil(auc * pairs), pairs)[1]
    return Measurement(name, auc, low, high, len(scores), data, command)
