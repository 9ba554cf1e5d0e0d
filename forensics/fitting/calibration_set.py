"""The pictures that a fit looks at: untouched ones of many sources, forgeries of many kinds."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from forensics.training import forgery_kinds
from forensics.training.dataset import TrainingFace, archive_members
from forensics.types.analysis import Box

MAX_PER_KIND = 120
"""Pictures of one kind or source, of either class: each weighs the same, and more of one only takes longer."""

MAX_OF_KNOWN_KIND = 400
"""The same of OpenForensics, on which alone the ratio for known kinds is fitted."""

PORTRAITS = "portraits-large"


class CalibrationImage(NamedTuple):
    """One picture of an archive; its label is that of its central face. group: the source of an untouched one, the kind
    of a forged one. known: whether the kind is one that the network was trained on."""

    name: str
    group: str
    manipulated: bool
    known: bool
    content: bytes


CALIBRATION_PARTS = ("openforensics", "lfw", "stylegan", "group photographs", "portraits", *forgery_kinds.KINDS)
"""What a fit is made of, one after the other."""

FOREIGN_PREFIX = "foreign-val"


def calibration_images(part: str, folder: Path) -> Iterator[CalibrationImage]:
    """The pictures of a part that may fit: they neither trained nor chose the network, and report nothing."""
    if part in forgery_kinds.KINDS:
        yield from _kind_images(part, folder, kept_back=False)
    elif part == "portraits":
        yield from _sample_images(
            CalibrationImage(f"{PORTRAITS}/{name}", part, False, False, c)
            for name, c in _read_archive(folder, PORTRAITS)
        )
    else:
        archives = {
            "openforensics": ("openforensics-train-00", "openforensics-train-01"),
            "lfw": ("lfw-faces",),
            "stylegan": ("stylegan-faces",),
            "group photographs": ("multiface-photos",),
        }[part]
        found = (
            (f"{archive}/{name}", content) for archive in archives for name, content in _read_archive(folder, archive)
        )
        most = MAX_OF_KNOWN_KIND if part == "openforensics" else MAX_PER_KIND
        yield from _sample_images((_training_images(part, name, c) for name, c in found if _may_calibrate(name)), most)


def reporting_images(part: str, folder: Path) -> Iterator[CalibrationImage]:
    """The quarter of a kind that is kept back, or of `foreign-val/PART` all."""
    if part in forgery_kinds.KINDS:
        yield from _kind_images(part, folder, kept_back=True)
        return
    wanted = part.removeprefix(f"{FOREIGN_PREFIX}/")
    for name, content in _read_archive(folder, FOREIGN_PREFIX):
        if name.startswith((f"{wanted}/fake/", f"{wanted}/real/")):
            yield CalibrationImage(f"{FOREIGN_PREFIX}/{name}", part, "/fake/" in name, False, content)


def _may_calibrate(name: str) -> bool:
    """Whether the picture of that name, archive first, neither trained nor was watched."""
    face = TrainingFace(name, "", False, b"", Box(0, 0, 1, 1), np.zeros((468, 2), np.float32))
    return face.held_out and not face.watched


def _training_images(part: str, name: str, content: bytes) -> CalibrationImage:
    manipulated = "/fake/" in name
    group = "ffhq" if part == "stylegan" and not manipulated else part
    return CalibrationImage(name, group, manipulated, manipulated, content)


def _kind_images(kind: str, folder: Path, kept_back: bool) -> Iterator[CalibrationImage]:
    names = ((n, c) for n, c in _read_archive(folder, forgery_kinds.ARCHIVE) if forgery_kinds.kind_of(n) == kind)
    some = ((n, c) for n, c in names if forgery_kinds.is_kept_back(n) == kept_back)
    subjects = (CalibrationImage(f"{forgery_kinds.ARCHIVE}/{n}", kind, "/fake/" in n, False, c) for n, c in some)
    yield from subjects if kept_back else _sample_images(subjects)


def _sample_images(subjects: Iterable[CalibrationImage], most: int = MAX_PER_KIND) -> Iterator[CalibrationImage]:
    """At most so many of either class, the same ones each time, in an order that has nothing to do with their names."""
    ordered = sorted(subjects, key=lambda subject: hashlib.sha1(subject.name.encode()).hexdigest())
    for manipulated in (False, True):
        yield from islice((s for s in ordered if s.manipulated == manipulated), most)


def _read_archive(folder: Path, archive: str) -> Iterator[tuple[str, bytes]]:
    return archive_members(folder / f"{archive}.tar")
