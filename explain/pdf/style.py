"""Paper, type and tables of the printed report, and the one way text from outside gets onto it."""

from collections.abc import Sequence
from copy import copy
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table
from reportlab.platypus import Paragraph as Plain
from reportlab.platypus.paragraph import FragLine

from explain.drawing import palette, text_shaping
from explain.pdf.shaped_fonts import FIRST_CODE, ShapedFont, ShapedLetter, shape_clusters

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 20 * mm
TOP, BOTTOM = 26 * mm, 24 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN

INK, SOFT_INK, ACCENT, RULE, TINT = map(
    HexColor, (palette.INK, palette.SOFT_INK, palette.ACCENT, palette.RULE, palette.TINT)
)

SANS, BOLD, ITALIC, MONO, SERIF = "Sans", "Sans-Bold", "Sans-Italic", "Mono", "Serif-Bold"
FONT_FILES = {
    SANS: "DejaVuSans.ttf",
    BOLD: "DejaVuSans-Bold.ttf",
    ITALIC: "DejaVuSans-Oblique.ttf",
    MONO: "DejaVuSansMono.ttf",
    SERIF: "DejaVuSerif-Bold.ttf",
}
"""DejaVu, which ships with matplotlib: embedded, so that the report prints alike everywhere."""

LAST_OF_FOUR_DIGITS = 0xFFFF

TableCommand = tuple[Any, ...]
"""A command of a table's style, as reportlab reads it: a name, the first and the last cell, and what the name wants."""

BLANKS = " \N{NO-BREAK SPACE}"


@cache
def register_font(name: str) -> TTFont:
    """A font of FONT_FILES, known to reportlab from now on."""
    loaded = TTFont(name, font_path(name))
    pdfmetrics.registerFont(loaded)
    return loaded


def font_path(name: str) -> Path:
    return text_shaping.DEJAVU / FONT_FILES[name]


@cache
def _shaped_font() -> ShapedFont:
    loaded = ShapedFont()
    pdfmetrics.registerFont(loaded)
    return loaded


def register_fonts() -> None:
    for name in FONT_FILES:
        register_font(name)
    _shaped_font()


def _style(name: str, face: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    settings: dict[str, Any] = {"textColor": INK, "splitLongWords": 1, "allowWidows": 0, "allowOrphans": 0} | more
    return ParagraphStyle(name, fontName=face, fontSize=size, leading=leading, **settings)


TITLE = _style("title", SERIF, 17, 22, spaceAfter=3 * mm)
HEADING = _style("heading", SERIF, 12.5, 16, spaceBefore=6 * mm, spaceAfter=2 * mm, textColor=ACCENT, keepWithNext=1)
FACE, SUPPORT = _style("face", BOLD, 9.5, 13), _style("support", SANS, 7.6, 13, alignment=TA_RIGHT)
FILE_NAME = _style("file name", SANS, 11, 14, spaceAfter=1 * mm)
BODY = _style("body", SANS, 8.5, 12.5, spaceAfter=1.5 * mm)
BODY_RIGHT = _style("body from right to left", SANS, 8.5, 12.5, spaceAfter=1.5 * mm, alignment=TA_RIGHT)
BULLET = _style("bullet", SANS, 8.5, 12.5, spaceAfter=1.5 * mm, leftIndent=11)
SMALL = _style("small", SANS, 7.2, 9.8)
SMALL_SOFT = _style("small soft", SANS, 7.2, 9.8, textColor=SOFT_INK)
SMALL_BOLD = _style("small bold", BOLD, 7.2, 9.8)
FINE = _style("fine", SANS, 6.4, 8.4, textColor=SOFT_INK)
LABEL = _style("label", SANS, 7.2, 9.8, textColor=SOFT_INK)
CAPTION = _style("caption", SANS, 6.6, 8.6, alignment=TA_CENTER, textColor=SOFT_INK)
CODE = _style("code", MONO, 6.8, 9.6)
CELL = _style("cell", SANS, 7.8, 10.6)

PLAIN_TABLE: list[TableCommand] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
]
HEADED_TABLE: list[TableCommand] = [
    *PLAIN_TABLE,
    ("BACKGROUND", (0, 0), (-1, 0), TINT),
    ("LINEABOVE", (0, 0), (-1, 0), 0.8, INK),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
    ("LINEBELOW", (0, -1), (-1, -1), 0.8, INK),
]
NO_PADDING: list[TableCommand] = [
    (f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
]


def visible(text: str, longest: int = 160, face: str = SANS) -> str:
    """Text from outside as it can be shown, in the order in which it is read: a letter without a shape shows its code,
    and what is longer than `longest` letters is cut in the middle."""
    return text_shaping.visible_text(text, font_path(face), longest)


def escape_markup(text: str, longest: int = 160, face: str = SANS, base_level: int = 0) -> str:
    """As `visible_text`, as markup for a Paragraph: nothing in the text is taken for markup. base_level: 1 of a text
    from right to left."""
    return "".join(
        escape(piece.text) if piece.font == face else f'<font name="{piece.font}">{piece.text}</font>'
        for piece in split_by_font(visible(text, longest, face), face, base_level)
    ).replace("  ", " \N{NO-BREAK SPACE}")


class FontPiece(NamedTuple):
    """Letters of one of the report's fonts."""

    font: str
    text: str


def split_by_font(text: str, face: str = SANS, base_level: int = 0) -> list[FontPiece]:
    """A visible text in the order in which it is read; what `face` cannot show as it is, is in shaped letters."""
    path = font_path(face)
    if base_level == 0 and _is_plain(text, path):
        return [FontPiece(face, text)]
    found: list[FontPiece] = []

    def is_simple(cluster: text_shaping.Cluster) -> bool:
        simple = cluster.level == 0 and cluster.font == path and _is_plain(cluster.text, path)
        return simple or cluster.text == " "

    for simple, run in groupby(text_shaping.shape_clusters(text, path, base_level), is_simple):
        if simple:
            found.append(FontPiece(face, "".join(cluster.text for cluster in run)))
        else:
            found += [_piece(letter, face) for letter in shape_clusters(list(run))]
    return [
        FontPiece(font, "".join(one.text for one in same)) for font, same in groupby(found, lambda piece: piece.font)
    ]


def _is_plain(text: str, font: Path) -> bool:
    """reportlab notes four digits of a letter's number: an emoji of five would be read out of the report as another."""
    return text_shaping.is_plain(text, font) and all(ord(letter) <= LAST_OF_FOUR_DIGITS for letter in text)


def _piece(letter: ShapedLetter, face: str) -> FontPiece:
    character = _shaped_font().code_of(letter)
    if character is None:
        return FontPiece(face, "".join(map(text_shaping.code_point_label, letter.text)))
    return FontPiece(_shaped_font().fontName, character)


def ellipsize(text: str, size: float, width: float) -> str:
    """Text from outside for one line of `width` points in SANS; what does not fit is cut off at the end."""
    shown = visible(text)
    while shown and _width(split_by_font(shown), size) > width:
        shown = f"{shown[:-2]}…" if len(shown) > 2 else ""
    return shown


def _width(line: Sequence[FontPiece], size: float) -> float:
    return sum(pdfmetrics.stringWidth(piece.text, piece.font, size) for piece in line)


def draw_right(canvas: Canvas, right: float, y: float, text: str, size: float) -> None:
    """A visible text in one line that ends at `right`."""
    letters = [FontPiece(piece.font, letter) for piece in split_by_font(text) for letter in piece.text]
    line = text_shaping.visual_order(letters, bidi_levels([letter.text for letter in letters], 0))
    x = right - _width(line, size)
    for font, same in groupby(line, lambda piece: piece.font):
        piece = FontPiece(font, "".join(one.text for one in same))
        canvas.setFont(piece.font, size)
        canvas.drawString(x, y, piece.text)
        x += _width([piece], size)


def bidi_levels(letters: Sequence[str], base_level: int) -> list[int]:
    """Embedding level of each letter of a line; a blank has that of the letters around it that is lower."""
    known = _shaped_font().letters
    own = [known[ord(one)].level if ord(one) in known else None if one in BLANKS else base_level for one in letters]
    before = _carried(own, base_level)
    after = _carried(own[::-1], base_level)[::-1]
    return [min(pair) if level is None else level for level, *pair in zip(own, before, after, strict=True)]


def _carried(own: Sequence[int | None], first: int) -> list[int]:
    found = []
    for level in own:
        first = first if level is None else level
        found.append(first)
    return found


class Paragraph(Plain):
    """A paragraph of text of any script: each of its lines is drawn in the order in which it is seen."""

    blPara: Any  # noqa: N815, reportlab's lines, for which it has no type

    def __init__(self, text: str | None, style: ParagraphStyle, *more: Any, base_level: int = 0, **named: Any) -> None:
        super().__init__(text, style, *more, **named)  # type: ignore[arg-type]  # reportlab gives parts no text
        self.base_level = base_level

    def drawPara(self, debug: int = 0) -> None:  # noqa: N802, called by reportlab
        read = self.blPara
        self.blPara = copy(read)
        self.blPara.lines = [self._seen(line) for line in read.lines]
        super().drawPara(debug)
        self.blPara = read

    def split(self, *size: float) -> list[Flowable]:
        parts = super().split(*size)
        for part in parts:
            if isinstance(part, Paragraph):
                part.base_level = self.base_level
        return parts

    def _seen(self, line: FragLine | tuple[Any, ...]) -> FragLine | tuple[Any, ...]:
        """line: as reportlab has it, of fragments each in a font of its own, or of words in the same font."""
        if isinstance(line, tuple):
            letters = [(letter, None) for letter in " ".join(line[1])]
        else:
            letters = [(letter, fragment) for fragment in line.words for letter in fragment.text]
        if all(ord(letter) < FIRST_CODE for letter, _ in letters):
            return line
        turned = text_shaping.visual_order(letters, bidi_levels([letter for letter, _ in letters], self.base_level))
        if isinstance(line, tuple):
            return line[0], "".join(letter for letter, _ in turned).split(" ")
        seen = copy(line)
        seen.words = [
            fragment.clone(text="".join(letter for letter, _ in same))
            for fragment, same in groupby(turned, lambda pair: pair[1])
        ]
        return seen


def key_value_table(rows: list[tuple[str, str]], label_width: float, width: float = WIDTH) -> Flowable:
    """A table of labels and values; the values are markup."""
    cells = [[Paragraph(label, LABEL), Paragraph(value, CELL)] for label, value in rows]
    return Table(cells, [label_width, width - label_width], style=PLAIN_TABLE)


def header_table(heads: list[str], rows: list[list[str]], widths: list[float]) -> Flowable:
    """A table whose first row is repeated on each page; the cells are markup, the widths shares of the text's width."""
    cells = [[Paragraph(head, SMALL_BOLD) for head in heads]]
    cells += [[Paragraph(text, SMALL) for text in row] for row in rows]
    return Table(cells, [width * WIDTH for width in widths], style=HEADED_TABLE, repeatRows=1)
