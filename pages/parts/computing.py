"""What is still to be computed for the Explain page: done piece by piece, in sight, and stopped at a click."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.state import Session
from pages.parts.text import count
from pages.parts.work import Wanted, advance, pending


def go_on(state: Session, shown: Sequence[Wanted], ranked: Sequence[Wanted]) -> None:
    """Do the next piece and draw the page anew, until nothing is left. To be called when the page is drawn.

    A click anywhere ends the piece in hand at its next report of progress; what was finished before stays.
    """
    left = pending(state, shown, ranked)
    if not left:
        _stopped(state, [*shown, *ranked])
        return
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=count(len(left), "map") + " to go")
        st.button("Stop computing", on_click=_stop, args=(state, left), icon=":material/stop_circle:", key="stop")
    others = f"  ·  {count(len(left) - 1, 'more map')} to do" if len(left) > 1 else ""
    advance(state, left[0], lambda share, text: bar.progress(min(1.0, share), text=text + others))
    st.rerun()


def _stop(state: Session, left: Sequence[Wanted]) -> None:
    for face, question in left:
        state.stop(face, [question])


def _stopped(state: Session, wanted: Sequence[Wanted]) -> None:
    """Say what was stopped, with a button to take it up again."""
    works = [(state.work_on(one.face), one.question) for one in dict.fromkeys(wanted)]
    number = sum(question in work.stopped and not work.is_done(question) for work, question in works)
    if number:
        with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"Computing is paused: {count(number, 'map')} not finished.", width="stretch")
            st.button("Go on", on_click=state.go_on, icon=":material/play_circle:", key="go_on", type="primary")
