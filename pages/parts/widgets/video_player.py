"""The video itself, at the chosen moment, where a browser can be expected to play it."""

from pathlib import Path

import streamlit as st

from forensics.messages.catalogue import text
from forensics.types.video import VideoFile
from pages.parts.text.markdown import escape_markdown, format_file_size

CONTAINERS = {"video/mp4": "video/mp4", "video/quicktime": "video/mp4", "video/webm": "video/webm"}
"""Media type → as what it is handed out: a MOV is laid out as an MP4 is, and played under that name."""

CODECS = ("h264", "vp8", "vp9", "av1", "libdav1d")
"""Codecs that every common browser plays."""

MAX_BYTES = 200_000_000
"""A marked copy that is downloaded is held in memory until it has gone."""

HEIGHT = 480
"""In screen pixels; the video of a telephone held upright would fill two screens."""


def unplayable_reason(video: VideoFile) -> str:
    """Why the file itself is not shown in the player, one sentence; empty where it is."""
    if video.media_type not in CONTAINERS or video.codec not in CODECS:
        return text("page-player-unplayable", type=video.media_type, codec=video.codec)
    if video.size > MAX_BYTES:
        return text("page-player-too-large", size=format_file_size(video.size))
    return ""


def video_player(video: VideoFile, annotated: Path | None, seconds: float) -> None:
    """Draw the player, or why there is none. annotated: an MP4 of the same video with its persons marked."""
    reason, width = unplayable_reason(video), round(HEIGHT * video.width / video.height)
    marked = annotated is not None and (
        bool(reason)
        or st.toggle(
            text("page-player-marked"), True, key=f"marked_{video.sha256}", help=text("page-player-marked-help")
        )
    )
    if marked:
        st.video(annotated, start_time=seconds, width=width, alt=text("page-player-marked-alt"))
    elif reason:
        st.info(text("page-player-make-marked", because=escape_markdown(reason)), icon=":material/movie:")
    else:
        kind = CONTAINERS[video.media_type]
        st.video(video.path, kind, start_time=seconds, width=width, alt=text("page-player-alt"))
