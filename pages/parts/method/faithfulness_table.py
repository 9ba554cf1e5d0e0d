"""The table method × figure of the benchmark of explanations, as HTML: numbers and our own words only."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal, NamedTuple

from explain.methods import DEFAULTS, METHODS
from explain.types import Trust
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import text
from forensics.messages.numbers import fixed, share
from forensics.types.model_card import Measurement
from forensics.validation import present


class Column(NamedTuple):
    """title: its message. better: whether high or low values are, None where neither is. chance: the value of a map
    that means nothing, None where that is what was measured of random maps. say: writes its values."""

    title: str
    better: Literal["high", "low"] | None
    chance: float | None = None
    say: Callable[[float], str] = partial(fixed, digits=2)


COLUMNS = {
    Metric.DELETION_GAIN: Column("page-method-deletion-gain", "high", 0),
    Metric.INSERTION_GAIN: Column("page-method-insertion-gain", "high", 0),
    Metric.ROAD_GAIN: Column("page-method-road-gain", "high", 0),
    Metric.INFIDELITY: Column("page-method-infidelity", "low"),
    Metric.ENERGY_LIFT: Column("page-method-lift", "high", 1),
    Metric.POINTING_GAME: Column("page-method-pointing", "high", None, share),
    Metric.MAP_IOU: Column("page-method-true-iou", "high"),
    Metric.SPARSENESS: Column("page-method-sparseness", None),
    Metric.RANDOMISED_CORRELATION: Column("page-method-correlation", "low"),
    Metric.MAX_SENSITIVITY: Column("page-method-sensitivity", "low"),
    dataset_names.maps_with_verdict(Trust.FAITHFUL): Column("page-method-called-faithful", None, None, share),
    dataset_names.maps_with_verdict(Trust.CHANCE): Column("page-method-called-chance", None, None, share),
}

WORSE, UNCLEAR, ALIKE = "page-method-worse", "page-method-unclear", "page-method-alike"
"""Messages of the marks."""


def method_title(method: str) -> str:
    """Title of one of METHODS, or of RANDOM_MAP."""
    return text("page-method-random-map") if method == dataset_names.RANDOM_MAP else METHODS[method].title


def faithfulness_table(measured: Mapping[str, Mapping[str, Measurement]]) -> str:
    """A row a method, in their order. measured: method or RANDOM_MAP → name of a figure → the figure."""
    random = measured.get(dataset_names.RANDOM_MAP, {})
    columns = {name: column for name, column in COLUMNS.items() if any(name in found for found in measured.values())}
    head = "".join(f'<th scope="col">{_head(column)}</th>' for column in columns.values())
    rows = []
    for method, found in measured.items():
        cells = [f"<td>{_cell(n, column, found.get(n), random.get(n))}</td>" for n, column in columns.items()]
        rows.append(f'<tr style="vertical-align: baseline"><th scope="row">{_title(method)}</th>{"".join(cells)}</tr>')
    label, first = text("page-method-trust-table"), text("page-method-method")
    return (
        f'<div style="overflow-x: auto" role="region" tabindex="0" aria-label="{label}">'
        '<table class="telltale-figures">'
        f'<thead><tr><th scope="col">{first}</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def _head(column: Column) -> str:
    return text(column.title) if column.better is None else f"{text(column.title)} ({_better(column.better)})"


def _better(better: str) -> str:
    return text("page-method-better", better=better)


def _title(method: str) -> str:
    return method_title(method) + (
        f"<br><small>{text('page-method-shown-first')}</small>" if method in DEFAULTS else ""
    )


def _cell(name: str, column: Column, figure: Measurement | None, random: Measurement | None) -> str:
    """Value, interval, and a mark in words where it is needed, one under the other."""
    if figure is None:
        return "–"
    lines = [column.say(present(figure.value))]
    if figure.low is not None and figure.high is not None:
        interval = text("pdf-interval", low=column.say(figure.low), high=column.say(figure.high))
        lines.append(f"<small>{interval}</small>")
    found = "" if figure is random else difference_mark(name, column, figure, random)
    if found:
        lines.append(f'<strong style="white-space: normal"><small>{text(found)}</small></strong>')
    return "<br>".join(lines)


def difference_mark(name: str, column: Column, figure: Measurement, random: Measurement | None) -> str:
    """WORSE where the whole interval is on the wrong side of chance, UNCLEAR where it holds it, MIN_CORRELATION where a
    map is too much like that of randomized weights, otherwise nothing."""
    if name == Metric.RANDOMISED_CORRELATION:
        return ALIKE if present(figure.value) > dataset_names.MAX_CORRELATION else ""
    chance = random.value if column.chance is None and random is not None else column.chance
    if column.better is None or chance is None:
        return ""
    sign = 1 if column.better == "high" else -1
    ends = [sign * (present(figure.value if end is None else end) - chance) for end in (figure.low, figure.high)]
    return WORSE if max(ends) < 0 else UNCLEAR if min(ends) <= 0 else ""
