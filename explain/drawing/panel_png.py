"""One panel as a PNG that can stand alone: picture, color bar, and what the panel is of and how it was made."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from explain.drawing import text_shaping
from explain.drawing.overlay import HEAT_OPACITY, mask_overlay, signed_bar
from explain.drawing.palette import UNSIGNED_COLORS
from explain.pdf.style import BOLD, INK, RULE, SANS, SOFT_INK, font_path
from forensics import __version__
from forensics.messages import numbers
from forensics.messages.catalogue import text
from forensics.validation import require, validated_read_only

SIDE = 720
"""Longer side of the picture. Lines are sharpest in a picture that is drawn at this size."""

MARGIN, GAP, FACTS_GAP = 32, 14, 2
BAR_HEIGHT, BAR_LENGTH = 18, 256
TITLE_SIZE, TEXT_SIZE = 24, 14
NAMES_WIDTH = 100  # beside it a whole SHA-256 stands in one line
LEADING = 1.4

MAX_TEXT_LENGTH = 300
"""Characters of a text that are shown; beyond, its middle is left out, so that no name pushes the rest off a screen."""

Color = tuple[int, int, int]
BLACK, GRAY, LINE = (color.bitmap_rgb() for color in (INK, SOFT_INK, RULE))


@dataclass(frozen=True, slots=True, eq=False)
class Legend:
    """A color bar: colors, (1, n, 3) uint8 RGB from low to high, the texts under its ends and its middle, and what
    the numbers mean.
    """

    low: str
    middle: str
    high: str
    label: str
    colors: NDArray[np.uint8] = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "colors", validated_read_only(self.colors, (1, None, 3), np.uint8, "colors"))


def evidence_legend(limit: float, opacity: float = HEAT_OPACITY) -> Legend:
    """Legend of a `heat_overlay` of relative evidence, drawn with this limit and opacity."""
    most = numbers.fixed(limit, 1)
    return Legend(f"≤ -{most}", "0", f"≥ {most}", text("panel-evidence"), signed_bar(BAR_LENGTH, opacity))


def mask_legend() -> Legend:
    """Legend of a `mask_overlay`. The bar is one over middle gray, so that it shows the line at one half as well."""
    beyond = 8  # the line closes around all that is above one half: that part of it is not on the bar
    ramp = np.minimum(np.arange(BAR_LENGTH + beyond, dtype=np.float32) / (BAR_LENGTH - 1), 1)
    band = mask_overlay(np.full((2 * beyond, len(ramp), 3), 128, np.uint8), np.tile(ramp, (2 * beyond, 1)))
    return Legend("0", numbers.fixed(0.5, 1), "1", text("panel-mask"), band[beyond : beyond + 1, :BAR_LENGTH])


def error_legend(limit: float) -> Legend:
    """Legend of an `error_picture` drawn with this limit."""
    ramp = UNSIGNED_COLORS(np.linspace(0, 1, BAR_LENGTH))[None, :, :3]
    colors = np.rint(ramp * 255).astype(np.uint8)
    middle, most = numbers.significant(limit / 2, 2), f"≥ {numbers.fixed(limit, 2)}"
    return Legend("0", middle, most, text("panel-error"), colors)


def render_panel_png(
    title: str, picture: NDArray[np.uint8], facts: Sequence[tuple[str, str]], legend: Legend | None = None
) -> bytes:
    """The bytes of a PNG, the same for the same arguments.

    picture: (h, w, 3) uint8 RGB, a panel with its colors; drawn with a longer side of SIDE. facts: name and value,
    printed as lines beneath, with the version of Telltale. All texts may come from outside: they are shown as text,
    wrapped, with the codes of characters that have no shape. Raises ValueError where the picture is none.
    """
    picture = validated_read_only(picture, (None, None, 3), np.uint8, "picture")
    require(picture.size > 0, "picture must have pixels")
    parts = [_text(title, SIDE, BOLD, TITLE_SIZE), _enlarged(picture)]
    if legend is not None:
        parts.append(_bar(legend))
    parts.append(Image.new("RGB", (SIDE, 1), LINE))
    parts.append(_column([_fact(name, value) for name, value in (*facts, ("Telltale", __version__))], FACTS_GAP))
    sheet = ImageOps.expand(_column(parts, GAP), MARGIN, "white")
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG")
    return buffer.getvalue()


def _enlarged(picture: NDArray[np.uint8]) -> Image.Image:
    """The picture with a longer side of SIDE, in the middle of a white strip as wide as the sheet."""
    scale = SIDE / max(picture.shape[:2])
    height, width = (max(1, round(side * scale)) for side in picture.shape[:2])
    strip = Image.new("RGB", (SIDE, height), "white")
    strip.paste(Image.fromarray(picture).resize((width, height), Image.Resampling.BICUBIC), ((SIDE - width) // 2, 0))
    return strip


def _bar(legend: Legend) -> Image.Image:
    colors = Image.fromarray(legend.colors).resize((SIDE - 2, BAR_HEIGHT - 2), Image.Resampling.BICUBIC)
    places = [
        _text(number, SIDE // 3, SANS, TEXT_SIZE, align=align)
        for number, align in ((legend.low, 0), (legend.middle, 0.5), (legend.high, 1))
    ]
    label = _text(legend.label, SIDE, SANS, TEXT_SIZE, GRAY)
    return _column([ImageOps.expand(colors, 1, GRAY), _row(places), label], 0)


def _fact(name: str, value: str) -> Image.Image:
    return _row(
        [
            _text(name, NAMES_WIDTH, SANS, TEXT_SIZE, GRAY),
            Image.new("RGB", (GAP, 1), "white"),
            _text(value, SIDE - NAMES_WIDTH - GAP, SANS, TEXT_SIZE),
        ]
    )


def _text(words: str, width: int, face: str, size: int, color: Color = BLACK, align: float = 0) -> Image.Image:
    """Text from outside, wrapped to `width` pixels on white. align: 0 = left, 0.5 = middle, 1 = right."""
    path = font_path(face)
    lines = _wrapped(text_shaping.visible_text(words, path, MAX_TEXT_LENGTH), path, size, width)
    leading = round(size * LEADING)
    image = Image.new("RGB", (width, leading * len(lines)), "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        runs = _runs(line, path, size)
        left = align * (width - sum(run.width for run in runs))
        for run in runs:
            look: dict[str, Any] = {"fill": color, "font": run.font, "anchor": "lm", "direction": run.direction}
            draw.text((left, (number + 0.5) * leading), run.text, **look)
            left += run.width
    return image


class TextRun(NamedTuple):
    """Letters of one font in one direction. direction: None where nothing needs to be joined or turned."""

    text: str
    font: ImageFont.FreeTypeFont
    direction: Literal["ltr", "rtl"] | None

    @property
    def width(self) -> float:
        return self.font.getlength(self.text, direction=self.direction)


def _runs(line: str, path: Path, size: int) -> list[TextRun]:
    """A line in the order in which it is seen."""
    if text_shaping.is_plain(line, path):
        return [TextRun(line, _font(path, size), None)]
    found = []
    for (font, level), same in groupby(
        text_shaping.shape_clusters(line, path), lambda cluster: (cluster.font, cluster.level)
    ):
        text = "".join(cluster.text for cluster in same)
        found.append((TextRun(text, _font(font, size, joins=True), "rtl" if level % 2 else "ltr"), level))
    return text_shaping.visual_order([run for run, _ in found], [level for _, level in found])


@cache
def _font(path: Path, size: int, joins: bool = False) -> ImageFont.FreeTypeFont:
    """joins: with the layout that joins letters and turns their direction; without it, on every machine alike."""
    engine = ImageFont.Layout.RAQM if joins else ImageFont.Layout.BASIC
    return ImageFont.truetype(path, size, layout_engine=engine)


def _wrapped(words: str, path: Path, size: int, width: int) -> list[str]:
    """Lines no wider than `width`, broken between words, and within a word that is wider than a line."""
    lines = [""]
    for word in words.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if _length(joined, path, size) <= width:
            lines[-1] = joined
            continue
        lines.append("")
        for letter in word:
            if _length(lines[-1] + letter, path, size) > width:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line] or [""]


def _length(line: str, path: Path, size: int) -> float:
    return sum(run.width for run in _runs(line, path, size))


def _row(images: Sequence[Image.Image]) -> Image.Image:
    sheet = Image.new("RGB", (sum(image.width for image in images), max(image.height for image in images)), "white")
    left = 0
    for image in images:
        sheet.paste(image, (left, 0))
        left += image.width
    return sheet


def _column(images: Sequence[Image.Image], gap: int) -> Image.Image:
    height = sum(image.height for image in images) + gap * (len(images) - 1)
    sheet = Image.new("RGB", (SIDE, height), "white")
    top = 0
    for image in images:
        sheet.paste(image, (0, top))
        top += image.height + gap
    return sheet
