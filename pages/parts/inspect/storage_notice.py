"""What the page says of removing and keeping files: what can be undone, what is gone, how long the rest stays."""

import streamlit as st

from forensics.facts import Value
from forensics.io.user_data import user_data_dir
from forensics.messages.catalogue import text
from forensics.storage.retention import keep_days
from pages.parts.session.session import AnalystSession
from pages.parts.tasks import analyses
from pages.parts.text.markdown import code_span, escape_markdown, join_limited

MAX_NAMES = 3


def removal_notice(state: AnalystSession) -> None:
    """A line for what was removed last, with a way back, or for what is gone."""
    if state.removal is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="removal"):
            names = _names([one.name for one in state.removal.files])
            st.markdown(text("page-removed", names=names), width="stretch")
            st.button(text("page-undo"), icon=":material/undo:", on_click=state.undo_removal, key="undo")
    if state.gone:
        st.caption(text("page-deleted", names=_names(state.gone)))


def _names(names: list[str] | tuple[str, ...]) -> str:
    return join_limited([code_span(name) for name in names], MAX_NAMES)


def retention_notice(state: AnalystSession) -> None:
    """A line on where files and results lie and for how long, and a way to delete this session's at once."""
    with st.container(horizontal=True, vertical_alignment="center", key="keeping"):
        st.caption(_kept(state), width="stretch")
        with st.popover(text("page-delete-all"), type="tertiary", icon=":material/delete_forever:"):
            st.caption(text("page-delete-all-means"))
            st.button(
                text("page-delete-for-good"),
                on_click=analyses.delete_session_files,
                args=(state,),
                type="primary",
                key="empty",
                width="stretch",
            )


def _kept(state: AnalystSession) -> str:
    where: dict[str, Value] = {"folder": code_span(str(user_data_dir())), "number": keep_days()}
    if state.keeper is None:
        return text("page-kept-without-cookie", **where)
    if state.keeper.failure is not None:
        return text("page-not-kept", failure=escape_markdown(state.keeper.failure), **where)
    return text("page-kept", **where)
