"""A reason for decisions that are made by hand."""

from forensics.facts import Fact
from forensics.types.reasons import ReasonCode

BETWEEN = Fact(ReasonCode.SCORE_BETWEEN, {"score": 0.5, "no_signs": 0.1, "signs": 0.9})
TOO_SMALL = Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 5, "least": 8})
