"""What the page says of removing and keeping files: what can be undone, what is gone, how long the rest stays."""

import streamlit as st

from forensics.storage.retention import keep_days
from forensics.user_data import data_folder
from pages.parts import analyses
from pages.parts.state import Session
from pages.parts.text import count, literal, plain

MOST_NAMES = 3


def removal_view(state: Session) -> None:
    """A line for what was removed last, with a way back, or for what is gone."""
    if state.removal is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="removal"):
            names = _names([one.name for one in state.removal.files])
            st.markdown(
                f"Removed {names}. :small[It can be brought back for ten minutes, or until something else is removed.]",
                width="stretch",
            )
            st.button("Undo", icon=":material/undo:", on_click=state.undo_removal, key="undo")
    if state.gone:
        st.caption(f"Deleted for good: {_names(state.gone)}. A file that another session has stays there.")


def _names(names: list[str] | tuple[str, ...]) -> str:
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(literal(name) for name in names[:MOST_NAMES]) + more


def keeping_view(state: Session) -> None:
    """A line on where files and results lie and for how long, and a way to delete this session's at once."""
    with st.container(horizontal=True, vertical_alignment="center", key="keeping"):
        st.caption(_kept(state), width="stretch")
        with st.popover("Delete all now", type="tertiary", icon=":material/delete_forever:"):
            st.caption(
                "Deletes every file of this session and what was found in them, at once and for good. What another "
                "session needs stays there. Reference pictures and the case fields stay on the page."
            )
            st.button(
                "Delete for good", on_click=analyses.empty, args=(state,), type="primary", key="empty", width="stretch"
            )


def _kept(state: Session) -> str:
    days = count(keep_days(), "day")
    where = f"in {literal(str(data_folder()))} on this computer, for {days} after they were opened last"
    if state.keeper is None:
        return f"Files and results are kept {where}. This browser takes no cookie: loaded anew, the page is empty."
    if state.keeper.failure is not None:
        return (
            f":red[The session could not be kept on the disk ({plain(state.keeper.failure)}): when the page is loaded "
            f"anew, the latest changes are lost.] Files and results are kept {where}."
        )
    return f"Files, results and this page as it stands are kept {where}."
