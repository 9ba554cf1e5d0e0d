"""What stands at the top of every page: its title, what it is for, and the choice of a language."""

import streamlit as st

from forensics.messages.catalogue import text
from forensics.messages.language import available_languages, current_language, fixed_language
from pages.parts.session import session_state
from pages.parts.text.markdown import option_labels

CHOICE_KEY = "language_choice"


def page_heading(page: str) -> None:
    """Draw it. page: as its file is called."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(text("page-title", page=page), width="content")
        if fixed_language() is None:
            _choose_language()
    st.caption(text("page-caption", page=page))


def _choose_language() -> None:
    session_state.set_widget(CHOICE_KEY, current_language())
    st.segmented_control(
        text("page-language"),
        available_languages(),
        required=True,
        format_func=option_labels(available_languages(), lambda language: text("page-language-name", language)),
        key=CHOICE_KEY,
        on_change=lambda: session_state.choose_language(session_state.widget_value(CHOICE_KEY)),
        label_visibility="collapsed",
        width="content",
    )
