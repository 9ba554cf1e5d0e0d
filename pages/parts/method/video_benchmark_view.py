"""How well persons in videos are judged and followed, and how fast, as tables on the Method page."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from forensics.measurements import results, video_names
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import format_list, text
from forensics.messages.numbers import fixed, share
from forensics.types.model_card import Measurement
from forensics.validation import present
from pages.parts.text.card_wording import draw_caption, earlier_network_note, format_interval, video_label
from pages.parts.text.markdown import escape_markdown

PERSON_METRICS: Mapping[str, str] = {
    Metric.PERSON_AUC: "page-method-person-auc",
    Metric.FRAME_AUC: "page-method-frame-auc",
    Metric.FRAME_AUC_UNTOUCHED_VIDEOS: "page-method-like-auc",
    Metric.FALSE_ALARMS: "page-method-people-alarms",
    Metric.PEOPLE_WITH_FALSE_FRAMES: "page-method-one-frame",
    Metric.PEOPLE_DETECTED: "page-method-people-detected",
    Metric.PEOPLE_MISSED: "page-method-people-missed",
    Metric.SPAN_START_ERROR: "page-method-start-error",
    Metric.SPAN_END_ERROR: "page-method-end-error",
    Metric.FLICKER_AUC: "page-method-flicker-auc",
}
"""Columns for videos of one person: the figure's name → the message of the column's title."""

TRACKING_METRICS: Mapping[str, str] = {
    Metric.TRACKS_KEPT: "page-method-tracks-kept",
    Metric.IDENTITY_SWITCHES: "page-method-switches",
    Metric.TRACK_SPLITS: "page-method-splits",
    Metric.TRACK_MERGES: "page-method-unions",
    Metric.STRONGEST_IS_FORGED: "page-method-right-person",
}
"""The same for videos of several people."""

SHARES = frozenset(
    {
        Metric.FALSE_ALARMS,
        Metric.PEOPLE_WITH_FALSE_FRAMES,
        Metric.PEOPLE_DETECTED,
        Metric.PEOPLE_MISSED,
        Metric.TRACKS_KEPT,
        Metric.STRONGEST_IS_FORGED,
    }
)

Known = Mapping[tuple[str, str], Measurement]


def video_benchmark_view() -> None:
    """Nothing where it was not measured."""
    known = {(figure.data, figure.name): figure for figure in results.read_results("video")}
    if not known:
        return
    st.subheader(text("page-method-videos-head"))
    st.table(_table(known, video_names.ALONE, PERSON_METRICS), border="horizontal", hide_index=True)
    draw_caption("judged")
    st.table(_table(known, video_names.TOGETHER, TRACKING_METRICS), border="horizontal", hide_index=True)
    draw_caption("followed")
    earlier_network_note("video")
    _speed(results.read_results("video_speed"))


def _table(known: Known, kinds: Sequence[str], columns: Mapping[str, str]) -> pd.DataFrame:
    rows = []
    for kind in kinds:
        for crf in video_names.CRFS:
            figures = {name: known.get((video_names.made_videos(kind, crf), name)) for name in columns}
            if any(figures.values()):
                made = text("page-method-videos-of", kind=video_label(kind), crf=crf)
                cells = {text(columns[name]): _value(figure) for name, figure in figures.items()}
                rows.append({text("page-method-videos"): made} | cells)
    return pd.DataFrame(rows)


def _value(figure: Measurement | None) -> str:
    """With its interval and its number of cases."""
    if figure is None:
        return "—"
    say = share if figure.name in SHARES else partial(fixed, digits=2)
    value = say(present(figure.value))
    if figure.low is not None and figure.high is not None:
        value = f"{value} {format_interval(say(figure.low), say(figure.high))}"
    return escape_markdown(text("page-method-of-cases", value=value, cases=figure.n))


def _speed(figures: Sequence[Measurement]) -> None:
    """One sentence a figure; nothing where it was not measured."""
    known = {(figure.name, figure.data): figure.value for figure in figures}
    speeds = {
        faces: known.get((Metric.VIDEO_SPEED, video_names.faces_side_by_side(faces))) for faces in video_names.FACES
    }
    if None in speeds.values():
        return
    memory = [present(figure.value) for figure in figures if figure.name == Metric.VIDEO_MEMORY]
    times = [text("page-method-times", speed=present(speed), faces=faces) for faces, speed in speeds.items()]
    st.markdown(text("page-method-speed", times=format_list(times), short=memory[0], long=memory[-1]))
