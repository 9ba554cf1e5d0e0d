"""From a trained network to a detector: weights, thresholds, calibration and card in the weights folder."""

import dataclasses
import hashlib
import json
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from forensics.corruption.registry import corrupt
from forensics.decision.quality_gate import fit_gate
from forensics.detectors.registry import Detector, read_detector
from forensics.faces.detection import crop_region
from forensics.network import NETWORKS, FaceNetwork, TelltaleNet
from forensics.training.calibration_fit import with_calibration
from forensics.training.dataset import TrainingFace
from forensics.training.forgery_kinds import ARCHIVE
from forensics.training.loop import Stage, TrainingSettings, load_network, save_network
from forensics.training.stretch import (
    MIXTURE,
    NETWORK,
    START_VERSION,
    TRAINED_PARTS,
    TrainingHistory,
    read_history,
    trained_parts_fact,
)
from forensics.types.analysis import FaceRegion, Frame
from forensics.types.model_card import Calibration, DetectorCard, Thresholds, write_card

TRAINING_DATA = (
    "OpenForensics (Le et al., ICCV 2021): 5,500 untouched and 5,500 forged face crops; CC BY 4.0, academic use",
    "Labeled Faces in the Wild (Huang et al., 2007): 1,300 untouched photographs; for research",
    "FFHQ photographs (500) and StyleGAN faces (550) (Karras et al., CVPR 2019); CC BY-NC-SA",
    "Faces of 459 untouched group photographs; CC0 and MIT sets",
)

ALL_FAMILIES = (
    "Frames of 10 untouched clips of talking people; MIT",
    "Forgeries of eight families made on the fly from untouched faces of these: self-blending, identity swap, "
    "polygon swap, low-resolution patch, reenactment, splicing, retouching, resynthesis by an autoencoder",
)

FORGERY_DESCRIPTIONS = {
    "blends": (
        "Self-blended forgeries made on the fly from untouched faces of these (Shiohara & Yamasaki, CVPR 2022)",
    ),
    "all families": ALL_FAMILIES,
    "today": (
        *ALL_FAMILIES,
        "Of the OpenForensics crops, since version 2, 4,000 of either class",
        "Three quarters of 2,020 forgeries by others, with 1,430 untouched counterparts: swaps of the Deepfake "
        "Detection Challenge (actors recur) and by inswapper, portraits by FLUX, SDXL, Stable Diffusion 2.1 and "
        "StyleGAN2, edits by StarGAN, faces driven by sound; research sets, not to be passed on",
        "111 large portraits by photographers; not to be passed on",
    ),
}
"""What the last stage's mixture adds to the training data."""

UNSEEN_KINDS_LIMITATIONS = (
    "It was trained on swaps, on forgeries made by our own code, and on StyleGAN faces. Of forgeries of other kinds it "
    "calls few: see the figures on kinds left out and on foreign-val. Some kinds it does not tell from untouched faces "
    "at all, montages by hand and faces made to talk among them. There a low score says nothing.",
)
SEEN_KINDS_LIMITATIONS = (
    "It was trained on swaps, on forgeries made by our own code, on StyleGAN faces, and on sixty to seven hundred "
    "forgeries of each of seven kinds by others. Of most of these seven it still calls few: see the figures on kinds "
    "kept back, which are of other pictures of them. So it does of kinds that it never saw: see those on foreign-val. "
    "Montages by hand it hardly tells from untouched faces. There a low score says nothing.",
    "The likelihood ratio for kinds it may not know is fitted on seven kinds that this version was trained on. They "
    f"and their untouched counterparts were therefore scored by version {START_VERSION}, which had seen none of them, "
    "and its scores were brought to this version's scale. The ratio holds as far as this version does on a new kind as "
    f"version {START_VERSION} did on these.",
)
"""What networks know, by the parts of a fit that they were trained on: none, or all that there are."""

LIMITATIONS = (
    "“No signs found” does not mean that a picture is genuine.",
    "The figures hold for a picture after at most a light recompression. Strong compression, small size, blur, filters "
    "and make-up lower them and can raise false alarms.",
    "Neighboring faces inside a crop, masks, glasses, hands and hard shadows can draw the mask.",
    "No figure was measured for single groups of people: age, skin, sex, pose. It may do worse on some of them.",
    "Likelihood ratios and stated error rates hold for pictures like those of the calibration set; the measured shares "
    "of false alarms say how far other photographs depart from them. That for kinds it may not know is fitted on a few "
    "such kinds: the next one may be harder.",
    "Persons in videos are judged by limits fitted on some hundred clips, nearly all photographs set in motion.",
)


VERSION, STRETCH_VERSION = "2", "3"

HISTORY_NOTES = {
    "telltale": "Stages 1 and 2 are those of version 1 (commit aa5517c), before the windows' stream and the family "
    "head were there; the command trains them in all stages. Stage 4 was broken off at 1,400 of 1,500 steps.",
    "btas2019": "Weights of version 1, calibrated anew: trained on the first two stages alone.",
}
"""What of the shipped weights' making the settings do not tell. To be emptied when they are trained anew."""

STREAM_WEIGHTS = (0.5, 0.5)
"""Weights of the whole crop's logit and the windows', in the class logit. By `benchmark ablation`, on foreign-val and
on OpenForensics faces that were watched while training: more of the windows gains little there and costs here."""


def publish(
    network: FaceNetwork,
    settings: TrainingSettings,
    faces: list[TrainingFace],
    data_hashes: dict[str, str],
    folder: Path,
) -> Detector:
    """Write weights and card to `folder` and return the detector read back from there."""
    facts = _training_facts(settings)
    facts |= _archive_hashes(data_hashes)
    return _publish(network, settings.network, VERSION, settings.stages[-1].mixture, facts, faces, folder)


def publish_stretch(checkpoint: Path, faces: list[TrainingFace], data_hashes: dict[str, str], folder: Path) -> Detector:
    """The same of the checkpoint of an endless training."""
    network = NETWORKS[NETWORK]()
    load_network(network, checkpoint)
    facts = _stretch_facts(read_history(checkpoint)) | _archive_hashes(data_hashes)
    return _publish(network.eval(), NETWORK, STRETCH_VERSION, MIXTURE, facts, faces, folder)


def _publish(
    network: FaceNetwork,
    name: str,
    number: str,
    mixture: str,
    facts: dict[str, str],
    faces: list[TrainingFace],
    folder: Path,
) -> Detector:
    if isinstance(network, TelltaleNet):
        network.weights.copy_(torch.tensor(STREAM_WEIGHTS))
    path = folder / f"{name}.safetensors"
    save_network(network, path)
    card = DetectorCard(
        name=name,
        version=number,
        title=network.title,
        architecture=network.architecture,
        weights_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        licence="Weights: for research and teaching, not for commerce, as the training data ask. Code: MIT.",
        papers=network.papers,
        training_data=TRAINING_DATA + FORGERY_DESCRIPTIONS[mixture],
        training=facts,
        input_size=network.input_size,
        thresholds=Thresholds(signs=0.5, no_signs=0.4, smallest_face=1),
        calibration=Calibration(1.0, 0.0, 1.0, 0, 0, "not yet calibrated"),
        figures=(),
        known_limits=(
            *(SEEN_KINDS_LIMITATIONS if trained_parts_fact(mixture) else UNSEEN_KINDS_LIMITATIONS),
            *LIMITATIONS,
        ),
    )
    write_card(card, folder / f"{name}.json")
    card = calibrate(read_detector(name, folder), faces)
    write_card(card, folder / f"{name}.json")
    return read_detector(name, folder)


def calibrate(detector: Detector, faces: list[TrainingFace]) -> DetectorCard:
    """The card with thresholds, calibration and gate fitted on the faces that were held out.

    The thresholds hold for these faces as they are and at the first level of the corruption ladder.
    """
    held_out = calibration_faces(faces)
    manipulated = np.array([face.manipulated for face in held_out])
    scores = predict_scores(detector, (face.region() for face in held_out))
    worn = predict_scores(detector, (_degraded(face) for face in held_out))
    data = "faces that neither trained nor chose the network: OpenForensics; LFW and FFHQ, untouched"
    card = with_calibration(detector.card, scores, manipulated, data, worn)
    return dataclasses.replace(card, gate=fit_gate(face.region() for face in held_out))


def calibration_faces(faces: list[TrainingFace]) -> list[TrainingFace]:
    """The faces a calibration is fitted on: they neither trained nor chose the network, one of a picture.

    After the `#` in the name of one of `kinds` stands which of its origin it is, in others which face of many.
    """
    single = [f for f in faces if "#" not in f.name or f.source.startswith(f"{ARCHIVE}/")]
    calibrating = [f for f in single if f.held_out and not f.kept_back and not f.watched]
    return [f for f in calibrating if not f.manipulated or f.source.startswith("openforensics-train")]


def predict_scores(detector: Detector, regions: Iterable[FaceRegion]) -> NDArray[np.float64]:
    """(n,) fake scores, one face at a time in memory."""
    return np.array([score for region in regions for score in detector.predict_scores([region])])


def _degraded(face: TrainingFace) -> FaceRegion:
    """The face after slight damage, the same at every call."""
    generator = np.random.default_rng(int(hashlib.sha1(face.name.encode()).hexdigest(), 16))
    return crop_region(Frame(0, 0.0, corrupt(face.pixels(), 1, generator)), 1, face.box, 1.0, None)


def _training_facts(settings: TrainingSettings) -> dict[str, str]:
    facts = {key: str(value) for key, value in dataclasses.asdict(settings).items() if key != "stages"}
    for number, stage in enumerate(settings.stages, start=1):
        facts[f"stage {number}"] = (
            f"{stage.mixture}: {stage.steps} steps of a schedule of {stage.schedule}, rate {stage.learning_rate:g}, "
            f"{stage.clean_share:.0%} lightly compressed"
        )
    facts["command"] = f"python -m forensics train --network {settings.network} --seed {settings.seed}"
    facts["batch"] = "32"
    facts["history"] = HISTORY_NOTES.get(settings.network, "")
    facts["software"] = f"Python {platform.python_version()}, torch {version('torch')}, {platform.machine()}"
    return facts


def _stretch_facts(seen: TrainingHistory) -> dict[str, str]:
    return {
        "network": NETWORK,
        "start": f"weights of version {START_VERSION}",
        "batches since": f"{seen.step:,}",
        "faces since": f"{seen.faces:,}, second views among them",
        "hours since": f"{seen.seconds / 3600:.1f}",
        **{f"stretch {number}": line for number, line in enumerate(seen.stretches, start=1)},
        TRAINED_PARTS: trained_parts_fact(MIXTURE),
        "command": "python -m forensics train --stretch CHECKPOINT --minutes MINUTES --seed SEED",
        "command of the last step": "python -m forensics train --stretch CHECKPOINT --tune STEPS --seed SEED",
    }


def _archive_hashes(data_hashes: dict[str, str]) -> dict[str, str]:
    return {f"sha256 of {name}.tar": digest for name, digest in data_hashes.items()}


def read_checkpoint(folder: Path, name: str) -> tuple[FaceNetwork, TrainingSettings]:
    """A network and its settings as `training.loop.train` left them in `folder`."""
    values = json.loads((folder / f"{name}.settings.json").read_text())
    values["stages"] = tuple(Stage(*stage) for stage in values["stages"])
    network = NETWORKS[name]()
    load_network(network, folder / f"{name}.safetensors")
    return network.eval(), TrainingSettings(**values)
