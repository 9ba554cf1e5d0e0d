"""How long files, results and sessions are kept: TELLTALE_KEEP_DAYS after they were opened last."""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from forensics.errors import SettingsError
from forensics.media.video.limits import positive_integer_from_env
from forensics.storage import content_store
from forensics.storage.checkpoints import records_folder, remove_records
from forensics.storage.sessions import every_session, users_of

LOG = logging.getLogger(__name__)

KEEP_DAYS = 30
"""Long enough to go on after a holiday."""

DAY = 86_400.0
"""Seconds."""


class Removed(NamedTuple):
    """How many sessions and files went, and how many analyses that nobody went on with."""

    sessions: int
    files: int
    pieces: int


def keep_days() -> int:
    """TELLTALE_KEEP_DAYS of the environment, else KEEP_DAYS. Raises SettingsError (`wrong_setting`)."""
    return positive_integer_from_env("TELLTALE_KEEP_DAYS", "days", KEEP_DAYS)


def sweep(is_needed: Callable[[str], bool] = lambda sha256: False) -> Removed:
    """Delete what nobody opened for `keep_days()` days. is_needed: whether a file, by its SHA-256, is in use by this
    process. Raises SettingsError, OSError.
    """
    oldest = time.time() - DAY * keep_days()
    old = [session for session in every_session() if session.last_opened < oldest]
    for session in old:
        session.remove()
    gone = [sha256 for sha256 in _known() if _last_opened(sha256) < oldest and not users_of(sha256)]
    gone = [sha256 for sha256 in gone if not is_needed(sha256)]
    for sha256 in gone:
        remove_records(sha256)
        content_store.remove(sha256)
    return Removed(len(old), len(gone), _remove_pieces(oldest))


def _known() -> set[str]:
    """SHA-256 of all stored files, and of those that there are records of."""
    folders = [folder for folder in (content_store.files_folder(), records_folder()) if folder.is_dir()]
    names = {path.name for folder in folders for path in folder.iterdir()}
    return {name for name in names if content_store.HASH.fullmatch(name)}


def _last_opened(sha256: str) -> float:
    folder = records_folder() / sha256
    paths = [content_store.path_of(sha256), folder, *(folder.iterdir() if folder.is_dir() else ())]
    return max((_written(path) for path in paths), default=0.0)


def _written(path: Path) -> float:
    with suppress(FileNotFoundError):  # another program does the same
        return path.stat().st_mtime
    return 0.0


def _remove_pieces(oldest: float) -> int:
    """Delete the pieces that nobody added to: they alone describe how people look."""
    old = [path for path in records_folder().glob("*/*.pieces*") if _written(path) < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def sweep_daily(is_needed: Callable[[str], bool]) -> threading.Thread:
    """Sweep now and every day, beside everything else. A sweep that fails is logged, and the next one tries again."""
    thread = threading.Thread(target=_daily, args=(is_needed,), name="retention", daemon=True)
    thread.start()
    return thread


def _daily(is_needed: Callable[[str], bool]) -> None:
    while True:
        try:
            sweep(is_needed)
        except (OSError, SettingsError):
            LOG.exception("What is old could not be removed.")
        time.sleep(DAY)
