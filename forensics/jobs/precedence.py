"""Photographs, for which somebody waits, go before videos, which take their time anyway."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

MAX_WAIT_SECONDS = 5.0
"""That a video makes way at one place: a folder of photographs slows it down and does not stop it."""


class Precedence:
    """Who may use the cores. Safe to call from several threads."""

    def __init__(self) -> None:
        self._scoring = threading.Lock()
        self._nobody_waits = threading.Condition()
        self._photographs = 0

    @contextmanager
    def photograph(self) -> Iterator[None]:
        """While the faces of one photograph are found and scored, for which it takes all cores; others wait."""
        with self._nobody_waits:
            self._photographs += 1
        try:
            with self._scoring:
                yield
        finally:
            with self._nobody_waits:
                self._photographs -= 1
                self._nobody_waits.notify_all()

    def make_way(self) -> None:
        """Wait until no photograph is under way, MAX_WAIT_SECONDS at most."""
        with self._nobody_waits:
            self._nobody_waits.wait_for(lambda: not self._photographs, MAX_WAIT_SECONDS)


PRECEDENCE = Precedence()
"""That of this process."""
