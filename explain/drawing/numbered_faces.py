"""The whole picture with its faces numbered. Line, number and words tell what a box means, not color alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from explain.drawing.palette import VERDICT_COLORS
from forensics.decision.strength_wording import VERDICTS, answer_parameters
from forensics.messages.catalogue import text
from forensics.types.analysis import Box, FaceFinding, ImageResult, Verdict
from forensics.types.model_card import DetectorCard

MIN_SIDE = 960
"""A smaller picture is enlarged to this longer side, so that the numbers can be read."""

Point = tuple[float, float]


class BoxStyle(NamedTuple):
    """How a verdict is drawn. dashes: lengths of line and gap in line widths; None: corners only."""

    dashes: tuple[int, int] | None
    weight: float


class FaceLabel(NamedTuple):
    """A face to be drawn. box: in pixels of the drawing. texts: what may stand at it, the longest first; which of them
    does depends on the room."""

    box: Box
    verdict: Verdict
    texts: tuple[str, ...]


BOX_STYLES: dict[Verdict, BoxStyle] = {
    Verdict.SIGNS: BoxStyle((1, 0), 1.6),
    Verdict.INCONCLUSIVE: BoxStyle((6, 4), 1.1),
    Verdict.NO_SIGNS: BoxStyle((1, 2), 1.1),
    Verdict.NOT_EVALUATED: BoxStyle(None, 1.1),
}


def draw_numbered_faces(result: ImageResult) -> NDArray[np.uint8]:
    """The overview with a box and a number at every face and a legend beneath, (H, W, 3) uint8 RGB.

    Words stand at the box where there is room beside the neighbors; the legend names the line styles in any case.
    """
    picture = Image.fromarray(result.overview)
    enlarge = max(1.0, MIN_SIDE / max(picture.size))
    picture = picture.resize([round(side * enlarge) for side in picture.size], Image.Resampling.BICUBIC)
    unit = sum(picture.size) / 960  # one line width; a square picture is shown smaller than a wide one
    scale = result.overview_scale * enlarge
    tags = [_face_label(finding, scale, result.judged_by(finding.region.face_id)) for finding in result.findings]
    draw_faces(ImageDraw.Draw(picture), tags, unit)
    return np.asarray(_with_legend(picture, result, unit))


def draw_faces(draw: ImageDraw.ImageDraw, tags: Sequence[FaceLabel], unit: float) -> None:
    """Boxes and labels. unit: pixels of one line width."""
    for tag in tags:
        draw_box(draw, tag.box, tag.verdict, unit)
    _draw_labels(draw, tags, bold_font(13 * unit))


@cache
def bold_font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf"), round(size))


def _face_label(finding: FaceFinding, scale: float, card: DetectorCard) -> FaceLabel:
    decision, number = finding.decision, str(finding.region.face_id)
    said = answer_parameters(decision, card)
    texts = (
        text("overview-label", face=number, **said),
        text("overview-label", face=number, **said | {"leaning": "none"}),
    )
    return FaceLabel(scale_labels(finding.region.box, scale), decision.verdict, (*dict.fromkeys(texts), number))


def scale_labels(box: Box, scale: float) -> Box:
    return Box(*(round(edge * scale) for edge in box))


def draw_box(draw: ImageDraw.ImageDraw, box: Box, verdict: Verdict, unit: float) -> None:
    style = BOX_STYLES[verdict]
    width = max(1, round(2 * style.weight * unit))
    dashes = style.dashes or (1, 0)
    lines = [
        part
        for start, end in outline(box, verdict)
        for part in _dashed(np.array(start, float), np.array(end, float), dashes, width)
    ]
    casing = ("white", width + max(2, round(unit)))  # shows the line on a background of its own color
    for color, thickness in (casing, (VERDICT_COLORS[verdict], width)):
        for start, end in lines:
            draw.line((*start, *end), fill=color, width=thickness)


def outline(box: Box, verdict: Verdict) -> list[tuple[Point, Point]]:
    """The lines of a box, before they are dashed: its sides, or its corners alone."""
    if BOX_STYLES[verdict].dashes is None:
        return list(_corners(box))
    corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
    return [*zip(corners, corners[1:] + corners[:1], strict=True)]


def _corners(box: Box) -> Iterator[tuple[Point, Point]]:
    arm_x, arm_y = box.width / 4, box.height / 4
    for x, inward_x in ((box.left, arm_x), (box.right, -arm_x)):
        for y, inward_y in ((box.top, arm_y), (box.bottom, -arm_y)):
            yield (x, y), (x + inward_x, y)
            yield (x, y), (x, y + inward_y)


def _dashed(
    start: NDArray[Any], end: NDArray[Any], dashes: tuple[int, int], width: int
) -> Iterator[tuple[Point, Point]]:
    line, gap = dashes
    if gap == 0:
        yield tuple(start), tuple(end)
        return
    length = float(np.abs(end - start).max())
    direction = (end - start) / max(length, 1)
    for from_ in np.arange(0, length, (line + gap) * width):
        yield tuple(start + direction * from_), tuple(start + direction * min(from_ + line * width, length))


def _draw_labels(draw: ImageDraw.ImageDraw, tags: Sequence[FaceLabel], font: ImageFont.FreeTypeFont) -> None:
    taken: list[Box] = []
    serious = list(BOX_STYLES)
    first_served = sorted(tags, key=lambda tag: serious.index(tag.verdict))  # with room for their words
    for tag in first_served:
        others = taken + [other.box for other in tags if other is not tag]
        words, place = _label(draw, tag.box, tag.texts, others, font)
        taken.append(place)
        draw.rectangle(place, fill=VERDICT_COLORS[tag.verdict], outline="white")
        center = ((place.left + place.right) / 2, (place.top + place.bottom) / 2)
        draw.text(center, words, fill="white", font=font, anchor="mm")


def _label(
    draw: ImageDraw.ImageDraw, box: Box, texts: Sequence[str], others: list[Box], font: ImageFont.FreeTypeFont
) -> tuple[str, Box]:
    """The longest text with a place that covers no other face or label; else the last text, on the box's corner."""
    place = box
    for words in texts:
        left, top, right, bottom = draw.textbbox((0, 0), words, font)
        width, height = round(right - left + font.size * 0.6), round(bottom - top + font.size * 0.5)
        for x, y in ((box.left, box.top - height), (box.left, box.bottom), (box.left, box.top)):
            x = min(max(0, x), max(0, draw.im.size[0] - width - 1))  # noqa: PLW2901
            place = Box(x, y, x + width, y + height)
            inside = y >= 0 and place.bottom < draw.im.size[1] and place.right < draw.im.size[0]
            if inside and not any(_overlap(place, other) for other in others):
                return words, place
    return texts[-1], place


def _overlap(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def _with_legend(picture: Image.Image, result: ImageResult, unit: float) -> Image.Image:
    """The picture with a white strip beneath that names each line style in use and counts its faces."""
    counts = Counter(finding.decision.verdict for finding in result.findings)
    if not counts:
        return picture
    font, line = bold_font(12 * unit), round(24 * unit)
    sheet = Image.new("RGB", (picture.width, (len(BOX_STYLES) + 1) * line), "white")
    draw = ImageDraw.Draw(sheet)
    x, y = line / 2, line / 4
    for verdict in (verdict for verdict in BOX_STYLES if counts[verdict]):
        words = text("overview-count", verdict=VERDICTS[verdict], faces=counts[verdict])
        needed = 2.2 * line + draw.textlength(words, font)
        if x > line and x + needed > picture.width:
            x, y = line / 2, y + line
        draw_box(draw, Box(round(x), round(y + line / 6), round(x + line), round(y + line * 5 / 6)), verdict, unit)
        draw.text((x + 1.4 * line, y + line / 2), words, fill=(20, 20, 20), font=font, anchor="lm")
        x += needed
    height = round(y + 1.25 * line)
    joined = Image.new("RGB", (picture.width, picture.height + height))
    joined.paste(picture, (0, 0))
    joined.paste(sheet.crop((0, 0, picture.width, height)), (0, picture.height))
    return joined
