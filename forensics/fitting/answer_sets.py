"""All answers that a fit or a report of kinds needs, made where they are not kept yet."""

from functools import partial
from pathlib import Path

from forensics.detectors.crop_detector import crop_detector
from forensics.detectors.registry import Detector
from forensics.fitting.answers import Answers, concatenate
from forensics.fitting.calibration_set import CALIBRATION_PARTS, FOREIGN_PREFIX, reporting_images
from forensics.fitting.scorers import find_scorers
from forensics.fitting.scoring import load_or_score_part
from forensics.fitting.states import AS_FOUND
from forensics.measurements.dataset_names import FOREIGN_PARTS
from forensics.training.forgery_kinds import KINDS

REPORTED_PARTS = (*(f"{FOREIGN_PREFIX}/{part}" for part in FOREIGN_PARTS), *KINDS)


def load_fitting_answers(detector: Detector, folder: Path, out: Path) -> Answers:
    """Answers on the faces that may fit, in every state, each part scored by a network that was not trained on it."""
    scorers = find_scorers(crop_detector(detector), folder, out / "fit")
    return concatenate([scorers.answers(part) for part in CALIBRATION_PARTS])


def load_reporting_answers(detector: Detector, folder: Path, out: Path) -> Answers:
    """Answers on the kinds' quarter that is kept back and on foreign-val, as found."""
    kept, states = out / "fit" / "reported", (AS_FOUND,)
    cropped = crop_detector(detector)
    return concatenate(
        [
            load_or_score_part(cropped, part, partial(reporting_images, part, folder), kept, states)
            for part in REPORTED_PARTS
        ]
    )
