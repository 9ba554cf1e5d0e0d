"""Which analysis is next: short ones do not wait behind long ones, and no analyst behind another one's many files."""

from collections.abc import Mapping
from itertools import count
from types import MappingProxyType
from typing import Generic, Literal, Protocol, TypeVar

Lane = Literal["photographs", "videos"]

MAX_CONCURRENT: Mapping[Lane, int] = MappingProxyType({"photographs": 3, "videos": 2})
"""Analyses of a lane that run at the same time. They share the processor's cores and the detector, so more would only
make each wait longer for its end. Of the photographs one is scored (forensics/jobs/photographs.py), and the others are
decoded meanwhile: one over which a decoder takes long keeps nobody waiting."""


class QueuedTask(Protocol):
    """What can wait in a queue. asker: who asked first."""

    asker: str

    @property
    def lane(self) -> Lane: ...


Task = TypeVar("Task", bound=QueuedTask)


class FairQueue(Generic[Task]):
    """What waits and what runs. Not safe to call from several threads by itself."""

    def __init__(self, at_once: Mapping[Lane, int] = MAX_CONCURRENT) -> None:
        self._at_once = at_once
        self._waiting: list[Task] = []
        self._running: list[Task] = []
        self._turns = count(1)
        self._latest_turn: dict[tuple[Lane, str], int] = {}

    @property
    def waiting(self) -> tuple[Task, ...]:
        return tuple(self._waiting)

    @property
    def running(self) -> tuple[Task, ...]:
        return tuple(self._running)

    def put(self, one: Task) -> None:
        self._waiting.append(one)

    def drop(self, one: Task) -> None:
        """Out of the line, or at its end no longer running."""
        for those in (self._waiting, self._running):
            if one in those:
                those.remove(one)

    def next(self) -> Task | None:
        """The one that runs from now on; None while nothing waits that may. Of several analysts the one whose turn was
        longest ago, of one analyst's files the first."""
        free = [one for one in self._waiting if self._runs_in(one.lane) < self._at_once[one.lane]]
        if not free:
            return None
        chosen = min(free, key=lambda one: self._latest_turn.get((one.lane, one.asker), 0))
        self._waiting.remove(chosen)
        self._running.append(chosen)
        self._latest_turn[chosen.lane, chosen.asker] = next(self._turns)
        return chosen

    def _runs_in(self, lane: Lane) -> int:
        return sum(one.lane == lane for one in self._running)
