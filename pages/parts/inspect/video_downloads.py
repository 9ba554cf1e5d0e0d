"""What can be taken away of an analyzed video: its numbers, and a copy in which the persons are marked."""

import tempfile
from functools import partial
from pathlib import Path

import streamlit as st

from explain.drawing.annotated_video import annotate_video
from forensics.errors import MediaError
from forensics.export.csv_table import csv_text
from forensics.messages.catalogue import text
from forensics.messages.language import current_language
from forensics.types.video import VideoResult
from pages.parts.session.session import AnalystSession
from pages.parts.text.markdown import escape_markdown
from pages.parts.widgets.video_player import MAX_BYTES


@st.cache_resource(show_spinner=False)
def annotated_folder() -> tempfile.TemporaryDirectory[str]:
    """Where the marked copies lie until the program ends."""
    return tempfile.TemporaryDirectory(prefix="telltale-")


def video_downloads(state: AnalystSession, result: VideoResult) -> None:
    """Draw the buttons."""
    sha256 = result.video.sha256
    stem = f"telltale-{sha256[:12]}"
    annotated = state.video_state(sha256).annotated.get(current_language())
    st.subheader(text("page-exports-title"))
    with st.container(horizontal=True):
        st.download_button(
            text("page-exports-csv"),
            partial(_csv, result),
            f"{stem}.csv",
            "text/csv",
            on_click="ignore",
            icon=":material/table:",
            key=f"csv_{sha256}",
            help=text("page-exports-csv-help"),
        )
        if annotated is not None:
            st.download_button(
                text("page-exports-marked"),
                partial(annotated.open, "rb"),
                f"{stem}.mp4",
                "video/mp4",
                on_click="ignore",
                icon=":material/download:",
                key=f"mp4_{sha256}",
            )
        wanted = annotated is None and st.button(
            text("page-exports-make-marked"),
            icon=":material/movie_edit:",
            key=f"annotate_{sha256}",
            help=text("page-exports-make-marked-help"),
        )
        if st.button(text("page-exports-report"), icon=":material/description:", key=f"report_{sha256}"):
            st.switch_page("pages/report.py")
    if wanted and _annotated(state, result):
        st.rerun()


def _csv(result: VideoResult) -> bytes:
    return csv_text(result).encode("utf-8")


def _annotated(state: AnalystSession, result: VideoResult) -> bool:
    """Make the copy in sight, as far as it is not too large to be handed out; a click anywhere ends it. Returns whether
    it is there."""
    path = Path(annotated_folder().name) / f"{state.watcher}-{result.video.sha256}-{current_language()}.mp4"
    bar, drawn = st.progress(0.0, text=text("page-exports-marking")), 0

    def say(share: float) -> None:
        nonlocal drawn
        if int(100 * share) > drawn:  # not for each of thousands of frames
            drawn = int(100 * share)
            bar.progress(drawn, text=text("page-exports-marking-percent", percent=drawn))

    try:
        annotate_video(result, path, say, most_bytes=MAX_BYTES)
    except (MediaError, OSError) as error:
        st.error(escape_markdown(text("page-exports-not-made", reason=str(error))), icon=":material/error:")
        return False
    finally:
        bar.empty()
    state.store_annotated(result.video.sha256, current_language(), path)
    return True
