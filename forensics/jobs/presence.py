"""Whether analysts have their page open."""

import time
from collections.abc import Callable

DISCONNECT_GRACE_SECONDS = 600.0
"""Seconds for which a page may be closed and its analyses go on: a network that broke off is back by then."""


class SessionPresence:
    """Which analysts have a page open. One that was never met is taken to be there."""

    def __init__(self) -> None:
        self._pages: dict[str, dict[str, Callable[[], bool]]] = {}
        self._away_since: dict[str, float] = {}

    def register(self, watcher: str, is_open: Callable[[], bool], page: str = "") -> None:
        """is_open: whether the page is open at the time of asking; may be called from any thread. page: tells the pages
        of one analyst apart; those that are closed by now are forgotten.
        """
        pages = self._pages.get(watcher, {})
        self._pages[watcher] = {name: still for name, still in pages.items() if name != page and still()} | {
            page: is_open
        }

    def is_disconnected(self, watcher: str) -> bool:
        """All pages are closed now."""
        pages = self._pages.get(watcher)
        if pages is None or any(is_open() for is_open in pages.values()):
            self._away_since.pop(watcher, None)
            return False
        self._away_since.setdefault(watcher, time.monotonic())
        return True

    def has_timed_out(self, watcher: str) -> bool:
        """They were found closed whenever it was asked about for DISCONNECT_GRACE_SECONDS seconds."""
        return (
            self.is_disconnected(watcher) and time.monotonic() - self._away_since[watcher] >= DISCONNECT_GRACE_SECONDS
        )
