"""The family of forgeries a face looks most like, in words: a hint for the examiner, never a finding of its own."""

from forensics.types import FaceFinding

WORDS = {
    "self_blend": "a blend of the face with itself",
    "identity_swap": "a blended face swap",
    "hull_swap": "a polygon face swap (FaceSwap)",
    "patch_swap": "a rectangular low-resolution patch (deepfake swap)",
    "reenactment": "moved mouth or eyes (reenactment)",
    "splice": "parts from another picture (montage)",
    "retouch": "retouching",
    "resynthesis": "a wholly generated face",
}
"""Of each family in `synthesis.families`; one that has no words here is shown as unknown."""

SMALLEST_PROBABILITY = 0.5
"""Of the first family: below it, the face looks more like all the others together."""


def named_family(finding: FaceFinding) -> str | None:
    """The family that the network names, None where it is unsure or names none."""
    if not finding.families:
        return None
    family, probability = finding.families[0]
    return family if family in WORDS and probability >= SMALLEST_PROBABILITY else None


def hint(finding: FaceFinding) -> str:
    """ "Looks most like: a blended face swap (hint, 62 %)".

    Empty where no signs were found or nothing was evaluated, and where the detector names no families.
    """
    if not finding.families or finding.decision.verdict not in ("signs of manipulation", "inconclusive"):
        return ""
    family = named_family(finding)
    if family is None:
        return "Looks most like: unknown (hint)"
    return f"Looks most like: {WORDS[family]} (hint, {finding.families[0].probability:.0%})".replace("%", " %")
