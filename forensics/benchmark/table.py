"""The README's table of measured figures, made from the cards."""

from collections.abc import Sequence
from pathlib import Path

from forensics.card import DetectorCard, Figure

START = "<!-- figures:"
END = "<!-- end of figures -->"


def figures_table(cards: Sequence[DetectorCard]) -> str:
    """A Markdown table: a row a figure in the order of the first card, a column a detector."""
    lines = [
        "| figure | data | n | " + " | ".join(f"`{card.name}`" for card in cards) + " |",
        "|---|---|---|" + "---|" * len(cards),
    ]
    for figure in cards[0].figures:
        same = [next((f for f in card.figures if _row(f) == _row(figure)), None) for card in cards]
        cells = " | ".join("—" if f is None else _value(f) for f in same)
        lines.append(f"| {figure.name} | {figure.data} | {figure.n} | {cells} |")
    return "\n".join(lines)


def write_table(readme: Path, table: str) -> None:
    """Replace what stands between the two marks of the README."""
    before, rest = readme.read_text(encoding="utf-8").split(START)
    mark, after = rest.split("-->\n", 1)
    after = after.split(END)[1]
    readme.write_text(f"{before}{START}{mark}-->\n{table}\n{END}{after}", encoding="utf-8")


def _row(figure: Figure) -> tuple[str, str]:
    return figure.name, figure.data


def _value(figure: Figure) -> str:
    interval = "" if figure.low is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
    return f"{figure.value:.3f}{interval}"
