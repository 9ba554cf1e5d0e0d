"""All answers that a fit or a report of kinds needs, made where they are not kept yet."""

from functools import partial
from pathlib import Path

from forensics.detectors.crop_detector import crop_detector
from forensics.detectors.registry import Detector
from forensics.fitting.answers import Answers, joined
from forensics.fitting.calibration_set import PARTS, TOUCHED, fitted_on, reported_on
from forensics.fitting.scoring import answers_of
from forensics.fitting.states import AS_FOUND
from forensics.measurements.dataset_names import FOREIGN_PARTS
from forensics.training.forgery_kinds import KINDS

REPORTED = (*(f"{TOUCHED}/{part}" for part in FOREIGN_PARTS), *KINDS)


def fitted_answers(detector: Detector, folder: Path, out: Path) -> Answers:
    """Of the faces that may fit, in every state."""
    kept = out / "fit" / "fitted"
    cropped = crop_detector(detector)
    return joined([answers_of(cropped, part, partial(fitted_on, part, folder), kept) for part in PARTS])


def reported_answers(detector: Detector, folder: Path, out: Path) -> Answers:
    """Of the kinds' quarter that is kept back and of foreign-val, as found."""
    kept, states = out / "fit" / "reported", (AS_FOUND,)
    cropped = crop_detector(detector)
    return joined([answers_of(cropped, part, partial(reported_on, part, folder), kept, states) for part in REPORTED])
