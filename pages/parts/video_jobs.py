"""Videos are analysed beside the page: what waits is handed over, what runs is shown, what is finished taken in."""

from collections.abc import Callable
from functools import partial
from typing import BinaryIO

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from forensics.clock import clock
from forensics.error_codes import FailureCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.types import FailedFile
from forensics.video.job import Job
from forensics.video.jobs import JOBS
from forensics.video.reading import probe
from forensics.video.store import keep
from pages.parts.held import StoredVideo
from pages.parts.state import Session
from pages.parts.text import count, literal, plain
from pages.parts.video_words import duration
from pages.parts.work import detector

SECONDS_BETWEEN_LOOKS = 1.0

FINISHED = ("done", "failed", "stopped")


def take_in(state: Session, name: str, file: BinaryIO) -> StoredVideo:
    """Store a video that came, held for this session. Raises MediaError."""
    JOBS.meet(state.watcher, _is_open())
    stored = keep(file)
    hold = JOBS.hold(stored.sha256, state.watcher)
    if not stored.path.exists():  # another analyst removed the same video just before it was held
        file.seek(0)
        stored = keep(file)
    return StoredVideo(name, stored.path, stored.sha256, hold)


def _is_open() -> Callable[[], bool]:
    """Tells, whenever it is asked, whether this browser tab is connected."""
    return partial(runtime.get_instance().is_active_session, get_script_run_ctx().session_id)


def tend(state: Session) -> None:
    """Bring the session and the analyses beside it up to date; to be called before the page shows what was found.

    Raises DetectorError; the files then stay in line.
    """
    _let_go(state)
    for sha256, upload in list(state.waiting.items()):
        if isinstance(upload, StoredVideo):
            _begin(state, sha256, upload)
    _let_go(state)  # of what was refused just now
    for sha256, job in state.in_work.items():
        if job.state == "failed":
            state.keep_outcome(sha256, FailedFile(job.video.name, job.failure, sha256))
        elif job.state in FINISHED and job.result is not None:
            state.keep_outcome(sha256, job.result)


def _let_go(state: Session) -> None:
    while state.abandoned:
        JOBS.cancel(state.abandoned.pop())
    while state.removed:
        sha256 = state.removed.pop()
        if sha256 not in state.stored:  # else it came again meanwhile
            JOBS.remove(sha256, state.watcher)


def _begin(state: Session, sha256: str, upload: StoredVideo) -> None:
    state.in_hand = sha256
    try:
        video = probe(upload.path, upload.name, sha256)
    except MediaError as error:
        state.keep_outcome(sha256, FailedFile(upload.name, error.fact, sha256))
        state.leave_storage(sha256)
        return
    loaded = detector(state.settings.detector)
    try:
        state.begin(sha256, JOBS.start(video, state.settings, loaded, state.watcher))
    except OSError as error:
        failure = Fact(FailureCode.FINDINGS_NOT_KEPT, {"reason": error.strerror})
        state.keep_outcome(sha256, FailedFile(upload.name, failure, sha256))


def show_jobs(state: Session) -> None:
    """Draw a card for each video that is not finished; it looks again every second, and the rest of the page stays."""
    if state.in_work:
        _cards(state)


@st.fragment(run_every=SECONDS_BETWEEN_LOOKS)
def _cards(state: Session) -> None:
    jobs = state.in_work
    if any(job.state in FINISHED and (job.state == "failed" or job.result is not None) for job in jobs.values()):
        st.rerun()
    for sha256, job in jobs.items():
        with st.container(border=True):
            _card(state, sha256, job)


def _card(state: Session, sha256: str, job: Job) -> None:
    stopped = job.state == "stopped"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{literal(job.video.name)}  \n:small[{plain(_standing(job))}]", width="stretch")
        if stopped:
            st.button(
                "Go on", key=f"go_on_{sha256}", icon=":material/play_circle:", on_click=_go_on, args=(state, sha256)
            )
            st.button("Remove", key=f"remove_{sha256}", type="tertiary", on_click=state.remove, args=(sha256,))
        else:
            st.button(
                "Cancel",
                key=f"cancel_{sha256}",
                icon=":material/stop_circle:",
                on_click=JOBS.cancel,
                args=(job,),
                disabled=job.stopping,
            )
    if not stopped:
        st.progress(_share(job))


def _go_on(state: Session, sha256: str) -> None:
    state.put_in_line(sha256)
    tend(state)


def _share(job: Job) -> float:
    """Of the video that was looked at, in [0, 1]; 0 where its length is not known."""
    progress = job.progress
    return min(1.0, progress.seconds / progress.total) if progress is not None and progress.total else 0.0


def _standing(job: Job) -> str:
    """How far the work is, in words."""
    if job.state == "stopped":
        return "Stopped. What was finished is kept, and the analysis can go on from there."
    if job.state == "waiting":
        return "Waits for its turn: two videos are analysed at a time."
    if job.stopping:
        return "Stopping after the piece in hand."
    progress = job.progress
    if progress is None:
        return "Analysing: the first seconds are looked at."
    far = f"{clock(progress.seconds)} of {clock(progress.total)}" if progress.total else clock(progress.seconds)
    seen = f"{count(progress.frames, 'frame')}, {count(progress.faces, 'face')}"
    left = progress.seconds_left
    return f"Analysing: {far} · {seen}" + ("" if left is None else f" · {duration(left)} left")
