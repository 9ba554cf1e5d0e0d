"""The frame of the app: its table of contents, where every page begins, and where an unexpected error ends.

Until the first `st.navigation` of a server's life, Streamlit takes the files of pages/ for an app of its own and runs
the one whose address was asked for without app.py: no theme of ours, no error handling. So a page that finds itself
alone hands over to `main`, which then runs it.
"""

import importlib
import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from streamlit import runtime

from forensics.errors import TelltaleError
from forensics.messages.catalogue import text
from forensics.messages.language import use_language
from forensics.storage.retention import sweep_daily
from forensics.types.analysis import AnalysisSettings
from pages.parts.session import media, session_state
from pages.parts.session.session import AnalystSession
from pages.parts.text.markdown import escape_markdown

LOG = logging.getLogger("telltale")

PARTS = Path(__file__).parent

SOFTWARE = "pages.parts.tasks.explanation_runner"
"""Module that imports the networks' software."""

ICONS = {
    "inspect": "frame_inspect",
    "explain": "network_intelligence",
    "report": "description",
    "method": "science",
}
"""Icons of the pages, by the names of their files."""

CONTENT_WIDTH = 1440  # pixels; on a wider screen lines would be too long to read and pictures too far apart


def main() -> None:
    """Draw the frame of the app and the page that was asked for."""
    # The mark is a file of our own: Streamlit would fetch one of its icons for the browser's tab from the internet.
    st.set_page_config(page_title="Telltale", page_icon=PARTS / "mark.svg", layout="wide")
    st.logo(str(PARTS / "mark.svg"), size="large")
    st.html(PARTS / "app.css")
    with use_language(session_state.language()):
        run_page(st.navigation([_page(name, icon) for name, icon in ICONS.items()], position="top"))


def _page(name: str, icon: str) -> st.Page:
    title = text("page-title", page=name)
    return st.Page(f"pages/{name}.py", title=title, icon=f":material/{icon}:", default=name == next(iter(ICONS)))


def import_networks() -> None:
    """Import the networks' software, which takes seconds, once and while the first visitor sees why nothing happens."""
    if SOFTWARE not in sys.modules:
        with st.spinner(text("page-starting")):
            importlib.import_module(SOFTWARE)


def run_page(page: st.Page) -> None:
    """Show a page. Errors raised on purpose are shown as their sentence; any other is logged and named as a fault."""
    try:
        with session_state.inside_app(), st.container(horizontal_alignment="center"), st.container(width=CONTENT_WIDTH):
            import_networks()
            with session_state.session_turn(session_state.current_session()):
                page.run()
    except TelltaleError as error:
        st.error(escape_markdown(str(error)), icon=":material/error:")
    except Exception:
        LOG.exception("page %r failed", page.title)
        if session_state.current_session().fail_current_file():
            st.rerun()
        st.error(text("page-fault"), icon=":material/error:")


@asynccontextmanager
async def serving(_app: st.App) -> AsyncIterator[None]:
    """While the server runs: its media are handed out by us, and what nobody opened for long is removed, at its start
    and daily. What the first analysis needs is loaded beside the first page."""
    media.install(runtime.get_instance())
    threading.Thread(target=load_networks, name="networks", daemon=True).start()
    sweep_daily(_is_needed)
    yield


def load_networks() -> None:
    """The default detector, the face finder, and a process that decodes pictures."""
    try:
        importlib.import_module("forensics.media.decoding_process").PROCESSES.start()
        importlib.import_module(SOFTWARE)
        importlib.import_module("forensics.detectors.registry").load_detector(AnalysisSettings().detector)
        importlib.import_module("forensics.faces.detection").shared_face_detector()
    except Exception:  # whoever needs it meets the same, with a page to say so on
        LOG.exception("the networks were not loaded at the start")


def _is_needed(sha256: str) -> bool:
    return importlib.import_module("forensics.jobs.job_manager").JOB_MANAGER.is_needed(sha256)  # loads the networks


def enter_app() -> AnalystSession:
    """The session, once the page runs inside the app; otherwise the app runs first and this run of the page ends."""
    if not session_state.is_inside_app():
        main()
        st.stop()
    return session_state.current_session()
