"""Names of the families of forgeries of forensics/synthesis/families.py."""

from enum import StrEnum, auto


class FamilyName(StrEnum):
    """In the order in which a network answers: a new one comes last, and networks that were trained without it do not
    name it."""

    SELF_BLEND = auto()
    IDENTITY_SWAP = auto()
    HULL_SWAP = auto()
    PATCH_SWAP = auto()
    REENACTMENT = auto()
    SPLICE = auto()
    RETOUCH = auto()
    RESYNTHESIS = auto()


FAMILY_NAMES = tuple(FamilyName)
