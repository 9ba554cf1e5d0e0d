"""What a detector is, and those that there are: shipped ones and the user's own, each with its card."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from torch import Tensor

from forensics.detectors.crop_detector import CropNetwork, OnProgress, ignore_progress
from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.faces.detection import SearchSettings
from forensics.facts import Fact
from forensics.io.user_data import detectors_folder, user_detector_names
from forensics.network import NETWORKS
from forensics.types.analysis import FaceFinding, FaceRegion, Frame, FrameFindings
from forensics.types.model_card import DetectorCard, read_card

WEIGHTS_FOLDER = Path(__file__).parents[1] / "weights"


class Detector(Protocol):
    """Finds and judges faces. Shared between threads and sessions.

    `forensics.detectors.crop_detector.CropDetector` finds them first and judges the crop of each; a network that does
    both in one pass, or that looks at several frames of a face, is another implementation.
    """

    @property
    def card(self) -> DetectorCard:
        """By whose thresholds its findings are decided."""

    def detect(
        self, frames: Sequence[Frame], search: SearchSettings, tick: OnProgress = ignore_progress
    ) -> list[FrameFindings]:
        """For each frame what is found in it. frames: one photograph, or frames of one video in the order of time."""

    def score(self, regions: Sequence[FaceRegion], tick: OnProgress = ignore_progress) -> list[FaceFinding]:
        """What is found in faces whose place is known, in the same order."""

    def predict_scores(self, regions: Sequence[FaceRegion], tick: OnProgress = ignore_progress) -> list[float]:
        """The scores of the same alone, in [0, 1]."""


class Loader(Protocol):
    """How a detector is made of weights."""

    def load(self, card: DetectorCard, tensors: Mapping[str, Tensor]) -> Detector:
        """Raises RuntimeError where the tensors are not this network's."""


DETECTORS: dict[str, Loader] = {name: CropNetwork(network) for name, network in NETWORKS.items()}
"""The networks, those of another kind beside NETWORKS, and the detectors shipped with each: `<name>.safetensors` and
`<name>.json` in the weights folder. A user's detector is one of these networks with other weights."""


def available_detectors() -> list[str]:
    """The shipped detectors, then the user's own, without the damaged ones."""
    return [*DETECTORS, *(name for name in _user_detector_names() if _load_error(name) is None)]


def broken_detector_messages() -> list[Fact]:
    """Why each of the user's detectors that cannot be used is unusable."""
    return [reason for name in _user_detector_names() if (reason := _load_error(name)) is not None]


def load_detector(name: str) -> Detector:
    """The shipped or the user's detector of that name, loaded once a process.

    Raises DetectorError: `unknown_detector`, or as `read_detector` does.
    """
    if name not in (*DETECTORS, *_user_detector_names()):
        known = ", ".join([*DETECTORS, *_user_detector_names()])
        raise DetectorError(DetectorCode.UNKNOWN_DETECTOR, name=repr(name), known=known)
    return _load(name, weights_dir(name), _written(name))


def _written(name: str) -> int:
    """When the card of a user's detector was written, in nanoseconds. Raises DetectorError (`damaged_card`)."""
    if name in DETECTORS:
        return 0
    card = detectors_folder() / f"{name}.json"
    try:
        return card.stat().st_mtime_ns
    except OSError as error:  # it went meanwhile
        raise DetectorError(DetectorCode.DAMAGED_CARD, file=card.name, reason=str(error.strerror)) from error


def weights_dir(name: str) -> Path:
    """Where the weights and the card of a detector lie."""
    return WEIGHTS_FOLDER if name in DETECTORS else detectors_folder()


def network_name(card: DetectorCard) -> str:
    """Which of the networks in `DETECTORS` the weights of a card belong to."""
    return str(card.training.get("network", card.name))


def _user_detector_names() -> list[str]:
    return [name for name in user_detector_names() if name not in DETECTORS]


def _load_error(name: str) -> Fact | None:
    try:
        load_detector(name)
    except DetectorError as error:
        return error.fact
    return None


@cache
def _load(name: str, folder: Path, _written: int) -> Detector:
    """_written: when a user's card was, so that one removed and made anew is not mistaken for its predecessor."""
    return read_detector(name, folder)


def read_detector(name: str, folder: Path) -> Detector:
    """The detector whose card and weights lie in `folder`.

    Raises DetectorError: `damaged_card`, `missing_weights`, `wrong_hash` or `wrong_weights`.
    """
    card = read_card(folder / f"{name}.json")
    if card.name != name or network_name(card) not in DETECTORS:
        raise DetectorError(DetectorCode.CARD_OF_ANOTHER, name=name, found=card.name, network=network_name(card))
    try:
        content = (folder / f"{name}.safetensors").read_bytes()
    except OSError as error:
        raise DetectorError(DetectorCode.MISSING_WEIGHTS, name=name, reason=str(error.strerror)) from error
    found = hashlib.sha256(content).hexdigest()
    if found != card.weights_sha256:
        raise DetectorError(DetectorCode.WRONG_HASH, name=name, found=found[:12], wanted=card.weights_sha256[:12])
    try:
        return DETECTORS[network_name(card)].load(card, load_tensors(content))
    except (SafetensorError, RuntimeError, ValueError, TypeError, LookupError) as error:
        raise DetectorError(DetectorCode.WRONG_WEIGHTS, name=name) from error
