"""Files kept on disk by the hash of their bytes, so that a video is never in memory as a whole and none lies there
twice."""

import errno
import hashlib
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.io.atomic_write import UNFINISHED, put_in_place, unfinished_folder
from forensics.io.user_data import storage_folder

CHUNK_BYTES = 1 << 20
"""Bytes that are in memory at once."""

HASH = re.compile(r"[0-9a-f]{64}")
STALE_AFTER_SECONDS = 24 * 3600.0
"""Seconds after which an unfinished folder is what a broken program left behind."""

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class StoredContent(NamedTuple):
    """sha256: of the bytes, also the file's name. size: in bytes."""

    path: Path
    sha256: str
    size: int


def files_folder() -> Path:
    """It need not exist yet."""
    return storage_folder() / "files"


def store_file(content: bytes | BinaryIO, check_size: Callable[[int], None] = lambda size: None) -> StoredContent:
    """Store the bytes, or what is read from here to the end. Written aside and put in place whole.

    check_size: is told the bytes so far and may refuse them. Raises MediaError: `disk_full`, `not_kept`, and what
    check_size raises.
    """
    folder = files_folder()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)  # what was handed in is for this user alone
        _remove_stale(folder)
        with unfinished_folder(folder) as aside:
            unfinished = aside / "file"
            unfinished.touch(0o600)
            with unfinished.open("wb") as file:
                sha256, size = _copy(content, file, check_size)
            path = put_in_place(unfinished, path_of(sha256))
    except OSError as error:
        raise _not_kept(error, folder) from error
    return StoredContent(path, sha256, size)


def path_of(sha256: str) -> Path:
    """Where the file with this hash lies, if it does. Raises ValueError for what is no hash."""
    if not HASH.fullmatch(sha256):
        raise ValueError(f"64 hexadecimal digits were wanted, got {sha256!r}")
    return files_folder() / sha256


def remove(sha256: str) -> None:
    """Delete the file with this hash where there is one. Raises ValueError for what is no hash."""
    path_of(sha256).unlink(missing_ok=True)


def hash_file(path: Path) -> tuple[str, int]:
    """SHA-256 and size in bytes, read piece by piece. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()


def _copy(content: bytes | BinaryIO, file: BinaryIO, check_size: Callable[[int], None]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(BytesIO(content) if isinstance(content, bytes) else content):
        size += len(piece)
        check_size(size)
        digest.update(piece)
        file.write(piece)
    return digest.hexdigest(), size


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK_BYTES):
        yield piece


def _remove_stale(folder: Path) -> None:
    older = folder.glob("unfinished-*")  # files, as this program once wrote them
    for path in (*folder.glob(f"{UNFINISHED}*"), *older):
        with suppress(FileNotFoundError):  # another program finished or does the same
            if path.stat().st_mtime < time.time() - STALE_AFTER_SECONDS:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _not_kept(error: OSError, folder: Path) -> MediaError:
    if error.errno in FULL:
        return MediaError(MediaCode.DISK_FULL, folder=str(folder))
    return MediaError(MediaCode.NOT_KEPT, folder=str(folder), reason=str(error.strerror))
