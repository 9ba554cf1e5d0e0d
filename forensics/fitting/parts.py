"""All answers that a fit or a report of kinds needs, made where they are not kept yet."""

from pathlib import Path

from forensics.detectors.registry import Detector
from forensics.fitting.answers import Answers, joined
from forensics.fitting.scorers import scorers
from forensics.fitting.scoring import answers_of
from forensics.fitting.states import AS_FOUND
from forensics.fitting.subjects import PARTS, TOUCHED, fitted_on, reported_on
from forensics.measurements.labels import FOREIGN_PARTS
from forensics.training.kinds import KINDS

REPORTED = (*(f"{TOUCHED}/{part}" for part in FOREIGN_PARTS), *KINDS)


def fitted_answers(detector: Detector, folder: Path, out: Path) -> Answers:
    """Of the faces that may fit, in every state, each part scored by a network that was not trained on it."""
    kept, whom = out / "fit" / "fitted", scorers(detector, folder, out / "fit")
    return joined([answers_of(whom[part], part, lambda part=part: fitted_on(part, folder), kept) for part in PARTS])


def reported_answers(detector: Detector, folder: Path, out: Path) -> Answers:
    """Of the kinds' quarter that is kept back and of foreign-val, as found."""
    kept, states = out / "fit" / "reported", (AS_FOUND,)
    return joined(
        [answers_of(detector, part, lambda part=part: reported_on(part, folder), kept, states) for part in REPORTED]
    )
