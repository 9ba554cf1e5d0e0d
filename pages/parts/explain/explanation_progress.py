"""What is still to be computed for the Explain page: done piece by piece, in sight, and stopped at a click."""

from collections.abc import Sequence

import streamlit as st

from forensics.messages.catalogue import text
from pages.parts.session.session import AnalystSession
from pages.parts.tasks.explanation_runner import ExplanationTask, pending_tasks, run_next_step


def run_one_task(state: AnalystSession, shown: Sequence[ExplanationTask], ranked: Sequence[ExplanationTask]) -> None:
    """Do the next piece and draw the page anew, until nothing is left. To be called when the page is drawn.

    A click anywhere ends the piece in hand at its next report of progress; what was finished before stays.
    """
    left = pending_tasks(state, shown, ranked)
    if not left:
        _stopped(state, [*shown, *ranked])
        return
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=text("page-maps-to-go", number=len(left)))
        st.button(
            text("page-stop-computing"), on_click=_stop, args=(state, left), icon=":material/stop_circle:", key="stop"
        )

    def say(share: float, said: str) -> None:
        bar.progress(min(1.0, share), text=text("page-maps-to-do", said=said, more=len(left) - 1))

    run_next_step(state, left[0], say)
    st.rerun()


def _stop(state: AnalystSession, left: Sequence[ExplanationTask]) -> None:
    for face, question in left:
        state.pause(face, [question])


def _stopped(state: AnalystSession, wanted: Sequence[ExplanationTask]) -> None:
    """Say what was stopped, with a button to take it up again."""
    works = [(state.face_explanations(one.face), one.question) for one in dict.fromkeys(wanted)]
    number = sum(question in work.stopped and not work.is_complete(question) for work, question in works)
    if number:
        with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(text("page-paused", number=number), width="stretch")
            st.button(
                text("page-go-on"), on_click=state.resume, icon=":material/play_circle:", key="go_on", type="primary"
            )
