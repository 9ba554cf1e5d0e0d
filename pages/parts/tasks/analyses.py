"""Files are analysed beside the page: what came is stored, what waits handed over, what is finished taken in."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from forensics.error_codes import FailureCode, MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.jobs.job import FINISHED, File, Job, Photograph
from forensics.jobs.job_manager import JOBS
from forensics.media.file_type import is_video
from forensics.media.video.limits import check_bytes, limits_of_environment
from forensics.media.video.reader import HEAD, probe
from forensics.storage.content_store import StoredContent, keep
from forensics.types.analysis import FailedFile
from pages.parts.session.items import StoredFile
from pages.parts.session.removal import UNDO_SECONDS
from pages.parts.session.session import Session
from pages.parts.tasks.explanation_runner import detector


def take_in(state: Session, files: list[tuple[str, BinaryIO]]) -> None:
    """Store files that came, held for this session, and put them in line; each is a photograph or a video by its bytes,
    whatever its name says.
    """
    received = []
    for name, file in files:
        try:
            received.append(_stored(state, name, file))
        except MediaError as error:
            file.seek(0)
            state.refuse(FailedFile(name, error.fact, hashlib.file_digest(file, "sha256").hexdigest()))
    state.receive(received)


def _stored(state: Session, name: str, file: BinaryIO) -> StoredFile:
    """Raises MediaError."""
    meet(state)
    video = is_video(file.read(HEAD))
    stored = _keep(file, video)
    hold = JOBS.hold(stored.sha256, state.watcher)
    if state.keeper is not None:
        _note(state, stored.sha256)
    if not stored.path.exists():  # another analyst removed the same file just before it was held
        stored = _keep(file, video)
    return StoredFile(name, stored.path, stored.sha256, video, hold)


def _keep(file: BinaryIO, video: bool) -> StoredContent:
    file.seek(0)
    return keep(file, partial(check_bytes, wanted=limits_of_environment()) if video else lambda size: None)


def _note(state: Session, sha256: str) -> None:
    try:
        state.keeper.need(sha256)
    except OSError as error:
        raise MediaError(MediaCode.NOT_KEPT, folder=str(state.keeper.folder.path), reason=error.strerror) from error


def meet(state: Session) -> None:
    """Let the analyses know how to find out whether this page is open."""
    page = get_script_run_ctx().session_id
    JOBS.meet(state.watcher, _is_open(page), page)


def _is_open(page: str) -> Callable[[], bool]:
    return partial(runtime.get_instance().is_active_session, page)


def tend(state: Session) -> None:
    """Bring the session and the analyses beside it up to date; to be called before the page shows what was found.

    Raises DetectorError; the files then stay in line.
    """
    meet(state)
    state.settle_removal(UNDO_SECONDS)
    _let_go(state)
    for sha256, file in list(state.waiting.items()):
        _begin(state, sha256, file)
    _let_go(state)  # of what was refused just now
    for sha256, job in state.in_work.items():
        take_over(state, sha256, job)
    _let_go(state)
    state.settle_references()


def take_over(state: Session, sha256: str, job: Job) -> None:
    """What came of an analysis, where anything did."""
    if job.state == "failed":
        state.keep_outcome(sha256, FailedFile(job.file.name, job.failure, sha256))
        if not job.is_video and isinstance(job.failure.code, MediaCode):
            state.leave_storage(sha256)  # it is no photograph, and will be none
    elif job.state in FINISHED and job.result is not None:
        state.keep_outcome(sha256, job.result)


def _let_go(state: Session) -> None:
    while state.abandoned:
        JOBS.cancel(state.abandoned.pop())
    while state.released:
        sha256 = state.released.pop()
        if sha256 not in state.stored:  # else it came again meanwhile
            if state.keeper is not None:
                state.keeper.release(sha256)
            JOBS.remove(sha256, state.watcher)


def _begin(state: Session, sha256: str, stored: StoredFile) -> None:
    state.in_hand = sha256
    made = state.returning.get(sha256)
    try:
        file = _opened(stored)
    except MediaError as error:
        state.keep_outcome(sha256, FailedFile(stored.name, error.fact, sha256))
        state.leave_storage(sha256)
        return
    loaded = detector(state.settings.detector)
    ask = JOBS.recall if made is not None and made.stopped else JOBS.start
    try:
        job = ask(file, state.settings, loaded, state.watcher)
    except OSError as error:
        failure = Fact(FailureCode.FINDINGS_NOT_KEPT, {"reason": error.strerror})
        state.keep_outcome(sha256, FailedFile(stored.name, failure, sha256))
        return
    state.begin(sha256, job)
    if not job.is_ready:
        state.returning.pop(sha256, None)  # what was made of an earlier result does not fit another one


def _opened(stored: StoredFile) -> File:
    """Raises MediaError."""
    if stored.is_video:
        return probe(stored.path, stored.name, stored.sha256)
    return Photograph(stored.name, stored.path, stored.sha256)


def go_on(state: Session, files: list[str]) -> None:
    """Analyses that were stopped. Raises DetectorError."""
    with state.turn:
        for sha256 in files:
            state.put_in_line(sha256)
        tend(state)


def cancel(jobs: list[Job]) -> None:
    for job in jobs:
        JOBS.cancel(job)


def empty(state: Session) -> None:
    """Delete all files of this session and what was found in them, now and for good; those that another session needs
    stay for that one. Raises OSError.
    """
    with state.turn:
        state.remove_all()
        state.settle_removal()
        _let_go(state)
