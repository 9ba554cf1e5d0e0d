"""Those measurements of the benchmark that are read as tables: costs, the ablation, and all numbers of a chart."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from forensics.measurements.metric_wording import metric_words
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import text
from forensics.messages.numbers import count, fixed
from forensics.types.model_card import DetectorCard, Figure
from pages.parts.text.card_wording import caption, data_words, interval, not_measured, three_digits, variant_words
from pages.parts.text.markdown import literal, plain

COSTS: Mapping[str, tuple[str, Callable[[float], str]]] = {
    Metric.PARAMETERS: ("page-method-parameters", count),
    Metric.MULTIPLY_ACCUMULATES: ("page-method-multiply-accumulates", count),
    Metric.MILLISECONDS: ("page-method-milliseconds", partial(fixed, digits=1)),
    Metric.TIME_RATIO: ("page-method-time-ratio", partial(fixed, digits=2)),
    Metric.TRAINING_SPEED: ("page-method-training-speed", partial(fixed, digits=1)),
}
"""Name of the figure → the message of the column's title, and what writes its values."""


def cost(figures: Sequence[Figure], cards: Sequence[DetectorCard]) -> None:
    """A row a detector; nothing where none was measured."""
    st.subheader(text("page-method-cost"))
    rows = []
    for card in cards:
        known = {figure.name: figure for figure in figures if figure.data == card.name}
        if known:
            cells = {text(title): say(known[name].value) for name, (title, say) in COSTS.items() if name in known}
            rows.append({text("page-method-network"): literal(card.name)} | cells)
    if not rows:
        not_measured("cost")
        return
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)
    caption("cost")


def ablation(figures: Sequence[Figure]) -> None:
    """A row a variant, a column a test; nothing where none was measured."""
    cells: dict[str, dict[str, str]] = {}
    for figure in figures:
        variant, _, test = figure.data.partition(": ")
        cells.setdefault(variant, {})[plain(data_words(test))] = _value(figure)
    if not cells:
        return
    st.subheader(text("page-method-ablation"))
    rows = [{text("page-method-variant"): plain(variant_words(variant))} | tests for variant, tests in cells.items()]
    st.table(pd.DataFrame(rows).fillna(""), border="horizontal", hide_index=True)
    caption("ablation")


def numbers(figures: Sequence[Figure], networks: Sequence[str]) -> None:
    """All of them as a table, folded away: rows by data and name, a column a network."""
    cells: dict[tuple[str, str, str], dict[str, str]] = {}
    for figure in figures:
        network = next(name for name in networks if " ".join(("--detector", name)) in figure.command)
        row = plain(data_words(figure.data)), plain(metric_words(figure.name)), count(figure.n)
        cells.setdefault(row, {})[literal(network)] = _value(figure)
    titles = text("page-method-data"), text("pdf-figure"), text("pdf-cases")
    with st.expander(text("page-method-numbers"), icon=":material/table:", key="numbers"):
        rows = [dict(zip(titles, row, strict=True)) | values for row, values in cells.items()]
        st.table(pd.DataFrame(rows).fillna(""), border="horizontal", hide_index=True)


def _value(figure: Figure) -> str:
    value = three_digits(figure.value)
    if figure.low is None or figure.high is None:
        return value
    return f"{value} {plain(interval(three_digits(figure.low), three_digits(figure.high)))}"
