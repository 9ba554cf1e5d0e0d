"""The pictures that a fit looks at: untouched ones of many sources, forgeries of many kinds."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from forensics.training import forgery_kinds
from forensics.training.dataset import TrainingFace, members
from forensics.types.analysis import Box

MOST_OF_A_KIND = 120
"""Pictures of one kind or source, of either class: each weighs the same, and more of one only takes longer."""

MOST_OF_THE_KNOWN = 400
"""The same of OpenForensics, on which alone the ratio for known kinds is fitted."""

PORTRAITS = "portraits-large"


class Subject(NamedTuple):
    """One picture of an archive; its label is that of its central face. group: the source of an untouched one, the kind
    of a forged one. known: whether the kind is one that the network was trained on."""

    name: str
    group: str
    manipulated: bool
    known: bool
    content: bytes


PARTS = ("openforensics", "lfw", "stylegan", "group photographs", "portraits", *forgery_kinds.KINDS)
"""What a fit is made of, one after the other."""

TOUCHED = "foreign-val"


def fitted_on(part: str, folder: Path) -> Iterator[Subject]:
    """The pictures of a part that may fit: they neither trained nor chose the network, and report nothing."""
    if part in forgery_kinds.KINDS:
        yield from _of_kind(part, folder, kept_back=False)
    elif part == "portraits":
        yield from _some(Subject(f"{PORTRAITS}/{name}", part, False, False, c) for name, c in _read(folder, PORTRAITS))
    else:
        archives = {
            "openforensics": ("openforensics-train-00", "openforensics-train-01"),
            "lfw": ("lfw-faces",),
            "stylegan": ("stylegan-faces",),
            "group photographs": ("multiface-photos",),
        }[part]
        found = ((f"{archive}/{name}", content) for archive in archives for name, content in _read(folder, archive))
        most = MOST_OF_THE_KNOWN if part == "openforensics" else MOST_OF_A_KIND
        yield from _some((_of_training(part, name, c) for name, c in found if _calibrates(name)), most)


def reported_on(part: str, folder: Path) -> Iterator[Subject]:
    """The quarter of a kind that is kept back, or of `foreign-val/PART` all."""
    if part in forgery_kinds.KINDS:
        yield from _of_kind(part, folder, kept_back=True)
        return
    wanted = part.removeprefix(f"{TOUCHED}/")
    for name, content in _read(folder, TOUCHED):
        if name.startswith((f"{wanted}/fake/", f"{wanted}/real/")):
            yield Subject(f"{TOUCHED}/{name}", part, "/fake/" in name, False, content)


def _calibrates(name: str) -> bool:
    """Whether the picture of that name, archive first, neither trained nor was watched."""
    face = TrainingFace(name, "", False, b"", Box(0, 0, 1, 1), np.zeros((468, 2), np.float32))
    return face.held_out and not face.watched


def _of_training(part: str, name: str, content: bytes) -> Subject:
    manipulated = "/fake/" in name
    group = "ffhq" if part == "stylegan" and not manipulated else part
    return Subject(name, group, manipulated, manipulated, content)


def _of_kind(kind: str, folder: Path, kept_back: bool) -> Iterator[Subject]:
    names = ((n, c) for n, c in _read(folder, forgery_kinds.ARCHIVE) if forgery_kinds.kind_of(n) == kind)
    some = ((n, c) for n, c in names if forgery_kinds.kept_back(n) == kept_back)
    subjects = (Subject(f"{forgery_kinds.ARCHIVE}/{n}", kind, "/fake/" in n, False, c) for n, c in some)
    yield from subjects if kept_back else _some(subjects)


def _some(subjects: Iterable[Subject], most: int = MOST_OF_A_KIND) -> Iterator[Subject]:
    """At most so many of either class, the same ones each time, in an order that has nothing to do with their names."""
    ordered = sorted(subjects, key=lambda subject: hashlib.sha1(subject.name.encode()).hexdigest())
    for manipulated in (False, True):
        yield from islice((s for s in ordered if s.manipulated == manipulated), most)


def _read(folder: Path, archive: str) -> Iterator[tuple[str, bytes]]:
    return members(folder / f"{archive}.tar")
