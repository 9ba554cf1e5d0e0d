"""Those measurements of the benchmark that are read as tables: costs, the ablation, and all numbers of a chart."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from forensics.measurements.metric_wording import metric_label
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import text
from forensics.messages.numbers import count, fixed
from forensics.types.model_card import DetectorCard, Measurement
from forensics.validation import present
from pages.parts.text.card_wording import (
    dataset_label,
    draw_caption,
    format_interval,
    not_measured_note,
    three_digits,
    variant_label,
)
from pages.parts.text.markdown import code_span, escape_markdown

COSTS: Mapping[str, tuple[str, Callable[[float], str]]] = {
    Metric.PARAMETERS: ("page-method-parameters", count),
    Metric.MULTIPLY_ACCUMULATES: ("page-method-multiply-accumulates", count),
    Metric.MILLISECONDS: ("page-method-milliseconds", partial(fixed, digits=1)),
    Metric.TIME_RATIO: ("page-method-time-ratio", partial(fixed, digits=2)),
    Metric.TRAINING_SPEED: ("page-method-training-speed", partial(fixed, digits=1)),
}
"""Name of the figure → the message of the column's title, and what writes its values."""


def cost_table(figures: Sequence[Measurement], cards: Sequence[DetectorCard]) -> None:
    """A row a detector; nothing where none was measured."""
    st.subheader(text("page-method-cost"))
    rows = []
    for card in cards:
        known = {figure.name: figure for figure in figures if figure.data == card.name}
        if known:
            cells = {
                text(title): say(present(known[name].value)) for name, (title, say) in COSTS.items() if name in known
            }
            rows.append({text("page-method-network"): code_span(card.name)} | cells)
    if not rows:
        not_measured_note("cost")
        return
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)
    draw_caption("cost")


def ablation_table(figures: Sequence[Measurement]) -> None:
    """A row a variant, a column a test; nothing where none was measured."""
    cells: dict[str, dict[str, str]] = {}
    for figure in figures:
        variant, _, test = figure.data.partition(": ")
        cells.setdefault(variant, {})[escape_markdown(dataset_label(test))] = _value(figure)
    if not cells:
        return
    st.subheader(text("page-method-ablation"))
    rows = [
        {text("page-method-variant"): escape_markdown(variant_label(variant))} | tests
        for variant, tests in cells.items()
    ]
    st.table(pd.DataFrame(rows).fillna(""), border="horizontal", hide_index=True)
    draw_caption("ablation")


def numbers_table(figures: Sequence[Measurement], networks: Sequence[str]) -> None:
    """All of them as a table, folded away: rows by data and name, a column a network."""
    cells: dict[tuple[str, str, str], dict[str, str]] = {}
    for figure in figures:
        network = next(name for name in networks if " ".join(("--detector", name)) in figure.command)
        row = escape_markdown(dataset_label(figure.data)), escape_markdown(metric_label(figure.name)), count(figure.n)
        cells.setdefault(row, {})[code_span(network)] = _value(figure)
    titles = text("page-method-data"), text("pdf-figure"), text("pdf-cases")
    with st.expander(text("page-method-numbers"), icon=":material/table:", key="numbers"):
        rows = [dict(zip(titles, row, strict=True)) | values for row, values in cells.items()]
        st.table(pd.DataFrame(rows).fillna(""), border="horizontal", hide_index=True)


def _value(figure: Measurement) -> str:
    value = three_digits(present(figure.value))
    if figure.low is None or figure.high is None:
        return value
    return f"{value} {escape_markdown(format_interval(three_digits(figure.low), three_digits(figure.high)))}"
