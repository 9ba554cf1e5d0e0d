"""From a trained network to a detector: weights, thresholds, calibration and card in the weights folder."""

import dataclasses
import hashlib
import json
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
from torch import nn

from forensics.calibration import fit_calibration, fit_thresholds
from forensics.card import Calibration, DetectorCard, Thresholds, write_card
from forensics.detectors import DETECTORS, Detector, read_detector
from forensics.training.loop import Stage, TrainingSettings, load_network, save_network
from forensics.training.sources import TrainingFace

BTAS_PAPER = (
    "H. H. Nguyen, F. Fang, J. Yamagishi, I. Echizen: Multi-task Learning for Detecting and Segmenting Manipulated "
    "Facial Images and Videos, BTAS 2019, arXiv 1906.06876"
)

TRAINING_DATA = (
    "OpenForensics (Le et al., ICCV 2021): 5,500 untouched and 5,500 forged face crops; CC BY 4.0, academic use",
    "Labeled Faces in the Wild (Huang et al., 2007): 1,300 untouched photographs; for research",
    "FFHQ photographs (500) and StyleGAN faces (550) (Karras et al., CVPR 2019); CC BY-NC-SA",
    "Faces of 459 untouched group photographs; CC0 and MIT sets",
    "Self-blended forgeries made on the fly from the untouched faces of all of these (Shiohara & Yamasaki, CVPR 2022)",
)

LIMITS = (
    "It knows the forgeries it was trained on: swaps blended into a photograph, blends of a face with itself, and a "
    "few StyleGAN faces. On other kinds (montages, diffusion, video swaps) expect far less than the figures here.",
    "“No signs found” does not mean that a picture is genuine.",
    "The figures hold for a picture after at most a light recompression. Strong compression, small size, blur, filters "
    "and make-up lower them and can raise false alarms.",
    "Neighbouring faces inside a crop, masks, glasses, hands and hard shadows can draw the mask.",
    "No figure was measured for single groups of people: age, skin, sex, pose. It may do worse on some of them.",
    "The likelihood ratio holds for pictures like those of the calibration set, not for every case.",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a card says that no training changes."""

    title: str
    architecture: str
    papers: tuple[str, ...]


IDENTITIES: dict[str, Identity] = {
    "telltale": Identity(
        "Telltale multi-task network",
        "EfficientNet-Lite0 encoder to stride 16 from ImageNet weights; latent of two halves of 64 channels; the "
        "winning half goes to a Y-shaped decoder with a mask branch and a reconstruction branch",
        (
            BTAS_PAPER,
            "M. Tan, Q. V. Le: EfficientNet, ICML 2019 (Lite0 variant)",
            "K. Shiohara, T. Yamasaki: Detecting Deepfakes with Self-Blended Images, CVPR 2022",
            "T.-N. Le, H. H. Nguyen, J. Yamagishi, I. Echizen: OpenForensics, ICCV 2021, arXiv 2107.14480",
        ),
    ),
    "btas2019": Identity(
        "BTAS 2019 baseline",
        "Y-shaped autoencoder as in the paper: five stages of plain convolutions, latent of 128 × 16 × 16 in two "
        "halves, softmax of the two activations",
        (BTAS_PAPER,),
    ),
}


def publish(
    network: nn.Module,
    settings: TrainingSettings,
    faces: list[TrainingFace],
    data_hashes: dict[str, str],
    folder: Path,
) -> Detector:
    """Write weights and card to `folder` and return the detector read back from there."""
    name = settings.network
    path = folder / f"{name}.safetensors"
    save_network(network, path)
    identity = IDENTITIES[name]
    card = DetectorCard(
        name=name,
        version="1",
        title=identity.title,
        architecture=identity.architecture,
        weights_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        licence="Weights: for research and teaching, not for commerce, as the training data ask. Code: MIT.",
        papers=identity.papers,
        training_data=TRAINING_DATA,
        training=_training_facts(settings, data_hashes),
        input_size=DETECTORS[name].input_size,
        thresholds=Thresholds(signs=0.5, no_signs=0.4, smallest_face=1),
        calibration=Calibration(1.0, 0.0, 1.0, 0, 0, "not yet calibrated"),
        figures=(),
        known_limits=LIMITS,
    )
    write_card(card, folder / f"{name}.json")
    card = calibrate(read_detector(name, folder), faces)
    write_card(card, folder / f"{name}.json")
    return read_detector(name, folder)


def calibrate(detector: Detector, faces: list[TrainingFace]) -> DetectorCard:
    """The card with thresholds and calibration fitted on the faces that were held out."""
    usable = [f for f in faces if f.source != "multiface-photos"]  # faces of one photograph may lie on both sides
    held_out = [f for f in usable if f.held_out and (not f.manipulated or f.source.startswith("openforensics-train"))]
    scores = np.array([finding.fake_score for face in held_out for finding in detector.score([face.region()])])
    manipulated = np.array([face.manipulated for face in held_out])
    data = "faces held out of the training: OpenForensics; LFW and FFHQ (untouched only)"
    return dataclasses.replace(
        detector.card,
        thresholds=fit_thresholds(scores, manipulated),
        calibration=fit_calibration(scores, manipulated, data),
    )


def _training_facts(settings: TrainingSettings, data_hashes: dict[str, str]) -> dict[str, str]:
    facts = {key: str(value) for key, value in dataclasses.asdict(settings).items() if key != "stages"}
    for number, stage in enumerate(settings.stages, start=1):
        facts[f"stage {number}"] = (
            f"{stage.steps} steps of a schedule of {stage.schedule}, rate {stage.learning_rate:g}"
        )
    facts["command"] = f"python -m forensics train --network {settings.network} --seed {settings.seed}"
    facts["batch"] = "32"
    facts["software"] = f"Python {platform.python_version()}, torch {version('torch')}, {platform.machine()}"
    return facts | {f"sha256 of {name}.tar": digest for name, digest in data_hashes.items()}


def read_checkpoint(folder: Path, name: str) -> tuple[nn.Module, TrainingSettings]:
    """A network and its settings as `training.loop.train` left them in `folder`."""
    values = json.loads((folder / f"{name}.settings.json").read_text())
    values["stages"] = tuple(Stage(*stage) for stage in values["stages"])
    network = DETECTORS[name]()
    load_network(network, folder / f"{name}.safetensors")
    return network.eval(), TrainingSettings(**values)
