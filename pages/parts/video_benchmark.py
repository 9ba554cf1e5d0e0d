"""How well persons in videos are judged and followed, and how fast, as tables on the Method page."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from forensics.benchmark import labels, results
from forensics.benchmark import video_labels as video
from forensics.card import Figure
from pages.parts.text import plain

JUDGED = {
    video.PERSON_AUC: "AUC per person",
    video.FRAME_AUC: "AUC per frame",
    video.LIKE_AUC: "AUC per frame, against other people",
    labels.FALSE_ALARMS: "Untouched people called manipulated",
    video.ONE_FRAME: "Untouched people with such a frame",
    video.DETECTED: "Forged people called manipulated",
    video.MISSED: "Forged people called no signs",
    video.START_ERROR: "Start, seconds off",
    video.END_ERROR: "End, seconds off",
    video.FLICKER_AUC: "AUC of flicker alone",
}
"""Of videos of one person: the figure's name → the column's title."""

FOLLOWED = {
    video.KEPT: "Everybody has one track of their own",
    video.SWITCHES: "Switches a video",
    video.SPLITS: "Tracks too many",
    video.UNIONS: "Tracks of two people",
    video.RIGHT_PERSON: "Strongest person is the forged one",
}
"""Of videos of several people."""

SHARES = frozenset({labels.FALSE_ALARMS, video.ONE_FRAME, video.DETECTED, video.MISSED, video.KEPT, video.RIGHT_PERSON})

Known = Mapping[tuple[str, str], Figure]


def video_benchmark() -> None:
    """Nothing where it was not measured."""
    known = {(figure.data, figure.name): figure for figure in results.read("video")}
    if not known:
        return
    st.subheader("Persons in video")
    st.table(_table(known, video.ALONE, JUDGED), border="horizontal", hide_index=True)
    st.caption(
        "**Shows** how persons are judged in videos made for the purpose, untouched or forged for about half of their "
        "time by families of forgeries that the network knows, compressed as for an upload (crf 23) and as after being "
        "passed on (crf 40). Brackets hold 95 % intervals over videos. Flicker alone tells little, so it is shown and "
        "decides nothing.  \n**Does not show** forgeries of other kinds, and real films: stills in motion are "
        "photographs that a camera moves across, and of the talking heads the training saw some untouched frames, so "
        "those rows flatter."
    )
    st.table(_table(known, video.TOGETHER, FOLLOWED), border="horizontal", hide_index=True)
    st.caption(
        "**Shows** whether the tracker keeps people apart and together: side by side (2, 4 and 8), crossing each "
        "other, hidden behind a passing bar, and cut back and forth.  \n**Does not show** crowds, turned heads and "
        "people in the same clothes, which are harder."
    )
    _speed(results.read("video_speed"))


def _table(known: Known, kinds: Sequence[str], columns: Mapping[str, str]) -> pd.DataFrame:
    rows = []
    for kind in kinds:
        for crf in video.CRFS:
            figures = {name: known.get((video.data_of(kind, crf), name)) for name in columns}
            if any(figures.values()):
                cells = {columns[name]: _value(figure) for name, figure in figures.items()}
                rows.append({"Videos": f"{kind}, crf {crf}"} | cells)
    return pd.DataFrame(rows)


def _value(figure: Figure | None) -> str:
    """With its interval and its number of cases."""
    if figure is None:
        return "—"
    form = "{:.0%}" if figure.name in SHARES else "{:.2f}"
    text = form.format(figure.value)
    if figure.low is not None and figure.high is not None:
        text += f" [{form.format(figure.low)}, {form.format(figure.high)}]"
    return plain(f"{text}, n = {figure.n}")


def _speed(figures: Sequence[Figure]) -> None:
    """One sentence a figure; nothing where it was not measured."""
    known = {(figure.name, figure.data): figure.value for figure in figures}
    speeds = {faces: known.get((video.SPEED, video.faces_side_by_side(faces))) for faces in video.FACES}
    if None in speeds.values():
        return
    memory = [figure.value for figure in figures if figure.name == video.MEMORY]
    times = ", ".join(f"{speed:.1f} × with {video.faces_side_by_side(faces)}" for faces, speed in speeds.items())
    st.markdown(
        f"**Speed.** On the machine of the measurement, two cores, 720p at five frames a second is analysed at "
        f"{times}, where 1 × is real time. An analysis adds {memory[0]:.0f} MiB of memory for ten seconds and "
        f"{memory[-1]:.0f} MiB for ten minutes."
    )
