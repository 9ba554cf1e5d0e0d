"""Analyses beside the page as they are shown: a card for each video, one line for all photographs."""

import time
from collections.abc import Mapping

import streamlit as st

from forensics.jobs.job import FINISHED, JobHandle
from forensics.messages.catalogue import text
from forensics.messages.numbers import time_text
from forensics.types.video import Progress
from pages.parts.session import session_state
from pages.parts.session.session import AnalystSession
from pages.parts.tasks import analyses
from pages.parts.text.markdown import code_span, counted, escape_markdown, join_limited
from pages.parts.text.video_wording import approximate_duration

MAX_NAMES = 3
"""Most names of stopped photographs that are listed."""

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_PHOTOGRAPHS = 0.25
"""Looks while photographs are under way, which take a second or less each."""

SECONDS_BETWEEN_PAGES = 2.0
"""In which the rest of the page is drawn anew once, while many photographs come one after the other."""


def job_cards(state: AnalystSession) -> None:
    """Draw what is not finished; it looks again by itself, and the rest of the page stays."""
    jobs = state.unfinished
    if jobs:
        fast = any(not job.is_video and job.state not in FINISHED for job in jobs.values())
        every = SECONDS_BETWEEN_PHOTOGRAPHS if fast else SECONDS_BETWEEN_LOOKS
        st.fragment(_cards, run_every=every)(state, time.monotonic())


def _cards(state: AnalystSession, drawn: float) -> None:
    """drawn: when the page was."""
    with session_state.session_turn(state):
        jobs = state.unfinished
        if any(job.is_ready for job in jobs.values()) and _is_time(state, jobs, drawn):
            st.rerun()
        photographs = {sha256: job for sha256, job in jobs.items() if not job.is_video}
        if photographs:
            _photographs(state, photographs)
        for sha256, job in jobs.items():
            if job.is_video:
                with st.container(border=True):
                    _card(state, sha256, job)


def _is_time(state: AnalystSession, jobs: Mapping[str, JobHandle], drawn: float) -> bool:
    """Whether what is ready is shown: the first finding at once, a finished video too, of many photographs some."""
    going = any(not job.is_video and job.state not in FINISHED for job in jobs.values())
    first = not (state.results or state.videos)
    ready_video = any(job.is_video and job.is_ready for job in jobs.values())
    return first or ready_video or not going or time.monotonic() - drawn >= SECONDS_BETWEEN_PAGES


def _photographs(state: AnalystSession, jobs: Mapping[str, JobHandle]) -> None:
    going = {sha256: job for sha256, job in jobs.items() if not job.stopping and job.state != "stopped"}
    halted = {sha256: job for sha256, job in jobs.items() if sha256 not in going}
    if going:
        with st.container(border=True):
            _running_cards(state, going)
    if halted:
        with st.container(border=True):
            _stopped_cards(state, halted)


def _running_cards(state: AnalystSession, jobs: Mapping[str, JobHandle]) -> None:
    every = len(dict.fromkeys([*state.batch, *jobs]))
    done = every - sum(job.state not in FINISHED for job in jobs.values())
    under_way = [job for job in jobs.values() if job.state == "running"]
    said = text("page-photographs-done", number=every, done=done) if every > 1 else text("page-waits")
    name = code_span(under_way[0].file.name) if under_way else ""
    if under_way:
        said = f"{said} · {name}" if every > 1 else text("page-analyzing", name=name)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(said, width="stretch")
        st.button(
            text("page-cancel"),
            key="cancel_photographs",
            icon=":material/stop_circle:",
            on_click=analyses.cancel_job,
            args=(list(jobs.values()),),
        )
    st.progress(done / every)


def _stopped_cards(state: AnalystSession, jobs: Mapping[str, JobHandle]) -> None:
    names = join_limited([code_span(job.file.name) for job in jobs.values()], MAX_NAMES)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(text("page-photographs-stopped", number=len(jobs), names=names), width="stretch")
        files = list(jobs)
        st.button(
            text("page-go-on"),
            key="go_on_photographs",
            icon=":material/play_circle:",
            on_click=analyses.resume_jobs,
            args=(state, files),
            disabled=any(job.stopping for job in jobs.values()),
        )
        st.button(text("page-remove"), key="remove_photographs", type="tertiary", on_click=state.remove, args=files)


def _card(state: AnalystSession, sha256: str, job: JobHandle) -> None:
    stopped = job.state == "stopped"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{code_span(job.file.name)}  \n:small[{escape_markdown(_status_text(job))}]", width="stretch")
        if stopped:
            st.button(
                text("page-go-on"),
                key=f"go_on_{sha256}",
                icon=":material/play_circle:",
                on_click=analyses.resume_jobs,
                args=(state, [sha256]),
            )
            st.button(
                text("page-remove"), key=f"remove_{sha256}", type="tertiary", on_click=state.remove, args=(sha256,)
            )
        else:
            st.button(
                text("page-cancel"),
                key=f"cancel_{sha256}",
                icon=":material/stop_circle:",
                on_click=analyses.cancel_job,
                args=([job],),
                disabled=job.stopping,
            )
    if not stopped:
        st.progress(_share(job))


def _share(job: JobHandle) -> float:
    """Share of the video that was looked at, in [0, 1]; 0 where its length is not known."""
    progress = job.progress
    return min(1.0, progress.seconds / progress.total) if isinstance(progress, Progress) and progress.total else 0.0


def _status_text(job: JobHandle) -> str:
    """How far the work on a video is, in words."""
    if job.state == "stopped":
        return text("page-video-stopped")
    if job.state == "waiting":
        return text("page-video-waits")
    if job.stopping:
        return text("page-video-stopping")
    progress = job.progress
    if not isinstance(progress, Progress):
        return text("page-video-begins")
    left = progress.seconds_left
    return text(
        "page-video-far",
        seconds=time_text(progress.seconds),
        total=time_text(progress.total) if progress.total else "none",
        frames=counted(progress.frames, "frame"),
        faces=counted(progress.faces, "face"),
        left="none" if left is None else approximate_duration(left),
    )
