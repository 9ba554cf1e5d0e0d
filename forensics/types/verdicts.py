"""What is said of a face or a person."""

from enum import StrEnum


class Verdict(StrEnum):
    """What is said of a face or a person, the most serious first; the values are those of JSON and CSV."""

    SIGNS = "signs of manipulation"
    INCONCLUSIVE = "inconclusive"
    NO_SIGNS = "no signs found"
    NOT_EVALUATED = "not evaluated"


class Leaning(StrEnum):
    """To which side an inconclusive answer leans."""

    TOWARDS = "towards manipulation"
    AWAY = "away from manipulation"
