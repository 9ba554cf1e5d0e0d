"""Who still needs a stored file: analysts of this process, by holds that they keep, and sessions on the disk."""

from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakSet

from forensics.storage.sessions import users_of


@dataclass(eq=False)
class FileLease:
    """One analyst's claim on a stored file, for as long as this object lives."""

    sha256: str
    watcher: str


class LeaseTable:
    """All claims. Not safe to call from several threads by itself.

    on_disk: the watchers whose session on the disk needs a file.
    """

    def __init__(self, on_disk: Callable[[str], set[str]] = users_of) -> None:
        self._holds: WeakSet[FileLease] = WeakSet()
        self._on_disk = on_disk

    def add(self, sha256: str, watcher: str) -> FileLease:
        hold = FileLease(sha256, watcher)
        self._holds.add(hold)
        return hold

    def drop(self, sha256: str, watcher: str) -> None:
        """The analyst needs the file no more."""
        for hold in [hold for hold in self._holds if (hold.sha256, hold.watcher) == (sha256, watcher)]:
            self._holds.discard(hold)

    def is_needed(self, sha256: str, is_absent: Callable[[str], bool] = lambda watcher: False) -> bool:
        """By somebody who is not absent, or by a session on the disk, which comes back."""
        held = any(hold.sha256 == sha256 and not is_absent(hold.watcher) for hold in list(self._holds))
        return held or bool(self._on_disk(sha256))
