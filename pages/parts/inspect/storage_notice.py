"""What the page says of removing and keeping files: what can be undone, what is gone, how long the rest stays."""

import streamlit as st

from forensics.io.user_data import data_folder
from forensics.messages.catalogue import text
from forensics.storage.retention import keep_days
from pages.parts.session.session import Session
from pages.parts.tasks import analyses
from pages.parts.text.markdown import literal, plain, several

MOST_NAMES = 3


def removal_view(state: Session) -> None:
    """A line for what was removed last, with a way back, or for what is gone."""
    if state.removal is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="removal"):
            names = _names([one.name for one in state.removal.files])
            st.markdown(text("page-removed", names=names), width="stretch")
            st.button(text("page-undo"), icon=":material/undo:", on_click=state.undo_removal, key="undo")
    if state.gone:
        st.caption(text("page-deleted", names=_names(state.gone)))


def _names(names: list[str] | tuple[str, ...]) -> str:
    return several([literal(name) for name in names], MOST_NAMES)


def keeping_view(state: Session) -> None:
    """A line on where files and results lie and for how long, and a way to delete this session's at once."""
    with st.container(horizontal=True, vertical_alignment="center", key="keeping"):
        st.caption(_kept(state), width="stretch")
        with st.popover(text("page-delete-all"), type="tertiary", icon=":material/delete_forever:"):
            st.caption(text("page-delete-all-means"))
            st.button(
                text("page-delete-for-good"),
                on_click=analyses.empty,
                args=(state,),
                type="primary",
                key="empty",
                width="stretch",
            )


def _kept(state: Session) -> str:
    where = {"folder": literal(str(data_folder())), "number": keep_days()}
    if state.keeper is None:
        return text("page-kept-without-cookie", **where)
    if state.keeper.failure is not None:
        return text("page-not-kept", failure=plain(state.keeper.failure), **where)
    return text("page-kept", **where)
