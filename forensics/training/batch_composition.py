"""What a batch is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.synthesis.families import FAMILIES
from forensics.training.forgery_kinds import kind_source
from forensics.types.family_names import FamilyName


@dataclass(frozen=True, slots=True)
class BatchComposition:
    """What a batch holds. fakes: pictures of each pool of forgeries; pairs: untouched faces, each with one made of
    it, by families in these shares; untouched: untouched faces alone."""

    fakes: Mapping[str, int]
    pairs: int
    untouched: int
    families: Mapping[str, float]
    real_shares: Mapping[str, float]
    equal_sizes: bool = False
    """Make the larger faces of OpenForensics' forgeries smaller, so that size and sharpness do not give them away."""
    face_sides: tuple[float, float] | None = None
    """Range in pixels from which a size is drawn for every face, forged or not; larger faces are made as small."""
    tight_share: float = 0.0
    """Share of the pictures that end closely around the face, as some kinds of forgeries always do."""
    second_views: int = 0
    """Faces of a batch of which it holds another view at its end: another re-encoding, another cut."""
    pools_first: bool = False
    """Places of what is left out go to the other pools of forgeries, rather than to pairs of our own families."""

    def without(self, left_out: Sequence[str]) -> "BatchComposition":
        """The same without some families or pools; pairs of the others, or the other pools, take the places.

        Raises TrainingError where a name is neither.
        """
        unknown = [name for name in left_out if name not in self.families and name not in FORGERY_SOURCES]
        if unknown:
            raise TrainingError(TrainingCode.UNKNOWN_IN_MIXTURE, came=repr(unknown[0]))
        families = {name: share for name, share in self.families.items() if name not in left_out}
        total = sum(families.values())
        families = {name: share / total for name, share in families.items()}
        fakes = {pool: count for pool, count in self.fakes.items() if pool not in left_out}
        lost = sum(self.fakes.values()) - sum(fakes.values())
        pairs, untouched = (self.pairs, self.untouched) if families else (0, self.untouched + self.pairs)
        lost += self.pairs - pairs
        if self.pools_first and fakes:
            return replace(self, fakes=_distribute(fakes, lost), pairs=pairs, untouched=untouched, families=families)
        pairs, untouched = (pairs + lost // 2, untouched + lost % 2) if families else (0, untouched + lost)
        return replace(self, fakes=fakes, pairs=pairs, untouched=untouched, families=families)


def _distribute(fakes: Mapping[str, int], places: int) -> dict[str, int]:
    """The pools with so many places more, one each in turn, the largest first."""
    order = sorted(fakes, key=lambda pool: -fakes[pool])
    return {pool: count + len(range(order.index(pool), places, len(order))) for pool, count in fakes.items()}


OWN_FAMILY_SHARES: dict[str, float] = {name: family.share for name, family in FAMILIES.items()}
"""Shares of the families made on the fly."""

COMPOSITIONS: dict[str, BatchComposition] = {
    "blends": BatchComposition(
        {"openforensics": 9, "stylegan": 2, "registered": 1},
        pairs=8,
        untouched=4,
        families={FamilyName.SELF_BLEND: 1.0},
        real_shares={"openforensics": 0.45, "lfw-faces": 0.2, "stylegan-faces": 0.2, "multiface-photos": 0.15},
        equal_sizes=False,
    ),
    "all families": BatchComposition(
        {"openforensics": 4, "stylegan": 3, "registered": 1},
        pairs=10,
        untouched=4,
        families=OWN_FAMILY_SHARES,
        real_shares={
            "openforensics": 0.35,
            "lfw-faces": 0.15,
            "stylegan-faces": 0.3,
            "multiface-photos": 0.12,
            "talking-heads": 0.08,
        },
        equal_sizes=True,
    ),
    "today": BatchComposition(
        {
            "openforensics": 2,
            "stylegan": 1,
            "registered": 1,
            "dfdc": 2,
            "inswapper": 1,
            "diffusion": 1,
            "sd21": 1,
            "stylegan2": 1,
            "stargan": 1,
            "talking": 1,
        },
        pairs=4,
        untouched=12,
        families=OWN_FAMILY_SHARES,
        real_shares={
            "openforensics": 0.22,
            "lfw-faces": 0.08,
            "stylegan-faces": 0.13,
            "multiface-photos": 0.08,
            "talking-heads": 0.04,
            "portraits-large": 0.11,
            kind_source("dfdc"): 0.17,
            kind_source("inswapper"): 0.05,
            kind_source("stargan"): 0.06,
            kind_source("talking"): 0.06,
        },
        face_sides=(96, 400),
        tight_share=0.2,
        second_views=4,
        pools_first=True,
    ),
}
"""By name. Every source of untouched faces also lends faces to forge, so that no source is one class."""

FAMILY_OF_KIND = {
    "dfdc": FamilyName.IDENTITY_SWAP,
    "inswapper": FamilyName.IDENTITY_SWAP,
    "diffusion": FamilyName.RESYNTHESIS,
    "sd21": FamilyName.RESYNTHESIS,
    "stylegan2": FamilyName.RESYNTHESIS,
    "stargan": FamilyName.RESYNTHESIS,
    "talking": FamilyName.REENACTMENT,
}
"""Families of our own that stand for kinds of forgeries by others."""

FORGERY_SOURCES = {
    "openforensics": ("openforensics-train", FamilyName.IDENTITY_SWAP),
    "stylegan": ("stylegan-faces", FamilyName.RESYNTHESIS),
    "registered": ("openforensics-pairs", FamilyName.IDENTITY_SWAP),
    **{kind: (kind_source(kind), family) for kind, family in FAMILY_OF_KIND.items()},
}
"""Pools of forgeries by others: how the names of their sources begin, and the family they belong to."""
