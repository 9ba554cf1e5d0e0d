"""Taking files off the page, and bringing them back: nothing is asked, and the latest removal can be undone."""

import time
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from forensics.types.analysis import AnalysisSettings, FailedFile, ImageResult
from forensics.types.outcome import Outcome
from pages.parts.session.items import FileState, Removal, RemovedFile

if TYPE_CHECKING:
    from pages.parts.session.session import AnalystSession

UNDO_SECONDS = 600.0
"""For which a removal can be undone: long enough to see the mistake, and what was meant to go is gone soon."""


def remove_files(state: "AnalystSession", files: Iterable[str]) -> None:
    """Take these files off the page. The removal before this one can be undone no more."""
    finalize_removal(state)
    state.gone = ()
    removed = tuple(_take_out(state, sha256) for sha256 in list(files))
    state.removal = Removal(removed, time.time()) if removed else None


def undo_removal(state: "AnalystSession") -> None:
    """Bring back what was removed last, in its place."""
    removal, state.removal = state.removal, None
    if removal is None:
        return
    state.stored |= {one.sha256: one.stored for one in removal.files if one.stored is not None}
    for one in removal.files:
        _put_back(state, one)


def finalize_removal(state: "AnalystSession", older_than: float = 0.0) -> None:
    """What was removed `older_than` seconds ago or longer can be undone no more, and leaves the disk."""
    removal = state.removal
    if removal is not None and time.time() - removal.at >= older_than:
        state.released += [one.sha256 for one in removal.files if one.stored is not None]
        state.gone, state.removal = tuple(one.name for one in removal.files), None


def forget_removed(state: "AnalystSession", sha256: str) -> None:
    """A removed file came again: it is needed from now on, and is not brought back a second time."""
    if state.removal is not None:
        files = tuple(one for one in state.removal.files if one.sha256 != sha256)
        state.removal = replace(state.removal, files=files) if files else None


def file_state(state: "AnalystSession", sha256: str) -> FileState:
    """All that was chosen and made of a file."""
    if sha256 in state.returning:
        return state.returning[sha256]
    work, job = state.video_work.get(sha256), state.jobs.get(sha256)
    stills = {still.media.sha256 for still in work.stills.values()} if work is not None else ()
    faces = {face: found for face, found in state.explanations.items() if face[0] in {sha256, *stills}}
    return FileState(job is not None and job.cancelled and job.state != "done", work, faces)


def _take_out(state: "AnalystSession", sha256: str) -> RemovedFile:
    stored, outcome, job = state.stored.pop(sha256, None), state.outcomes.get(sha256), state.jobs.get(sha256)
    name = outcome.name if isinstance(outcome, FailedFile) else stored.name if stored is not None else ""
    made = file_state(state, sha256)
    marks = state.known.marks(sha256)
    if job is not None and outcome is None:
        state.abandoned.append(job)
        job = None
    state.forget(sha256)
    return RemovedFile(sha256, name, stored, outcome, job, made, *marks)


def _put_back(state: "AnalystSession", one: RemovedFile) -> None:
    state.known.restore(one.known, one.stretches)
    if one.outcome is not None and _fits(one.outcome, state.settings):
        if one.job is not None:
            state.jobs[one.sha256] = one.job
        state.returning[one.sha256] = one.made
        state.store_outcome(one.sha256, one.outcome)
    elif one.outcome is None and one.stored is not None:
        state.returning[one.sha256] = one.made
        state.waiting[one.sha256] = one.stored
    elif one.stored is not None:
        state.waiting[one.sha256] = one.stored


def _fits(outcome: Outcome, settings: AnalysisSettings) -> bool:
    """Whether it is still what these settings ask for."""
    match outcome:
        case FailedFile():
            return True
        case ImageResult():
            return replace(outcome.settings, sample_fps=settings.sample_fps) == settings
    return outcome.settings == settings
