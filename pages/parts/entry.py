"""Where every page begins.

Until the first `st.navigation` of a server's life, Streamlit takes the files of pages/ for an app of its own and runs
the one whose address was asked for without app.py: no theme of ours, no error handling. So a page that finds itself
alone hands over to the app, which then runs it.
"""

import streamlit as st

from pages.parts import session


def enter_app() -> session.Session:
    """The session, once the page runs inside the app; otherwise the app runs first and this run of the page ends."""
    if not session.is_inside_app():
        from app import main  # noqa: PLC0415, app.py runs the pages, so they cannot import it before

        main()
        st.stop()
    return session.current()
