"""The table method × figure of the benchmark of explanations, as HTML: numbers and our own words only."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from explain.methods import DEFAULTS, METHODS
from forensics.benchmark import labels
from forensics.card import Figure


class Column(NamedTuple):
    """better: whether high or low values are, None where neither is. chance: the value of a map that means nothing,
    None where that is what was measured of random maps."""

    title: str
    better: Literal["high", "low"] | None
    chance: float | None = None
    form: str = "{:.2f}"


COLUMNS = {
    labels.DELETION_GAIN: Column("Deletion gain", "high", 0),
    labels.INSERTION_GAIN: Column("Insertion gain", "high", 0),
    labels.ROAD_GAIN: Column("ROAD gain", "high", 0),
    labels.INFIDELITY: Column("Infidelity", "low"),
    labels.LIFT: Column("Energy in the true mask over its share", "high", 1),
    labels.POINTING: Column("Pointing game", "high", None, "{:.0%}"),
    labels.TRUE_IOU: Column("Overlap with the true mask (IoU)", "high"),
    labels.SPARSENESS: Column("Sparseness", None),
    labels.CORRELATION: Column("Rank correlation, randomised weights", "low"),
    labels.SENSITIVITY: Column("Change under noise", "low"),
    labels.called("faithful"): Column("Called faithful", None, None, "{:.0%}"),
    labels.called("not better than chance"): Column("Called not better than chance", None, None, "{:.0%}"),
}

WORSE, UNCLEAR, ALIKE = "▼ worse than random", "○ may be chance", "▲ shows the picture"


def title(method: str) -> str:
    """Of one of METHODS, or RANDOM_MAP."""
    return "Random map" if method == labels.RANDOM_MAP else METHODS[method].title


def trust_table(measured: Mapping[str, Mapping[str, Figure]]) -> str:
    """A row a method, in their order. measured: method or RANDOM_MAP → name of a figure → the figure."""
    random = measured.get(labels.RANDOM_MAP, {})
    columns = {name: column for name, column in COLUMNS.items() if any(name in found for found in measured.values())}
    head = "".join(f'<th scope="col">{_head(column)}</th>' for column in columns.values())
    rows = []
    for method, found in measured.items():
        cells = [f"<td>{_cell(n, column, found.get(n), random.get(n))}</td>" for n, column in columns.items()]
        rows.append(f'<tr style="vertical-align: baseline"><th scope="row">{_title(method)}</th>{"".join(cells)}</tr>')
    return (
        '<div style="overflow-x: auto" role="region" tabindex="0" aria-label="Figures of every method">'
        '<table class="telltale-figures">'
        f'<thead><tr><th scope="col">Method</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def _head(column: Column) -> str:
    return column.title if column.better is None else f"{column.title} ({column.better})"


def _title(method: str) -> str:
    return title(method) + ("<br><small>★ shown first</small>" if method in DEFAULTS else "")


def _cell(name: str, column: Column, figure: Figure | None, random: Figure | None) -> str:
    """Value, interval, and a mark in words where it is needed, one under the other."""
    if figure is None:
        return "–"
    lines = [column.form.format(figure.value)]
    if figure.low is not None:
        lines.append(f"<small>{column.form.format(figure.low)} to {column.form.format(figure.high)}</small>")
    found = "" if figure is random else mark(name, column, figure, random)
    if found:
        lines.append(f'<strong style="white-space: normal"><small>{found}</small></strong>')
    return "<br>".join(lines)


def mark(name: str, column: Column, figure: Figure, random: Figure | None) -> str:
    """WORSE where the whole interval is on the wrong side of chance, UNCLEAR where it holds it, ALIKE where a map is
    too much like that of randomised weights, otherwise nothing."""
    if name == labels.CORRELATION:
        return ALIKE if figure.value > labels.MOST_CORRELATED else ""
    chance = random.value if column.chance is None and random is not None else column.chance
    if column.better is None or chance is None:
        return ""
    sign = 1 if column.better == "high" else -1
    ends = [sign * ((figure.value if end is None else end) - chance) for end in (figure.low, figure.high)]
    return WORSE if max(ends) < 0 else UNCLEAR if min(ends) <= 0 else ""
