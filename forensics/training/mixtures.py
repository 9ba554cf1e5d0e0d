"""What a batch is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mixture:
    """What a batch holds. fakes: pictures of each pool of forgeries; pairs: untouched faces, each with one made of
    it, by families in these shares; untouched: untouched faces alone."""

    fakes: Mapping[str, int]
    pairs: int
    untouched: int
    families: Mapping[str, float]
    real_shares: Mapping[str, float]
    equal_sizes: bool
    """Make the larger faces of OpenForensics' forgeries smaller, so that size and sharpness do not give them away."""

    def without(self, left_out: Sequence[str]) -> "Mixture":
        """The same without some families or pools; pairs of the others take the places."""
        families = {name: share for name, share in self.families.items() if name not in left_out}
        total = sum(families.values())
        fakes = {pool: count for pool, count in self.fakes.items() if pool not in left_out}
        lost = sum(self.fakes.values()) - sum(fakes.values())
        return replace(
            self,
            fakes=fakes,
            pairs=self.pairs + lost // 2,
            untouched=self.untouched + lost % 2,
            families={name: share / total for name, share in families.items()},
        )


MIXTURES: dict[str, Mixture] = {
    "blends": Mixture(
        {"openforensics": 9, "stylegan": 2, "registered": 1},
        pairs=8,
        untouched=4,
        families={"self_blend": 1.0},
        real_shares={"openforensics": 0.45, "lfw-faces": 0.2, "stylegan-faces": 0.2, "multiface-photos": 0.15},
        equal_sizes=False,
    ),
    "all families": Mixture(
        {"openforensics": 4, "stylegan": 3, "registered": 1},
        pairs=10,
        untouched=4,
        families={
            "self_blend": 0.2,
            "identity_swap": 0.13,
            "hull_swap": 0.09,
            "patch_swap": 0.16,
            "reenactment": 0.09,
            "splice": 0.15,
            "retouch": 0.06,
            "resynthesis": 0.12,
        },
        real_shares={
            "openforensics": 0.35,
            "lfw-faces": 0.15,
            "stylegan-faces": 0.3,
            "multiface-photos": 0.12,
            "talking-heads": 0.08,
        },
        equal_sizes=True,
    ),
}
"""By name. Every source of untouched faces also lends faces to forge, so that no source is one class."""

POOLS = {
    "openforensics": ("openforensics-train", "identity_swap"),
    "stylegan": ("stylegan-faces", "resynthesis"),
    "registered": ("openforensics-pairs", "identity_swap"),
}
"""Pools of forgeries by others: how the names of their sources begin, and the family they belong to."""
