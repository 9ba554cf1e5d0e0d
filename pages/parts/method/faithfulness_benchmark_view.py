"""How far the maps of each method can be trusted, measured on forgeries whose manipulated pixels are known."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from explain.methods import DEFAULTS, METHODS
from forensics.measurements import dataset_names, results
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import text
from forensics.messages.numbers import fixed
from forensics.types.model_card import Measurement
from forensics.validation import present
from pages.parts.method.faithfulness_table import COLUMNS, faithfulness_table, method_title
from pages.parts.text.card_wording import (
    chart_caption,
    dataset_label,
    draw_caption,
    earlier_network_note,
    format_interval,
)
from pages.parts.text.markdown import escape_markdown
from pages.parts.text.markdown import option_labels as labels_of
from pages.parts.widgets.interval_charts import CONFIG, Series, dot_plot

SETS = {dataset_names.OWN_FAMILIES: "page-method-own-families", dataset_names.PAIRS: "page-method-pairs"}

GAINS = (Metric.DELETION_GAIN, Metric.INSERTION_GAIN)

COSTS: Mapping[str, tuple[str, Callable[[float], str]]] = {
    Metric.MAP_OVER_FORWARD: ("page-method-map-over-forward", partial(fixed, digits=1)),
    Metric.MAP_OVER_BOTH: ("page-method-map-over-both", partial(fixed, digits=1)),
    Metric.MAP_SECONDS: ("page-method-map-seconds", partial(fixed, digits=2)),
    Metric.FAITHFULNESS_SECONDS: ("page-method-trust-seconds", partial(fixed, digits=2)),
}
"""Name of the figure → the message of the column's title, and what writes its values."""


def faithfulness_benchmark_view() -> None:
    """Nothing where it was not measured."""
    known = {(figure.data, figure.name): figure for figure in results.read_results("explanations")}
    methods = (*METHODS, dataset_names.RANDOM_MAP)
    measured_on = {data for data, _ in known}
    sets = [data for data in SETS if any(dataset_names.of_method(method, data) in measured_on for method in methods)]
    if not sets:
        return
    st.subheader(text("page-method-explanations"))
    st.markdown(text("page-method-explanations-measured", limit=dataset_names.MAX_CORRELATION))
    data = st.segmented_control(
        text("page-method-forged-faces"),
        sets,
        format_func=labels_of(sets, lambda data: text(SETS[data])),
        default=sets[0],
        required=True,
        key="explanations_set",
        persist_state="session",
    )
    measured = {
        method: {
            name: figure for (where, name), figure in known.items() if where == dataset_names.of_method(method, data)
        }
        for method in methods
    }
    measured = {method: found for method, found in measured.items() if found}
    st.html(faithfulness_table(measured))
    st.caption(_reading(measured))
    earlier_network_note("explanations")
    _gains(measured, data)
    _cost({method: {name: known[method, name] for name in COSTS if (method, name) in known} for method in METHODS})


def _reading(measured: Mapping[str, Mapping[str, Measurement]]) -> str:
    """What the table shows, with the numbers of faces behind it."""
    every = [figure for found in measured.values() for figure in found.values()]

    def most(name: str) -> int:
        return max((figure.n for figure in every if figure.name == name), default=0)

    first, second = (method_title(method) for method in DEFAULTS)
    faces = {
        "faces": most(Metric.DELETION_GAIN),
        "detected": most(Metric.POINTING_GAME),
        "few": most(Metric.MAX_SENSITIVITY),
    }
    marks = text("page-method-explanations-marks", limit=dataset_names.MAX_CORRELATION, first=first, second=second)
    return (
        f"**{text('page-method-shows')}** {chart_caption('explanations', **faces)}  \n{marks}  \n"
        f"**{text('page-method-does-not-show')}** {text('page-method-explanations-does-not-show')}"
    )


def _gains(measured: Mapping[str, Mapping[str, Measurement]], data: str) -> None:
    """data: that all maps are of."""
    rows = {method: f"★ {method_title(method)}" if method in DEFAULTS else method_title(method) for method in measured}
    on = dataset_label(data)
    maps = {method: text("page-method-data-maps", method=dataset_label(method), data=on) for method in measured}
    series = []
    for name in GAINS:
        gains = {method: replace(found[name], data=maps[method]) for method, found in measured.items() if name in found}
        series.append(Series(text(COLUMNS[name].title), {rows[method]: gain for method, gain in gains.items()}))
    reference = 0.0, text("pdf-random-maps")
    chart = dot_plot(series, list(rows.values()), text("page-method-gain"), reference)
    st.plotly_chart(chart, config=CONFIG, alt=text("page-method-gains-chart"))
    draw_caption("gains")


def _cost(measured: Mapping[str, Mapping[str, Measurement]]) -> None:
    """A row a method; nothing where none was measured."""
    rows = [
        {text("page-method-method"): escape_markdown(method_title(method))}
        | {text(column): _with_range(found[name], say) for name, (column, say) in COSTS.items() if name in found}
        for method, found in measured.items()
        if found
    ]
    if not rows:
        return
    st.markdown(f"**{text('page-method-map-cost')}**")
    st.table(pd.DataFrame(rows).fillna(""), border="horizontal", hide_index=True)
    draw_caption("map-cost")


def _with_range(figure: Measurement, say: Callable[[float], str]) -> str:
    value = say(present(figure.value))
    if figure.low is None or figure.high is None:
        return value
    return escape_markdown(f"{value} {format_interval(say(figure.low), say(figure.high))}")
