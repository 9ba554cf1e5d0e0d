"""The family of forgeries a face looks most like, in words: a hint for the examiner, never a finding of its own."""

from forensics.messages.catalogue import text
from forensics.types.analysis import FaceFinding, Verdict
from forensics.types.family_names import FAMILY_NAMES

MIN_PROBABILITY = 0.5
"""Probability of the first family: below it, the face looks more like all the others together."""


def predicted_family(finding: FaceFinding) -> str | None:
    """The family that the network names, None where it is unsure or names none."""
    if not finding.families:
        return None
    family, probability = finding.families[0]
    return family if family in FAMILY_NAMES and probability >= MIN_PROBABILITY else None


def family_description(family: str) -> str:
    """What a family is, for one of FAMILY_NAMES; for any other, that it is unknown."""
    return text("family", family=family)


def family_hint_sentence(finding: FaceFinding) -> str:
    """ "Looks most like: a blended face swap (hint, 62 %)".

    Empty where no signs were found or nothing was evaluated, and where the detector names no families.
    """
    if not finding.families or finding.decision.verdict not in (Verdict.SIGNS, Verdict.INCONCLUSIVE):
        return ""
    family = predicted_family(finding) or "unknown"
    return text("family-hint", family=family, percent=100 * finding.families[0].probability)
