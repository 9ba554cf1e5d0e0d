"""Which session a browser's page works with: the only place that touches `st.session_state`."""

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakValueDictionary

import streamlit as st
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.session_state_proxy import get_session_state

from forensics.messages.language import fixed_language, nearest_language, use_language
from forensics.storage.sessions import SessionFolder, is_secret
from pages.parts.session.cookie import COOKIE
from pages.parts.session.persistence import SessionStore
from pages.parts.session.session import AnalystSession

FILE_KEY, FACE_KEY, SECOND_KEY = "chosen_file", "chosen_face", "second_face"
"""Widgets that choose a file, a face and one to compare with use these keys on every page, so that the choice stays."""

INSIDE_KEY, SESSION_KEY, DELIVERIES_KEY = "inside_app", "telltale", "deliveries"
SHOWN_KEY = "shown"
"""What the widgets of this page were told to show, by their keys."""

LANGUAGE_KEY = "language"
"""What the analyst chose, where anything."""

PERSISTED_KEYS = re.compile(
    f"{FILE_KEY}|{FACE_KEY}|{SECOND_KEY}|panel_.+|opacity|baseline|common_scale|swipe|order"
    "|explain_all|ranking_target|method_network|(flicker|cards|people)_[0-9a-f]{64}|report_.+_.+"
)
"""Keys of the widgets whose choice comes back when the page is loaded anew."""

OTHERS = re.compile("setting_.+|explanations_set")
"""Keys of other widgets that offer words."""

_OPEN: WeakValueDictionary[str, AnalystSession] = WeakValueDictionary()
"""Sessions of this process that are known by a cookie, by their identity, as long as a page holds them."""

_OPENING = threading.Lock()


def current_session() -> AnalystSession:
    """The session that this page works with, opened at the first call: by the browser's cookie the one that all its
    pages share; in a browser without cookies one of this page, in memory."""
    if SESSION_KEY not in st.session_state:
        state = st.session_state[SESSION_KEY] = _opened(st.context.cookies.get(COOKIE))
        for key, value in ({} if state.keeper is None else state.keeper.widgets).items():
            st.session_state.setdefault(key, value)
    return st.session_state[SESSION_KEY]


def _opened(secret: str | None) -> AnalystSession:
    if not is_secret(secret):
        return AnalystSession()
    folder = SessionFolder.of(secret)
    with _OPENING:
        with suppress(OSError):  # a folder that cannot be written to is said when the session is kept
            folder.touch()
        state = _OPEN.get(folder.identity)
        if state is None:
            keeper = SessionStore(folder)
            state = _OPEN[folder.identity] = keeper.load()
            state.keeper = keeper
        return state


def _steady() -> SessionState:
    """`st.session_state`, in callbacks.

    Wherever an item of `st.session_state` is read or written, a next click interrupts the script, and Streamlit runs no
    interrupted callback again: what it was to do would be lost. What lies behind it (private in Streamlit 1.67) gives
    way to nothing.
    """
    return get_session_state()._state


@contextmanager
def session_turn(state: AnalystSession) -> Iterator[None]:
    """Around whatever a page does with the session, and a part of it that is drawn again by itself: its other pages
    wait, before and after all is kept on disk, and words are made in the language of the page.

    Callbacks run before it, and make no words.
    """
    with state.turn, use_language(language()):
        _keep(state)
        try:
            yield
        finally:
            _keep(state)


def _keep(state: AnalystSession) -> None:
    if state.keeper is not None:
        chosen = {str(key): value for key, value in st.session_state.items() if PERSISTED_KEYS.fullmatch(str(key))}
        state.keeper.save(state, state.keeper.widgets | {k: v for k, v in chosen.items() if _is_plain(v)})


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], int)
    return value is None or isinstance(value, bool | int | float | str)


def language() -> str:
    """Language of this page: what the setting fixes, else what the analyst chose, else what the browser asks for."""
    current_session()  # with which an earlier choice comes back
    return fixed_language() or st.session_state.get(LANGUAGE_KEY) or nearest_language(st.context.locale or "")


def choose_language(language: str) -> None:
    """The language was chosen. From its callback.

    A browser knows what is chosen in a widget by its words; what the words meant until now stays chosen.
    """
    values = _steady()
    values[LANGUAGE_KEY] = language
    if (keeper := values[SESSION_KEY].keeper) is not None:  # not with every choice: pages may speak other languages
        keeper.widgets = keeper.widgets | {LANGUAGE_KEY: language}
    for key in values.filtered_state:
        if PERSISTED_KEYS.fullmatch(key) or OTHERS.fullmatch(key):
            values[key] = values[key]


def uploader_key(name: str) -> str:
    """Key of a place where files are dropped: another one after each delivery, so that what was delivered is not
    delivered again, and one of this page alone."""
    return f"{name}_{st.session_state.get(f'{DELIVERIES_KEY}_{name}', 0)}"


def clear_uploader(name: str) -> None:
    """The files that were dropped there have been taken."""
    key = f"{DELIVERIES_KEY}_{name}"
    st.session_state[key] = st.session_state.get(key, 0) + 1


def set_widget(key: str, value: object) -> None:
    """What a widget shows, whatever it showed before: on each page anew, where it stands on several."""
    st.session_state[key] = value


def set_default(key: str, value: object) -> None:
    """What a widget shows at first, until something is chosen in it."""
    st.session_state.setdefault(key, value)


def set_before_drawing(key: str, value: object) -> None:
    """What a widget shows, before it is drawn: another page of the browser may have changed it.

    What it shows already is not set again: the browser would lose what is typed there meanwhile.
    """
    shown = st.session_state.setdefault(SHOWN_KEY, {})
    if key not in st.session_state or value not in (st.session_state[key], shown.get(key)):
        st.session_state[key] = value
    shown[key] = value


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


def select_face(sha256: str, face_id: int | None = None) -> None:
    """Choose a file, and a face in it, for all pages. To be called before their widgets are drawn: from a callback."""
    _steady()[FILE_KEY] = sha256
    if face_id is not None:
        _steady()[FACE_KEY] = face_id


def select_related(relatives: Mapping[str, Sequence[str]], offered: Sequence[str]) -> None:
    """Where the chosen file is not offered on this page, choose one that belongs to it: of a video a frame, of a frame
    its video."""
    chosen: str = st.session_state.get(FILE_KEY, "")
    if chosen not in offered:
        related = next((other for other in relatives.get(chosen, ()) if other in offered), None)
        if related is not None:
            select_face(related)


def selected_points(key: str) -> list[dict[str, Any]]:
    """The points that were clicked at in a Plotly chart. From its callback."""
    return widget_value(key)["selection"]["points"]


def widget_value(key: str) -> Any:
    """What was chosen in a widget. From its callback."""
    return _steady()[key]


def reset_face() -> None:
    """Another file was chosen: the face with the highest score of that one is shown first. From a callback."""
    with suppress(KeyError):
        del _steady()[FACE_KEY]


def set_panel(number: int, method: str, target: str) -> None:
    """Show a method in a panel. From a callback, as `select_face`."""
    _steady()[panel_key(number)] = method
    _steady()[target_key(number)] = target


def panel_key(number: int) -> str:
    """Key of the widget that chooses what a panel shows."""
    return f"panel_{number}"


def target_key(number: int) -> str:
    """Key of the widget that chooses what a panel's method explains."""
    return f"panel_{number}_target"


def clear_invalid_selection(key: str, options: list[Any]) -> None:
    """Forget a choice that is no longer offered, so that its widget starts anew."""
    if key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]
