"""How well persons in videos are judged and followed, and how fast, as tables on the Method page."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from forensics.benchmark import labels, results
from forensics.benchmark import video_labels as video
from forensics.card import Figure
from forensics.messages.catalogue import listed, text
from forensics.messages.numbers import fixed, share
from pages.parts.captions import caption, interval, video_words
from pages.parts.text import plain

JUDGED = {
    video.PERSON_AUC: "page-method-person-auc",
    video.FRAME_AUC: "page-method-frame-auc",
    video.LIKE_AUC: "page-method-like-auc",
    labels.FALSE_ALARMS: "page-method-people-alarms",
    video.ONE_FRAME: "page-method-one-frame",
    video.DETECTED: "page-method-people-detected",
    video.MISSED: "page-method-people-missed",
    video.START_ERROR: "page-method-start-error",
    video.END_ERROR: "page-method-end-error",
    video.FLICKER_AUC: "page-method-flicker-auc",
}
"""Of videos of one person: the figure's name → the message of the column's title."""

FOLLOWED = {
    video.KEPT: "page-method-tracks-kept",
    video.SWITCHES: "page-method-switches",
    video.SPLITS: "page-method-splits",
    video.UNIONS: "page-method-unions",
    video.RIGHT_PERSON: "page-method-right-person",
}
"""Of videos of several people."""

SHARES = frozenset({labels.FALSE_ALARMS, video.ONE_FRAME, video.DETECTED, video.MISSED, video.KEPT, video.RIGHT_PERSON})

Known = Mapping[tuple[str, str], Figure]


def video_benchmark() -> None:
    """Nothing where it was not measured."""
    known = {(figure.data, figure.name): figure for figure in results.read("video")}
    if not known:
        return
    st.subheader(text("page-method-videos-head"))
    st.table(_table(known, video.ALONE, JUDGED), border="horizontal", hide_index=True)
    caption("judged")
    st.table(_table(known, video.TOGETHER, FOLLOWED), border="horizontal", hide_index=True)
    caption("followed")
    _speed(results.read("video_speed"))


def _table(known: Known, kinds: Sequence[str], columns: Mapping[str, str]) -> pd.DataFrame:
    rows = []
    for kind in kinds:
        for crf in video.CRFS:
            figures = {name: known.get((video.data_of(kind, crf), name)) for name in columns}
            if any(figures.values()):
                made = text("page-method-videos-of", kind=video_words(kind), crf=crf)
                cells = {text(columns[name]): _value(figure) for name, figure in figures.items()}
                rows.append({text("page-method-videos"): made} | cells)
    return pd.DataFrame(rows)


def _value(figure: Figure | None) -> str:
    """With its interval and its number of cases."""
    if figure is None:
        return "—"
    say = share if figure.name in SHARES else partial(fixed, digits=2)
    value = say(figure.value)
    if figure.low is not None and figure.high is not None:
        value = f"{value} {interval(say(figure.low), say(figure.high))}"
    return plain(text("page-method-of-cases", value=value, cases=figure.n))


def _speed(figures: Sequence[Figure]) -> None:
    """One sentence a figure; nothing where it was not measured."""
    known = {(figure.name, figure.data): figure.value for figure in figures}
    speeds = {faces: known.get((video.SPEED, video.faces_side_by_side(faces))) for faces in video.FACES}
    if None in speeds.values():
        return
    memory = [figure.value for figure in figures if figure.name == video.MEMORY]
    times = [text("page-method-times", speed=speed, faces=faces) for faces, speed in speeds.items()]
    st.markdown(text("page-method-speed", times=listed(times), short=memory[0], long=memory[-1]))
