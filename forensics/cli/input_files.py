"""Which files the paths on a command line mean, and reading them."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.formatting import display_name
from forensics.media.file_type import is_video
from forensics.media.image import MAX_FILE_BYTES, check_file_size
from forensics.media.video.limits import check_bytes, limits_from_env
from forensics.storage.content_store import hash_file

PICTURE_SUFFIXES = frozenset(
    {
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".webp",
        ".tif",
        ".tiff",
        ".bmp",
        ".dib",
        ".heic",
        ".heif",
        ".hif",
        ".avif",
    }
)
"""Files in folders are taken by these, so that the texts and tables beside the pictures are no failures."""

VIDEO_SUFFIXES = frozenset(
    {
        *(".mp4", ".m4v", ".mov", ".qt", ".webm", ".mkv", ".avi", ".gif", ".3gp", ".3g2", ".mts", ".m2ts", ".mpg"),
        *(".mpeg", ".m1v", ".m2v", ".m2p", ".vob", ".wmv", ".asf", ".flv", ".f4v", ".ogv", ".ogm", ".mxf", ".h264"),
        *(".264", ".h265", ".265", ".hevc", ".ivf", ".apng", ".avifs"),
    }
)
"""A transport stream's .ts is left out: most files of that name are programs."""

OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe without a writer would keep who opens it waiting; Windows has no such flag, nor such pipes."""

HEADER_BYTES = 4096
"""Bytes by which the kind of a file is told."""


@dataclass(frozen=True, slots=True)
class InputFiles:
    """files: to be analyzed, in the order of the command line, sorted within folders, each once. failures: folders
    that gave none. left_out: number of files in folders that were passed over as hidden or by their suffix.
    """

    files: tuple[Path, ...]
    failures: tuple[tuple[Path, MediaError], ...]
    left_out: int


def find_input_files(
    paths: Sequence[Path], passed_over: Iterable[Path], suffixes: frozenset[str] = PICTURE_SUFFIXES
) -> InputFiles:
    """A path that is no folder is taken as it is, whatever its name and whether or not it exists.

    Folders are searched to any depth for files with one of these suffixes. Links to folders are not followed, so that
    a loop cannot trap the search; nor are the folders in passed_over searched, which must exist (our own output).
    """
    ours = {_file_identity(folder.stat()) for folder in passed_over}
    files: dict[Path, Path] = {}
    failures: list[tuple[Path, MediaError]] = []
    left_out = 0
    for path in paths:
        if not _is_folder(path):
            files.setdefault(path.absolute(), path)
            continue
        pictures, others, unreadable = _search_folder(path, ours, suffixes)
        for picture in pictures:
            files.setdefault(picture.absolute(), picture)
        left_out += others
        failures += [
            (Path(e.filename), MediaError(MediaCode.UNREADABLE_FOLDER, reason=str(e.strerror))) for e in unreadable
        ]
        if not pictures and not unreadable:
            failures.append((path, _no_input_error(path, suffixes)))
    return InputFiles(tuple(files.values()), tuple(failures), left_out)


def canonical_path(path: Path) -> Path:
    """One value for all spellings of a path; of a loop of links, which leads nowhere, its own name."""
    return Path(os.path.realpath(path))  # Path.resolve() raises RuntimeError for a loop


def _file_identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _is_one_of(folder: Path, ours: set[tuple[int, int]]) -> bool:
    try:
        return _file_identity(folder.lstat()) in ours
    except OSError:  # it vanished; the search will say so
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a parent that may not be entered; reading the path will say so
        return False


def _search_folder(
    top: Path, ours: set[tuple[int, int]], suffixes: frozenset[str]
) -> tuple[list[Path], int, list[OSError]]:
    """The wanted files below a folder, how many other files lie there, and the folders that could not be read."""
    pictures: list[Path] = []
    unreadable: list[OSError] = []
    others = 0
    for folder, folders, names in os.walk(top, onerror=unreadable.append):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _is_one_of(Path(folder, name), ours)
        )
        taken = [n for n in sorted(names) if not n.startswith(".") and Path(n).suffix.lower() in suffixes]
        pictures += [Path(folder, name) for name in taken]
        others += len(names) - len(taken)
    return pictures, others, unreadable


def is_video_file(path: Path) -> bool:
    """Whether the first bytes of a file are a video's. Raises MediaError: `missing_file`, `unreadable_file`."""
    with _open_regular_file(path) as file:
        return is_video(file.read(HEADER_BYTES))


def hash_video(path: Path) -> str:
    """The SHA-256 of a video, read piece by piece. Raises MediaError: `missing_file`, `unreadable_file`,
    `file_too_large`."""
    with _translate_os_errors():
        check_bytes(path.stat().st_size, limits_from_env())
        return hash_file(path)[0]


def file_version(path: Path) -> tuple[int, ...]:
    """Another one once the file is changed or another takes its place. Raises MediaError: `missing_file`,
    `unreadable_file`."""
    with _translate_os_errors():
        status = path.stat()
    return *_file_identity(status), status.st_size, status.st_mtime_ns


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises MediaError: `missing_file`, `unreadable_file`, `empty_file`, `file_too_large`."""
    with _open_regular_file(path) as file:
        check_file_size(os.fstat(file.fileno()).st_size)
        content = file.read(MAX_FILE_BYTES + 1)  # it may grow meanwhile
    check_file_size(len(content))
    return content


@contextmanager
def _open_regular_file(path: Path) -> Iterator[BinaryIO]:
    """A pipe or a device is refused and never waited for. Raises MediaError: `missing_file`, `unreadable_file`."""
    with _translate_os_errors():
        _check_regular(path.stat())  # before it is opened: that alone moves some devices
        with os.fdopen(os.open(path, OPEN_FLAGS), "rb") as file:
            _check_regular(os.fstat(file.fileno()))  # another one may have taken its place
            yield file


def _check_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise MediaError(MediaCode.NO_ORDINARY_FILE)


@contextmanager
def _translate_os_errors() -> Iterator[None]:
    """Around reading a file: what the system says of it becomes a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise MediaError(MediaCode.MISSING_FILE) from error
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise MediaError(MediaCode.LINK_LOOP) from error
        raise MediaError(MediaCode.UNREADABLE_FILE, reason=str(error.strerror)) from error


def _no_input_error(path: Path, suffixes: frozenset[str]) -> MediaError:
    return MediaError(
        MediaCode.NO_PICTURES,
        folder=display_name(str(path)),
        suffixes=", ".join(sorted(suffixes)),
        videos=suffixes >= VIDEO_SUFFIXES,
    )
