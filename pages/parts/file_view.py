"""One analysed picture: itself with numbered boxes, what was found in all, and what it is. And the table of files."""

import pandas as pd
import streamlit as st

from forensics.types import AnalysisResult
from forensics.video.types import VideoResult
from pages.parts import figures, session
from pages.parts.judged import judged
from pages.parts.text import count, file_size, literal, plain
from pages.parts.video_words import standing
from pages.parts.wording import BADGE_COLOURS, VERDICTS, badge, verdict_counts

WIDTH_OF_COLUMN = 780
"""Of the overview, in pixels: between a laptop's and a wide screen's."""

LEGEND_HEIGHT = 40

NO_FACE = (
    "No face was found in this picture, so nothing was scored. That says nothing about the rest of the picture. "
    "If it is one large or cut-out face, choose “Whole picture as one face” above."
)


def file_table(state: session.Session) -> None:
    """Draw a line a file: what was found in it."""
    rows = [_row(result) for result in state.results.values()] + [_video_row(one) for one in state.videos.values()]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        column_config={"Highest score": st.column_config.ProgressColumn(format="%.3f", min_value=0, max_value=1)},
    )
    st.button("Remove all files", icon=":material/delete_sweep:", type="tertiary", on_click=state.remove_all)


def _row(result: AnalysisResult) -> dict:
    counts = verdict_counts(result)
    return {
        "File": result.media.name,
        "Faces or persons": len(result.findings),
        **{badge(verdict): counts.get(verdict, 0) for verdict in VERDICTS},
        "Highest score": max(_scores(result), default=None),
    }


def _video_row(result: VideoResult) -> dict:
    judgement = judged(result).file
    counts = standing(judgement)
    scores = [track.score for track in judgement.tracks if track.decision.verdict != "not evaluated"]
    return {
        "File": result.video.name,
        "Faces or persons": len(judgement.tracks),
        **{badge(verdict): counts.get(verdict, 0) for verdict in VERDICTS},
        "Highest score": max(scores, default=None),
    }


def _scores(result: AnalysisResult) -> list[float]:
    return [finding.fake_score for finding in result.findings if finding.decision.verdict != "not evaluated"]


def file_view(state: session.Session, result: AnalysisResult) -> None:
    """Draw the file: the picture on the left, the summary on the right."""
    st.subheader(literal(result.media.name))
    left, right = st.columns([5, 3], gap="medium")
    with left:
        picture_view(result)
    with right:
        _summary(result)
        _facts(result)
        _actions(state, result)


def picture_view(result: AnalysisResult, noun: str = "face") -> None:
    """Draw the picture with its numbered boxes. noun: "person" in a frame of a video."""
    st.plotly_chart(
        figures.overview(result, _height(result), noun),
        config=figures.CONFIG,
        key=f"overview_{result.media.sha256}",
        alt=f"The picture with {count(len(result.findings), f'numbered {noun}')}",
    )
    st.caption("Wheel or pinch to zoom, drag to move, double click for the whole picture.")


def _height(result: AnalysisResult) -> int:
    """Of the overview, so that the picture fills its column and still fits on a laptop's screen."""
    rows, columns = result.overview.shape[:2]
    return min(560, max(160, round(WIDTH_OF_COLUMN * rows / columns))) + LEGEND_HEIGHT


def _summary(result: AnalysisResult) -> None:
    if not result.findings:
        st.info(NO_FACE, icon=":material/face_retouching_off:")
        return
    st.markdown(f"**{count(len(result.findings), 'face')}** found and scored")
    for verdict, number in verdict_counts(result).items():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(badge(verdict), color=BADGE_COLOURS[verdict])
            ids = [str(f.region.face_id) for f in result.findings if f.decision.verdict == verdict]
            st.markdown(f"{count(number, 'face')}: {_few(ids)}", width="stretch")


def _few(ids: list[str], most: int = 8) -> str:
    return ", ".join(ids) if len(ids) <= most else ", ".join(ids[:most]) + f" and {len(ids) - most} more"


def _facts(result: AnalysisResult) -> None:
    media = result.media
    size = f"{media.width} × {media.height} pixels, {media.media_type}, {file_size(len(media.content))}"
    st.caption(f"{size}  \nNetwork: {plain(result.card.title)}, version {plain(result.card.version)}")
    st.code(media.sha256, language=None, wrap_lines=True)
    if result.skipped:
        with st.expander(f"{count(len(result.skipped), 'detection')} not scored"):
            for reason in dict.fromkeys(skipped.reason for skipped in result.skipped):
                st.markdown(plain(reason))


def _actions(state: session.Session, result: AnalysisResult) -> None:
    with st.container(horizontal=True):
        if st.button("Write the report", icon=":material/description:"):
            st.switch_page("pages/report.py")
        st.button(
            "Remove this file",
            icon=":material/delete:",
            type="tertiary",
            on_click=state.remove,
            args=(result.media.sha256,),
        )
