"""Atomic writes: a file is there whole, or as it was before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

UNFINISHED = ".unfinished-"
"""How the name of a temporary folder begins; one that stays is what a program left that was killed while it wrote."""


def atomic_write(path: Path, content: bytes | str) -> None:
    """Put a file with this content, text as UTF-8, in the place of `path`. Raises OSError; `path` is then as it was."""
    with atomic_path(path) as unfinished:
        unfinished.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """Yield a path to write a file to, which takes the place of `path` at the end of the block.

    The file there has the same name, so that writers that look at the suffix do the same, and does not exist yet. Where
    the block raises anything, and where it wrote nothing or the disk fails (OSError), `path` is as it was before, and
    nothing else stays. The permissions are those that the umask gives a new file, whatever the writer and the old file
    have.
    """
    with unfinished_folder(path.parent) as folder:
        unfinished = folder / path.name
        unfinished.touch()
        mode = unfinished.stat().st_mode
        unfinished.unlink()  # else one that writes elsewhere would leave an empty file, and nobody would know
        yield unfinished
        unfinished.chmod(mode)  # safetensors makes files that their owner alone can read
        put_in_place(unfinished, path)


@contextmanager
def unfinished_folder(parent: Path) -> Iterator[Path]:
    """Yield a new folder in `parent`, thus on the same disk, for this user alone; it goes at the end with all in it."""
    with TemporaryDirectory(prefix=UNFINISHED, dir=parent, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def put_in_place(unfinished: Path, path: Path) -> Path:
    """Move a finished file on the same disk in the place of `path`, and return that. Raises OSError; `path` is then as
    it was.

    The content reaches the disk before the name does: after a loss of power the old file is there or the new one.
    """
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.replace(path)
    with suppress(OSError):  # Windows opens no folders and some disks flush none; the file is in its place already
        _flush_folder(path.parent)
    return path


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
