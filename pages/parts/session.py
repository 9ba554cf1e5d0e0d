"""What one analyst's browser session holds: the only place that touches `st.session_state`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit as st

from pages.parts.state import Session

FILE_KEY, FACE_KEY, SECOND_KEY = "chosen_file", "chosen_face", "second_face"
"""Widgets that choose a file, a face and one to compare with use these keys on every page, so that the choice stays."""

INSIDE_KEY = "inside_app"


def current() -> Session:
    """The session of the browser tab that runs this script; a fresh one at the first call."""
    return st.session_state.setdefault("telltale", Session())


@contextmanager
def inside_app() -> Iterator[None]:
    """Around a page that app.py runs."""
    st.session_state[INSIDE_KEY] = True
    try:
        yield
    finally:
        st.session_state[INSIDE_KEY] = False


def is_inside_app() -> bool:
    return st.session_state.get(INSIDE_KEY, False)


def choose(sha256: str, face_id: int | None = None) -> None:
    """Choose a file, and a face in it, for all pages. To be called before their widgets are drawn: from a callback."""
    st.session_state[FILE_KEY] = sha256
    if face_id is not None:
        st.session_state[FACE_KEY] = face_id


def follow_choice(relatives: Mapping[str, Sequence[str]], offered: Sequence[str]) -> None:
    """Where the chosen file is not offered on this page, choose one that belongs to it: of a video a frame, of a frame
    its video."""
    chosen = st.session_state.get(FILE_KEY)
    if chosen not in offered:
        related = next((other for other in relatives.get(chosen, ()) if other in offered), None)
        if related is not None:
            choose(related)


def clicked(key: str) -> list[dict]:
    """The points that were clicked at in a Plotly chart. From its callback."""
    return st.session_state[key]["selection"]["points"]


def value_of(key: str) -> object:
    """What was chosen in a widget. From its callback."""
    return st.session_state[key]


def forget_face() -> None:
    """Another file was chosen: the face with the highest score of that one is shown first."""
    st.session_state.pop(FACE_KEY, None)


def put_into_panel(number: int, method: str, target: str) -> None:
    """Show a method in a panel. From a callback, as `choose`."""
    st.session_state[panel_key(number)] = method
    st.session_state[target_key(number)] = target


def panel_key(number: int) -> str:
    """Of the widget that chooses what a panel shows."""
    return f"panel_{number}"


def target_key(number: int) -> str:
    """Of the widget that chooses what a panel's method explains."""
    return f"panel_{number}_target"


def drop_stale_choice(key: str, options: list) -> None:
    """Forget a choice that is no longer offered, so that its widget starts anew."""
    if key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]
