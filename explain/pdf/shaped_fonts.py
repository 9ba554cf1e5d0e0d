"""A font of the report whose letters are shaped ones: each a letter with its marks, or several joined, of any script.

reportlab draws letters one after the other, each of its own width. So what has to be shaped is given to it as a letter
of this font: the glyphs that HarfBuzz chose and placed, put together. In the file it stands for the letters that it
was made of, so that what is read out of the report is what was written.
"""

import io
import threading
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Transform
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont as Outlines
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from explain.drawing.text_shaping import DEJAVU, Cluster, font_face

NAME = "Shaped"

FIRST_CODE, LAST_CODE = 0xF0000, 0x10FFFD
"""Code points of private use that stand for shaped letters while the report is laid out; none comes from outside."""

UNITS_PER_EM = 1000
"""Units of this font in the height of a line."""

TOLERANCE = 0.5
"""Units by which a curve of three degrees may be off when it is drawn by curves of two, as TrueType wants."""


class PlacedGlyph(NamedTuple):
    """A glyph of a font, and where in the letter it stands, in units of EM."""

    glyph: int
    x: float
    y: float


class ShapedLetter(NamedTuple):
    """A shaped letter. text: what it stands for. level: odd from right to left. width: in units of EM."""

    text: str
    level: int
    font: Path
    width: float
    glyphs: tuple[PlacedGlyph, ...]


class ShapedFont(TTFont):
    """Holds the shaped letters of all reports; each report embeds those that it shows."""

    def __init__(self) -> None:
        super().__init__(NAME, DEJAVU / "DejaVuSans.ttf", asciiReadable=False, shapable=False)
        self.face.name = NAME.encode()
        self.face.charToGlyph, self.face.charWidths = {}, {}
        self.face.makeSubset = self._subset  # type: ignore[method-assign]  # of this face alone: there is no class
        self.letters: dict[int, ShapedLetter] = {}
        self._codes: dict[ShapedLetter, int] = {}
        self._lock = threading.Lock()

    def code_of(self, letter: ShapedLetter) -> str | None:
        """The character that stands for the letter; None where there are no more."""
        with self._lock:
            code = self._codes.get(letter, FIRST_CODE + len(self._codes))
            if code > LAST_CODE:
                return None
            if letter not in self._codes:
                self._codes[letter], self.letters[code] = code, letter
                self.face.charToGlyph[code], self.face.charWidths[code] = code, letter.width
        return chr(code)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802, called by reportlab
        """The fonts of one report, whose characters stand for what the letters were made of."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            stream: Any = doc.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = _to_unicode([self._text(code) for code in subset])

    def _text(self, code: int) -> str:
        """In the order in which it is seen, from which readers of the file make the order in which it is read."""
        if code not in self.letters:
            return " "
        letter = self.letters[code]
        return letter.text[::-1] if letter.level % 2 else letter.text

    def _subset(self, subset: Sequence[int]) -> bytes:
        """A TrueType font whose n-th glyph is the n-th of these characters."""
        names = [".notdef", *(f"g{number}" for number in range(1, len(subset)))]
        glyphs = {name: _outline(self.letters.get(code)) for name, code in zip(names, subset, strict=True)}
        widths = [self.letters[code].width if code in self.letters else 0 for code in subset]
        builder = FontBuilder(UNITS_PER_EM, isTTF=True)
        builder.setupGlyphOrder(names)
        builder.setupGlyf(glyphs)
        bearings = (getattr(glyph, "xMin", 0) for glyph in glyphs.values())
        pairs = zip(widths, bearings, strict=True)
        builder.setupHorizontalMetrics(dict(zip(names, ((round(w), b) for w, b in pairs), strict=True)))
        builder.setupHorizontalHeader(ascent=round(self.face.ascent), descent=round(self.face.descent))
        builder.setupMaxp()
        builder.setupPost(keepGlyphNames=False)
        builder.updateHead(created=0, modified=0)
        builder.font["cmap"] = _numbered(names)
        builder.font.recalcTimestamp = False
        stream = io.BytesIO()
        builder.save(stream)
        return stream.getvalue()


def shape_clusters(clusters: Sequence[Cluster]) -> list[ShapedLetter]:
    """Clusters of a text, none of them a blank, as letters in the same order."""
    letters = []
    for (font, level), run in groupby(clusters, key=lambda cluster: (cluster.font, cluster.level)):
        letters += _shaped_run([cluster.text for cluster in run], font, level)
    return letters


def _shaped_run(texts: Sequence[str], font: Path, level: int) -> list[ShapedLetter]:
    buffer = uharfbuzz.Buffer()
    text = "".join(texts)
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    face = font_face(font)
    uharfbuzz.shape(uharfbuzz.Font(face), buffer)
    scale = UNITS_PER_EM / face.upem
    groups: dict[int, list[Any]] = {}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        groups.setdefault(info.cluster, []).append((info.codepoint, position))
    starts = sorted(groups)
    letters = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        pen, glyphs = 0.0, []
        for glyph, position in groups[start]:
            glyphs.append(PlacedGlyph(glyph, scale * (pen + position.x_offset), scale * position.y_offset))
            pen += position.x_advance
        letters.append(ShapedLetter(text[start:end], level, font, scale * pen, tuple(glyphs)))
    return letters


@cache
def _outlines(font: Path) -> Outlines:
    return Outlines(io.BytesIO(font.read_bytes()), lazy=True)


def _outline(letter: ShapedLetter | None) -> object:
    pen = TTGlyphPen(None)
    if letter is None:
        return pen.glyph()
    outlines = _outlines(letter.font)
    glyphs, order, scale = outlines.getGlyphSet(), outlines.getGlyphOrder(), UNITS_PER_EM / outlines["head"].unitsPerEm
    curves = Cu2QuPen(pen, TOLERANCE, reverse_direction="CFF " in outlines)
    for placed in letter.glyphs:
        recorded = DecomposingRecordingPen(glyphs)
        glyphs[order[placed.glyph]].draw(recorded)
        recorded.replay(TransformPen(curves, Transform(scale, 0, 0, scale, placed.x, placed.y)))
    return pen.glyph()


def _numbered(names: Sequence[str]) -> object:
    """A table of characters: n stands for the n-th glyph."""
    subtable = CmapSubtable.newSubtable(0)
    subtable.platformID, subtable.platEncID, subtable.language = 1, 0, 0
    subtable.cmap = dict(enumerate(names))
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, [subtable]
    return table


def _to_unicode(texts: Sequence[str]) -> str:
    """A CMap: what each character stands for."""
    rows = [f"<{number:02X}> <{text.encode('utf-16-be').hex()}>" for number, text in enumerate(texts)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Telltale) /Ordering (Shaped) /Supplement 0 >> def",
            "/CMapName /Telltale-Shaped def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(
                block
                for start in range(0, len(rows), 100)
                for block in (f"{len(rows[start : start + 100])} beginbfchar", *rows[start : start + 100], "endbfchar")
            ),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )
