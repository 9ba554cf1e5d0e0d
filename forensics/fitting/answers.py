"""What a network answered: one row a face in one state of its picture, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensics.io.atomic_write import atomic_path
from forensics.validation import require

FEATURE_NAMES = ("whole crop", "windows", "spread of windows", "mask", "mask outside the face", "reconstruction error")
"""What the network says of a face beside its class logit: logits of either stream, the range of the windows' logits,
the mask's mean inside the face box and outside, the mean error."""


@dataclass(frozen=True, eq=False)
class Answers:
    """n rows. logit: (n,) float64 of the fake score. group: (n,) str, of an untouched face its source, of a forged one
    its kind. manipulated: (n,) bool. known: (n,) bool, whether the network was trained on forgeries of this kind.
    face: (n,) str, the same in all states of one face. state: (n,) str, what was done to the picture. quality: (n,)
    str, the state in which the picture is by its measures, empty where the gate refused it. mask_share: (n,) float64 in
    [0, 1]. features: (n, F) float64, in the order of FEATURE_NAMES; NaN where the network has no such part.
    """

    logit: NDArray[np.float64]
    group: NDArray[np.str_]
    manipulated: NDArray[np.bool_]
    known: NDArray[np.bool_]
    face: NDArray[np.str_]
    state: NDArray[np.str_]
    quality: NDArray[np.str_]
    mask_share: NDArray[np.float64]
    features: NDArray[np.float64]

    def __post_init__(self) -> None:
        lengths = {len(getattr(self, field.name)) for field in fields(self)}
        require(len(lengths) == 1, f"all columns must be equally long, got {sorted(lengths)}")

    def __len__(self) -> int:
        return len(self.logit)

    def select(self, rows: NDArray[np.bool_]) -> "Answers":
        """These rows alone."""
        return Answers(*(getattr(self, field.name)[rows] for field in fields(self)))

    def with_logits(self, logits: NDArray[np.float64]) -> "Answers":
        """The same rows with other logits."""
        return Answers(logits, *(getattr(self, field.name) for field in fields(self)[1:]))

    @cached_property
    def kinds(self) -> list[str]:
        """Kinds of forgeries, in the order of their names."""
        return sorted(set(self.group[self.manipulated].tolist()))

    @cached_property
    def sources(self) -> list[str]:
        """Sources of untouched faces, in the order of their names."""
        return sorted(set(self.group[~self.manipulated].tolist()))

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """(n,): every kind weighs the same, every source does, and within one every face does, however many states of
        it there are; each class together as many as it has faces."""
        weights = np.zeros(len(self))
        for manipulated in (True, False):
            of_class = self.manipulated == manipulated
            groups = sorted(set(self.group[of_class].tolist()))
            total = len(set(self.face[of_class].tolist()))
            for group in groups:
                rows = of_class & (self.group == group)
                _, inverse, counts = np.unique(self.face[rows], return_inverse=True, return_counts=True)
                weights[rows] = total / len(groups) / len(counts) / counts[inverse]
        return weights


def concatenate(parts: Sequence[Answers]) -> Answers:
    """Several tables as one."""
    return Answers(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Answers)))


def save_answers(answers: Answers, path: Path) -> None:
    """One .npz without pickles."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(path) as unfinished, unfinished.open("wb") as file:
        np.savez_compressed(file, **{field.name: getattr(answers, field.name) for field in fields(answers)})


def load_answers(path: Path) -> Answers:
    with np.load(path, allow_pickle=False) as stored:
        return Answers(**{name: stored[name] for name in stored.files})
