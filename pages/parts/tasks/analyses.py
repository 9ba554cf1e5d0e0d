"""Files are analyzed beside the page: what came is stored, what waits handed over, what is finished taken in."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from forensics.error_codes import FailureCode, MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.jobs.job import FINISHED, File, JobHandle, Photograph
from forensics.jobs.job_manager import JOB_MANAGER
from forensics.media.file_type import is_video
from forensics.media.video.decoding_process import probe
from forensics.media.video.limits import check_bytes, limits_from_env
from forensics.media.video.reader import HEADER_BYTES
from forensics.storage.content_store import StoredContent, store_file
from forensics.types.analysis import FailedFile
from forensics.validation import present
from pages.parts.session.items import StoredFile
from pages.parts.session.persistence import SessionStore
from pages.parts.session.removal import UNDO_SECONDS
from pages.parts.session.session import AnalystSession
from pages.parts.tasks.explanation_runner import cached_detector


def store_uploads(state: AnalystSession, files: list[tuple[str, BinaryIO]]) -> None:
    """Store files that came, held for this session, and put them in line; each is a photograph or a video by its bytes,
    whatever its name says.
    """
    received = []
    for name, file in files:
        try:
            received.append(_stored(state, name, file))
        except MediaError as error:
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256")  # type: ignore[arg-type]  # files have what BinaryIO lacks
            state.reject_upload(FailedFile(name, error.fact, digest.hexdigest()))
    state.add_uploads(received)


def _stored(state: AnalystSession, name: str, file: BinaryIO) -> StoredFile:
    """Raises MediaError."""
    register_session(state)
    video = is_video(file.read(HEADER_BYTES))
    stored = _keep(file, video)
    hold = JOB_MANAGER.lease(stored.sha256, state.watcher)
    if state.keeper is not None:
        _note(state.keeper, stored.sha256)
    if not stored.path.exists():  # another analyst removed the same file just before it was held
        stored = _keep(file, video)
    return StoredFile(name, stored.path, stored.sha256, video, hold)


def _keep(file: BinaryIO, video: bool) -> StoredContent:
    file.seek(0)
    return store_file(file, partial(check_bytes, wanted=limits_from_env()) if video else lambda size: None)


def _note(keeper: SessionStore, sha256: str) -> None:
    try:
        keeper.need(sha256)
    except OSError as error:
        raise MediaError(MediaCode.NOT_KEPT, folder=str(keeper.folder.path), reason=str(error.strerror)) from error


def register_session(state: AnalystSession) -> None:
    """Let the analyses know how to find out whether this page is open."""
    page = present(get_script_run_ctx()).session_id
    JOB_MANAGER.register_session(state.watcher, _is_open(page), page)


def _is_open(page: str) -> Callable[[], bool]:
    return partial(runtime.get_instance().is_active_session, page)


def sync_jobs(state: AnalystSession) -> None:
    """Bring the session and the analyses beside it up to date; to be called before the page shows what was found.

    Raises DetectorError; the files then stay in line.
    """
    register_session(state)
    state.finalize_removal(UNDO_SECONDS)
    _release_removed(state)
    for sha256, file in list(state.waiting.items()):
        _begin(state, sha256, file)
    _release_removed(state)  # of what was refused just now
    for sha256, job in state.unfinished.items():
        collect_result(state, sha256, job)
    _release_removed(state)
    state.apply_references()


def collect_result(state: AnalystSession, sha256: str, job: JobHandle) -> None:
    """What came of an analysis, where anything did."""
    if job.state == "failed":
        failure = present(job.failure)
        state.store_outcome(sha256, FailedFile(job.file.name, failure, sha256))
        if not job.is_video and isinstance(failure.code, MediaCode):
            state.release_file(sha256)  # it is no photograph, and will be none
    elif job.state in FINISHED and job.result is not None:
        state.store_outcome(sha256, job.result)


def _release_removed(state: AnalystSession) -> None:
    while state.abandoned:
        JOB_MANAGER.cancel(state.abandoned.pop())
    while state.released:
        sha256 = state.released.pop()
        if sha256 not in state.stored:  # else it came again meanwhile
            if state.keeper is not None:
                state.keeper.release(sha256)
            JOB_MANAGER.remove(sha256, state.watcher)


def _begin(state: AnalystSession, sha256: str, stored: StoredFile) -> None:
    state.in_hand = sha256
    made = state.returning.get(sha256)
    try:
        file = _opened(stored)
    except MediaError as error:
        state.store_outcome(sha256, FailedFile(stored.name, error.fact, sha256))
        state.release_file(sha256)
        return
    loaded = cached_detector(state.settings.detector)
    ask = JOB_MANAGER.reopen_stopped if made is not None and made.stopped else JOB_MANAGER.start
    try:
        job = ask(file, state.settings, loaded, state.watcher)
    except OSError as error:
        failure = Fact(FailureCode.FINDINGS_NOT_KEPT, {"reason": str(error.strerror)})
        state.store_outcome(sha256, FailedFile(stored.name, failure, sha256))
        return
    state.start_analysis(sha256, job)
    if not job.is_ready:
        state.returning.pop(sha256, None)  # what was made of an earlier result does not fit another one


def _opened(stored: StoredFile) -> File:
    """Raises MediaError."""
    if stored.is_video:
        return probe(stored.path, stored.name, stored.sha256)
    return Photograph(stored.name, stored.path, stored.sha256)


def resume_jobs(state: AnalystSession, files: list[str]) -> None:
    """Analyses that were stopped. Raises DetectorError."""
    with state.turn:
        for sha256 in files:
            state.enqueue(sha256)
        sync_jobs(state)


def cancel_job(jobs: list[JobHandle]) -> None:
    for job in jobs:
        JOB_MANAGER.cancel(job)


def delete_session_files(state: AnalystSession) -> None:
    """Delete all files of this session and what was found in them, now and for good; those that another session needs
    stay for that one. Raises OSError.
    """
    with state.turn:
        state.remove_all()
        state.finalize_removal()
        _release_removed(state)
