from reasons import BETWEEN
from small_detector import small_card, small_card_with_evidence

from forensics.facts import Fact
from forensics.types.analysis import Decision
from forensics.types.model_card import Calibration
from forensics.types.reasons import ReasonCode

PLAIN, GRADED = small_card(), small_card_with_evidence()
WIDE = Calibration(1.0, 0.0, 6.0, 100, 100, "none")
NARROW = Calibration(1.0, 0.0, 2.0, 100, 100, "none", log10_floor=-1.0)
STRETCH = Fact(
    ReasonCode.STRETCH_BETWEEN,
    {
        **{"score": 0.7, "low": 0.6, "high": 0.8, "sightings": 9, "start": 0.0, "end": 2.0, "everything": True},
        **{"no_signs": 0.2, "signs": 0.8},
    },
)


def signs(ratio, known=None, share=None):
    return Decision("signs of manipulation", ratio, BETWEEN, known, share)


def between(ratio, known=None, share=None, reason=BETWEEN):
    return Decision("inconclusive", ratio, reason, known, share)


def nothing(ratio, known=None):
    return Decision("no signs found", ratio, BETWEEN, known, None if known is None else 0.9)
