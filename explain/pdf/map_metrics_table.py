"""The figures of heat maps in a table: each map beside maps drawn at random and the map of randomized weights."""

from collections.abc import Callable, Sequence
from statistics import mean, stdev
from typing import Any

from reportlab.platypus import Flowable, Table

from explain.methods import METHODS
from explain.pdf.style import BOLD, FINE, INK, RULE, SANS, SMALL, TINT, WIDTH, Paragraph, TableCommand
from explain.types import Explanation, Faithfulness, MapMetrics
from explain.wording import trust_label
from forensics.facts import Fact
from forensics.messages import numbers
from forensics.messages.catalogue import optional_sentence, sentence, text
from forensics.validation import present

Figure = Callable[[MapMetrics], float | None]

COLUMNS: dict[str, tuple[str, Figure]] = {
    "pdf-deletion-area": ("#.3g", lambda figures: figures.deletion_area),
    "pdf-insertion-area": ("#.3g", lambda figures: figures.insertion_area),
    "pdf-road": ("#.3g", lambda figures: figures.road),
    "pdf-infidelity": ("#.3g", lambda figures: figures.infidelity),
    "pdf-in-mask": (".0%", lambda figures: figures.agreement and figures.agreement.energy),
    "pdf-share-of-mask": (".0%", lambda figures: figures.agreement and figures.agreement.mask_share),
}
"""The message of each figure, how it is printed, and where it is found; in words ↓: low is good, ↑: high is good."""

CORRELATION = "pdf-rank-correlation"
NONE = "–"
WIDTHS = [0.205, 0.125, 0.125, 0.13, 0.125, 0.1, 0.07, 0.12]


def map_metrics_table(measured: Sequence[tuple[int, Explanation, Fact | None]]) -> Flowable:
    """Three lines of figures a map, and the reason of its verdict. measured: the number of each map, the explanation
    with its faithfulness, and what else is to be said of it, or None."""
    cells: list[list[Any]] = [[Paragraph(head, FINE) for head in ("", *map(text, (*COLUMNS, CORRELATION)))]]
    style: list[TableCommand] = [
        ("FONT", (1, 1), (-1, -1), SANS, 6.6),
        ("TEXTCOLOR", (1, 1), (-1, -1), INK),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 0.8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, INK),
    ]
    for number, explanation, further in measured:
        top, faithfulness = len(cells), present(explanation.faithfulness)
        cells += _lines(f"{number} · {METHODS[explanation.method].title}", faithfulness)
        words = f"{sentence(faithfulness.reason)} {optional_sentence(further)}".strip()
        verdict = f'<font name="{BOLD}" color="{INK.hexval().replace("0x", "#")}">{trust_label(faithfulness)}.</font>'
        cells.append([Paragraph(f"{verdict} {words}", FINE), *[""] * (len(WIDTHS) - 1)])
        last = len(cells) - 1
        style += [
            ("BACKGROUND", (0, top), (-1, top), TINT),
            ("SPAN", (0, last), (-1, last)),
            ("BOTTOMPADDING", (0, last), (-1, last), 2.5),
            ("LINEBELOW", (0, last), (-1, last), 0.4, RULE),
        ]
    return Table(cells, [share * WIDTH for share in WIDTHS], style=style, repeatRows=1)


def _lines(title: str, faithfulness: Faithfulness) -> list[list[Any]]:
    own = [_number(figure(faithfulness.figures), form) for form, figure in COLUMNS.values()]
    random = [_spread([figure(one) for one in faithfulness.random], form) for form, figure in COLUMNS.values()]
    lines = [
        [Paragraph(f'<font name="{BOLD}">{title}</font>', SMALL), *own, ""],
        [Paragraph(text("pdf-random-maps"), FINE), *random, ""],
    ]
    if faithfulness.randomised is None:
        other = [NONE] * len(COLUMNS)
    else:
        other = [_number(figure(faithfulness.randomised), form) for form, figure in COLUMNS.values()]
    correlation = _number(faithfulness.rank_correlation, ".2f")
    return [*lines, [Paragraph(text("pdf-randomised-weights"), FINE), *other, correlation]]


def _number(value: float | None, form: str) -> str:
    if value is None:
        return NONE
    return numbers.share(value) if form.endswith("%") else numbers.in_language(f"{value:{form}}".rstrip("."))


def _spread(values: Sequence[float | None], form: str) -> str:
    """Mean ± standard deviation; the mean alone where the values do not differ, as of the mask's share."""
    known = [value for value in values if value is not None]
    if not known:
        return NONE
    middle = _number(mean(known), form)
    return middle if min(known) == max(known) else f"{middle} ± {_number(stdev(known), form.replace('3', '2'))}"
