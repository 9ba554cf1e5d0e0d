"""Paper, type and tables of the printed report, and the one way text from outside gets onto it."""

import unicodedata
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, Table

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 20 * mm
TOP, BOTTOM = 26 * mm, 24 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN

INK, SOFT_INK, ACCENT, RULE, TINT = (HexColor(c) for c in ("#1b2527", "#5a6467", "#0f5b66", "#cfcdc4", "#f4f2ec"))

SANS, BOLD, ITALIC, MONO, SERIF = "Sans", "Sans-Bold", "Sans-Italic", "Mono", "Serif-Bold"
FONT_FILES = {
    SANS: "DejaVuSans.ttf",
    BOLD: "DejaVuSans-Bold.ttf",
    ITALIC: "DejaVuSans-Oblique.ttf",
    MONO: "DejaVuSansMono.ttf",
    SERIF: "DejaVuSerif-Bold.ttf",
}
"""DejaVu, which ships with matplotlib: embedded, so that the report prints alike everywhere."""

UNPRINTABLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
"""Unicode categories without a shape; among them those that turn the direction of writing and disguise a name."""


@cache
def font(name: str) -> TTFont:
    """A font of FONT_FILES, known to reportlab from now on."""
    loaded = TTFont(name, Path(matplotlib.get_data_path(), "fonts", "ttf", FONT_FILES[name]))
    pdfmetrics.registerFont(loaded)
    return loaded


def register_fonts() -> None:
    for name in FONT_FILES:
        font(name)


def _style(name: str, face: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    settings = {"textColor": INK, "splitLongWords": 1, "allowWidows": 0, "allowOrphans": 0} | more
    return ParagraphStyle(name, fontName=face, fontSize=size, leading=leading, **settings)


TITLE = _style("title", SERIF, 17, 22, spaceAfter=3 * mm)
HEADING = _style("heading", SERIF, 12.5, 16, spaceBefore=6 * mm, spaceAfter=2 * mm, textColor=ACCENT, keepWithNext=1)
FACE, SUPPORT = _style("face", BOLD, 9.5, 13), _style("support", SANS, 7.6, 13, alignment=TA_RIGHT)
FILE_NAME = _style("file name", SANS, 11, 14, spaceAfter=1 * mm)
BODY = _style("body", SANS, 8.5, 12.5, spaceAfter=1.5 * mm)
BULLET = _style("bullet", SANS, 8.5, 12.5, spaceAfter=1.5 * mm, leftIndent=11)
SMALL = _style("small", SANS, 7.2, 9.8)
SMALL_SOFT = _style("small soft", SANS, 7.2, 9.8, textColor=SOFT_INK)
SMALL_BOLD = _style("small bold", BOLD, 7.2, 9.8)
FINE = _style("fine", SANS, 6.4, 8.4, textColor=SOFT_INK)
LABEL = _style("label", SANS, 7.2, 9.8, textColor=SOFT_INK)
CAPTION = _style("caption", SANS, 6.6, 8.6, alignment=TA_CENTER, textColor=SOFT_INK)
CODE = _style("code", MONO, 6.8, 9.6)
CELL = _style("cell", SANS, 7.8, 10.6)

PLAIN_TABLE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
]
HEADED_TABLE = [
    *PLAIN_TABLE,
    ("BACKGROUND", (0, 0), (-1, 0), TINT),
    ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
    ("LINEBELOW", (0, -1), (-1, -1), 0.8, INK),
]
NO_PADDING = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def visible(text: str, longest: int = 160, face: str = SANS) -> str:
    """Text from outside as `face` can show it: a character without a shape shows its code, and what is longer than
    `longest` characters is cut in the middle.
    """
    if len(text) > longest:
        head = longest * 2 // 3
        text = f"{text[:head]} […] {text[-(longest - head) :]}"
    glyphs = font(face).face.charToGlyph
    return "".join(
        letter
        if ord(letter) in glyphs and unicodedata.category(letter) not in UNPRINTABLE
        else f"‹U+{ord(letter):04X}›"
        for letter in text
    )


def printable(text: str, longest: int = 160, face: str = SANS) -> str:
    """As `visible`, as markup for a Paragraph: nothing in the text is taken for markup."""
    return escape(visible(text, longest, face)).replace("  ", " \N{NO-BREAK SPACE}")


def fitted(text: str, size: float, width: float) -> str:
    """Text from outside for one line of `width` points in SANS; what does not fit is cut off at the end."""
    shown = visible(text)
    while shown and pdfmetrics.stringWidth(shown, SANS, size) > width:
        shown = f"{shown[:-2]}…" if len(shown) > 2 else ""
    return shown


def pairs(rows: list[tuple[str, str]], label_width: float, width: float = WIDTH) -> Flowable:
    """A table of labels and values; the values are markup."""
    cells = [[Paragraph(label, LABEL), Paragraph(value, CELL)] for label, value in rows]
    return Table(cells, [label_width, width - label_width], style=PLAIN_TABLE)


def headed(heads: list[str], rows: list[list[str]], widths: list[float]) -> Flowable:
    """A table whose first row is repeated on each page; the cells are markup, the widths shares of the text's width."""
    cells = [[Paragraph(head, SMALL_BOLD) for head in heads]]
    cells += [[Paragraph(text, SMALL) for text in row] for row in rows]
    return Table(cells, [width * WIDTH for width in widths], style=HEADED_TABLE, repeatRows=1)
