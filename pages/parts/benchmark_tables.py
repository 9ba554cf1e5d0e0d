"""Those measurements of the benchmark that are read as tables: costs, the ablation, and all numbers of a chart."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from forensics.benchmark import labels
from forensics.card import DetectorCard, Figure
from pages.parts.text import literal, plain

COSTS = {
    "parameters": ("Parameters", "{:,.0f}"),
    "multiply-accumulates a face": ("Multiply-accumulates a face", "{:,.0f}"),
    "milliseconds a face": ("Time a face, ms", "{:.1f}"),
    labels.TIME_RATIO: ("Time over the baseline's", "{:.2f}"),
    "images a second in training": ("Images a second in training", "{:.1f}"),
}
"""Name of the figure → the column's title and the form of its values."""


def cost(figures: Sequence[Figure], cards: Sequence[DetectorCard]) -> None:
    """A row a detector; nothing where none was measured."""
    st.subheader("Cost")
    rows = []
    for card in cards:
        known = {figure.name: figure for figure in figures if figure.data == card.name}
        if known:
            cells = {title: form.format(known[name].value) for name, (title, form) in COSTS.items() if name in known}
            rows.append({"Network": literal(card.name)} | cells)
    if not rows:
        st.info("Not measured yet: `python -m forensics benchmark cost`", icon=":material/hourglass_empty:")
        return
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)
    st.caption(
        "**Shows** what the network costs beside the baseline, both timed in one run on the same machine; times are "
        "medians of a few repeats.  \n**Does not show** the time to decode a photograph and to find its faces, and how "
        "fast another machine is."
    )


def ablation(figures: Sequence[Figure]) -> None:
    """A row a variant, a column a test; nothing where none was measured."""
    cells: dict[str, dict[str, str]] = {}
    for figure in figures:
        variant, _, test = figure.data.partition(": ")
        cells.setdefault(variant, {})[plain(test)] = _value(figure)
    if not cells:
        return
    st.subheader("Which ingredients count")
    frame = pd.DataFrame([{"Variant": plain(variant)} | tests for variant, tests in cells.items()]).fillna("")
    st.table(frame, border="horizontal", hide_index=True)
    st.caption(
        "**Shows** the AUC on forgeries by others, of the main network's two streams, alone and added in several "
        "shares, and of what it was before it had seen all families; brackets hold 95 % intervals. In use is “both, "
        "1 to 1”: more of the windows gains little on forgeries by others and costs on the known kind.  \n**Does not "
        "show** a test: these pictures chose, so the figures flatter a little."
    )


def numbers(figures: Sequence[Figure], networks: Sequence[str]) -> None:
    """All of them as a table, folded away: rows by data and name, a column a network."""
    cells: dict[tuple[str, str, str], dict[str, str]] = {}
    for figure in figures:
        network = next(name for name in networks if f"--detector {name}" in figure.command)
        row = plain(figure.data), plain(figure.name), f"{figure.n:,}"
        cells.setdefault(row, {})[literal(network)] = _value(figure)
    with st.expander("The numbers", icon=":material/table:"):
        rows = [{"Data": data, "Figure": name, "n": n} | values for (data, name, n), values in cells.items()]
        st.table(pd.DataFrame(rows).fillna(""), border="horizontal", hide_index=True)


def _value(figure: Figure) -> str:
    interval = "" if figure.low is None or figure.high is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
    return f"{figure.value:.3f}{plain(interval)}"
