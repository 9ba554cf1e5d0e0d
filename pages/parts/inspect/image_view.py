"""One analyzed picture: itself with numbered boxes, what was found in all, and what it is. And the table of files."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from forensics.analysis.video_assessment import assess_video
from forensics.decision.strength import suspicion_key
from forensics.decision.strength_wording import LEANINGS, Noun
from forensics.measurements.provenance import with_provenance_note
from forensics.messages import numbers
from forensics.messages.catalogue import sentence, text
from forensics.types.analysis import Decision, ImageResult, Verdict
from forensics.types.video import VideoResult
from pages.parts.session.session import AnalystSession
from pages.parts.text.markdown import code_span, escape_markdown, format_file_size, join_limited
from pages.parts.text.video_wording import person_verdict_counts
from pages.parts.text.wording import BADGE_COLORS, badge, verdict_counts
from pages.parts.widgets import annotated_image

WIDTH_OF_COLUMN = 780
"""Width of the overview's column, in pixels: between a laptop's and a wide screen's."""

LEGEND_HEIGHT = 40

MAX_NUMBERS = 8
"""Most numbers of faces with one verdict that are listed."""


def file_table(state: AnalystSession) -> None:
    """Draw a line a file: what was found in it, the most suspect first."""
    rows = [_row(result) for result in state.results.values()] + [_video_row(one) for one in state.videos.values()]
    rows.sort(key=lambda row: row.suspicion, reverse=True)
    score, ratio = text("page-column-score"), text("page-column-ratio")
    cells = pd.DataFrame([row.cells for row in rows])
    written: dict[Any, Any] = {score: numbers.format_score, ratio: numbers.ratio}
    columns = {ratio: st.column_config.Column(help=text("page-strongest-ratio-help"))}
    st.dataframe(cells.style.format(written, na_rep=""), hide_index=True, column_config=columns)
    st.button(text("page-remove-all"), icon=":material/delete_sweep:", type="tertiary", on_click=state.remove_all)


class FileRow(NamedTuple):
    """A file's cells by their heading, and what the table is sorted by."""

    cells: dict[str, str | int | float | None]
    suspicion: tuple[float, ...]


def _row(result: ImageResult) -> FileRow:
    scored = [(finding.decision, finding.fake_score) for finding in result.findings]
    return _cells(result.media.name, scored, verdict_counts(result))


def _video_row(result: VideoResult) -> FileRow:
    judgment = assess_video(result).file
    scored = [(track.decision, track.score) for track in judgment.tracks]
    return _cells(result.video.name, scored, person_verdict_counts(judgment))


def _cells(name: str, scored: Sequence[tuple[Decision, float]], counts: Mapping[Verdict, int]) -> FileRow:
    evaluated = [(decision, score) for decision, score in scored if decision.verdict != Verdict.NOT_EVALUATED]
    strongest = max(evaluated, key=lambda one: suspicion_key(*one), default=None)
    cells = {
        text("page-column-file"): name,
        text("page-column-cases"): len(scored),
        **{badge(verdict): counts.get(verdict, 0) for verdict in Verdict},
        text("page-column-score"): max((score for _, score in evaluated), default=None),
        text("page-column-ratio"): None if strongest is None else strongest[0].likelihood_ratio,
        text("page-column-leans"): "" if strongest is None else _leans(strongest[0]),
    }
    return FileRow(cells, max((suspicion_key(*one) for one in scored), default=()))


def _leans(decision: Decision) -> str:
    leaning = decision.leaning
    return "" if leaning is None else text("page-leans", leaning=LEANINGS[leaning])


def file_view(state: AnalystSession, result: ImageResult) -> None:
    """Draw the file: the picture on the left, the summary on the right."""
    st.subheader(code_span(result.media.name))
    left, right = st.columns([5, 3], gap="medium")
    with left:
        image_view(result)
    with right:
        _summary(result)
        _facts(result)
        _actions(state, result)


def image_view(result: ImageResult, noun: Noun = "face") -> None:
    """Draw the picture with its numbered boxes. noun: "person" in a frame of a video."""
    st.plotly_chart(
        annotated_image.annotated_image(result, _height(result), noun),
        config=annotated_image.CONFIG,
        key=f"overview_{result.media.sha256}",
        alt=text("page-picture-with-numbers", number=len(result.findings), noun=noun),
    )
    st.caption(text("page-zoom"))


def _height(result: ImageResult) -> int:
    """Height of the overview, so that the picture fills its column and still fits on a laptop's screen."""
    rows, columns = result.overview.shape[:2]
    return min(560, max(160, round(WIDTH_OF_COLUMN * rows / columns))) + LEGEND_HEIGHT


def _summary(result: ImageResult) -> None:
    if not result.findings:
        st.info(text("page-no-face"), icon=":material/face_retouching_off:")
        return
    st.markdown(text("page-found-and-scored", number=len(result.findings)))
    for verdict, number in verdict_counts(result).items():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(badge(verdict), color=BADGE_COLORS[verdict])
            ids = [str(f.region.face_id) for f in result.findings if f.decision.verdict == verdict]
            st.markdown(
                text("page-faces-with-numbers", number=number, numbers=join_limited(ids, MAX_NUMBERS)), width="stretch"
            )


def _facts(result: ImageResult) -> None:
    media = result.media
    pixels = {"width": media.width, "height": media.height}
    size = text("page-picture-size", type=media.media_type, size=format_file_size(len(media.content)), **pixels)
    network = with_provenance_note(
        text(
            "page-network-version",
            title=escape_markdown(result.card.title),
            version=escape_markdown(result.card.version),
        ),
        result.card,
    )
    st.caption(f"{size}  \n{network}")
    st.code(media.sha256, language=None, wrap_lines=True)
    if result.skipped:
        with st.expander(text("page-not-scored", number=len(result.skipped)), key=f"skipped_{result.media.sha256}"):
            for reason in dict.fromkeys(skipped.reason for skipped in result.skipped):
                st.markdown(escape_markdown(sentence(reason)))
    for note in media.notes:
        st.info(escape_markdown(sentence(note)), icon=":material/info:")


def _actions(state: AnalystSession, result: ImageResult) -> None:
    with st.container(horizontal=True):
        if st.button(text("page-write-report"), icon=":material/description:"):
            st.switch_page("pages/report.py")
        st.button(
            text("page-remove-file"),
            icon=":material/delete:",
            type="tertiary",
            on_click=state.remove,
            args=(result.media.sha256,),
        )
