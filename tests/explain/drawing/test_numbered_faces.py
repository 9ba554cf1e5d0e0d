"""The numbered overview."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw
from small_detector import small_card
from specimens import decision_of, finding_of, region_of, result_of

from explain.drawing.numbered_faces import (
    BOX_STYLES,
    FaceLabel,
    _draw_labels,
    _face_label,
    bold_font,
    draw_box,
    draw_numbered_faces,
    outline,
    scale_labels,
)
from explain.drawing.palette import VERDICT_COLORS
from forensics.types.analysis import Box, ImageResult, Verdict


def result(boxes: list[tuple[Box, Verdict]], width: int = 960, height: int = 600) -> ImageResult:
    picture = np.full((height, width, 3), 90, np.uint8)
    findings = [
        finding_of(
            region_of(picture[box.top : box.bottom, box.left : box.right], number, box.left, box.top),
            decision=decision_of(verdict),
        )
        for number, (box, verdict) in enumerate(boxes, start=1)
    ]
    return result_of(findings, picture)


def color_of(verdict: Verdict) -> list[int]:
    return [int(VERDICT_COLORS[verdict][i : i + 2], 16) for i in (1, 3, 5)]


def test_every_verdict_has_a_line_of_its_own() -> None:
    assert set(BOX_STYLES) == set(VERDICT_COLORS)
    assert len({style.dashes for style in BOX_STYLES.values()}) == 4


def test_a_solid_box_stands_on_the_face_and_a_dotted_one_has_gaps() -> None:
    box = Box(300, 200, 500, 400)
    solid = draw_numbered_faces(result([(box, "signs of manipulation")]))[:600]
    dotted = draw_numbered_faces(result([(box, "no signs found")]))[:600]
    assert (solid[220:380, 300] == color_of("signs of manipulation")).all()
    on_line = (dotted[220:380, 300] == color_of("no signs found")).all(axis=-1)
    assert 0.2 < on_line.mean() < 0.6
    assert (solid[300, 400] == 90).all()


def test_label_with_words_above_the_box_where_there_is_room() -> None:
    picture = draw_numbered_faces(result([(Box(300, 200, 500, 400), "inconclusive")]))
    strip = (picture[180:198, 300:500] == color_of("inconclusive")).all(axis=-1)
    assert strip[9].nonzero()[0].max() > 120  # 120 pixels wide: more than a number


def test_between_neighbors_the_label_shrinks_to_the_number() -> None:
    crowd = [(Box(x, y, x + 60, y + 60), "inconclusive") for x in range(90, 800, 70) for y in range(90, 500, 84)]
    picture = draw_numbered_faces(result(crowd))[:600]
    inside = picture[90 + 30, 90:150]  # the middle of the first face is not covered
    assert (inside[10:50] == 90).all()


def test_legend_names_only_what_is_there_and_widens_the_picture_downwards() -> None:
    one = draw_numbered_faces(result([(Box(300, 200, 500, 400), "not evaluated")]))
    assert one.shape[1] == 960
    assert one.shape[0] > 600
    assert one.dtype == np.uint8
    legend = one[600:]
    assert (legend == 255).all(axis=-1).mean() > 0.8
    assert (legend == color_of("not evaluated")).all(axis=-1).any()
    assert not (legend == color_of("inconclusive")).all(axis=-1).any()


def test_small_pictures_are_enlarged_and_boxes_with_them() -> None:
    picture = draw_numbered_faces(result([(Box(10, 10, 30, 30), "signs of manipulation")], width=96, height=60))
    assert picture.shape[1] == 960
    assert (picture[150:250, 100] == color_of("signs of manipulation")).all()


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 700), (900, 2)])
def test_odd_shapes_with_a_face_of_the_whole_picture(width: int, height: int) -> None:
    picture = draw_numbered_faces(result([(Box(0, 0, width, height), "signs of manipulation")], width, height))
    assert max(picture.shape) >= 960


def test_without_a_face_the_picture_comes_back_alone() -> None:
    assert (draw_numbered_faces(result([])) == 90).all()


def test_the_overview_itself_is_not_drawn_on() -> None:
    given = result([(Box(300, 200, 500, 400), "signs of manipulation")])
    draw_numbered_faces(given)
    assert (given.overview == 90).all()


def test_boxes_are_scaled_edge_by_edge() -> None:
    assert scale_labels(Box(10, 20, 31, 41), 1.5) == Box(15, 30, 46, 62)


def test_the_outline_is_four_sides_or_eight_arms_of_a_quarter() -> None:
    box = Box(0, 0, 40, 20)
    assert outline(box, "no signs found") == [
        ((0, 0), (40, 0)),
        ((40, 0), (40, 20)),
        ((40, 20), (0, 20)),
        ((0, 20), (0, 0)),
    ]
    assert outline(box, "not evaluated") == [
        *(((0, 0), (10, 0)), ((0, 0), (0, 5)), ((0, 20), (10, 20)), ((0, 20), (0, 15))),
        *(((40, 0), (30, 0)), ((40, 0), (40, 5)), ((40, 20), (30, 20)), ((40, 20), (40, 15))),
    ]


def boxed(box: Box, verdict: Verdict, unit: float, side: int = 600) -> np.ndarray:
    canvas = Image.new("RGB", (side, side), "black")
    draw_box(ImageDraw.Draw(canvas), box, verdict, unit)
    return np.asarray(canvas)


@pytest.mark.parametrize(("unit", "line", "casing"), [(1, 3, 5), (2, 6, 8), (4, 13, 17), (0.1, 1, 3)])
def test_a_line_is_3_2_units_wide_and_cased_in_white_by_one_more_at_least_two_pixels(unit, line, casing) -> None:
    across = boxed(Box(100, 100, 500, 500), "signs of manipulation", unit)[300, :300]
    assert (across == color_of("signs of manipulation")).all(axis=-1).sum() == line
    assert (across == 255).all(axis=-1).sum() == casing - line


def runs(on: np.ndarray) -> list[tuple[int, int]]:
    """First index and length of each run."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], on.astype(int), [0]])))
    return [(int(start), int(end - start)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def test_a_dashed_side_has_six_widths_of_line_and_four_of_gap() -> None:
    """2.2 units: eleven pixels."""
    along = boxed(Box(50, 100, 490, 500), "inconclusive", 5)[100]
    found = runs((along == color_of("inconclusive")).all(axis=-1))
    assert [start for start, _ in found[1:4]] == [160, 270, 380]
    assert [length for _, length in found[1:4]] == [67, 67, 67]  # both ends belong to it


def test_corners_are_not_dashed() -> None:
    along = boxed(Box(100, 100, 500, 500), "not evaluated", 1)[100]
    found = runs((along == color_of("not evaluated")).all(axis=-1))
    assert len(found) == 2
    assert found[0][0] + found[0][1] == 201


LABEL = ("a longer text", "1")
FACE = Box(200, 200, 300, 300)


def label_of(face: Box, *others: Box) -> tuple[np.ndarray, list[int]]:
    """The drawing, and left, top, right and bottom of the label of a face beside others."""
    canvas = Image.new("RGB", (600, 600), "black")
    tags = [FaceLabel(box, "no signs found", ("2",)) for box in others]
    _draw_labels(ImageDraw.Draw(canvas), [FaceLabel(face, "signs of manipulation", LABEL), *tags], bold_font(20))
    drawn = np.asarray(canvas)
    rows, columns = np.nonzero((drawn == color_of("signs of manipulation")).all(axis=-1))
    return drawn, [int(value) for value in (columns.min() - 1, rows.min() - 1, columns.max() + 1, rows.max() + 1)]


def size_of(words: str) -> tuple[int, int]:
    """Of a label: 0.6 and 0.5 of the font's size more than the words are wide and high."""
    left, top, right, bottom = ImageDraw.Draw(Image.new("RGB", (1, 1))).textbbox((0, 0), words, bold_font(20))
    return round(right - left + 12), round(bottom - top + 10)


def labelled(*others: Box) -> tuple[list[int], tuple[int, int]]:
    return label_of(FACE, *others)[1], size_of(LABEL[0])


def test_the_words_stand_white_in_the_middle_of_the_label() -> None:
    drawn, (left, top, right, bottom) = label_of(FACE)
    rows, columns = np.nonzero((drawn[top + 1 : bottom, left + 1 : right] == 255).all(axis=-1))
    width, height = size_of(LABEL[0])
    assert columns.min() + columns.max() == pytest.approx(width, abs=4)
    assert rows.min() + rows.max() == pytest.approx(height, abs=6)
    assert columns.max() - columns.min() == pytest.approx(width - 12, abs=3)


@pytest.mark.parametrize(
    ("face", "left", "top"),
    [
        (Box(0, 10, 100, 110), 0, "below"),  # no room above
        (Box(20, 10, 100, 590), 20, "inside"),  # nor below
        (Box(570, 200, 599, 300), 599, "above"),  # ends a pixel before the picture does
    ],
)
def test_a_label_keeps_within_the_picture(face, left, top) -> None:
    width, height = size_of(LABEL[0])
    place = label_of(face)[1]
    y = {"above": face.top - height, "below": face.bottom, "inside": face.top}[top]
    assert place[:2] == [min(left, 599 - width), y]


def test_where_no_words_have_room_the_number_stands_on_the_corner() -> None:
    place = label_of(FACE, Box(150, 100, 500, 400))[1]
    width, height = size_of(LABEL[1])
    assert place == [200, 200, 200 + width, 200 + height]


def test_the_most_serious_verdict_has_the_first_choice_of_room() -> None:
    """Both want the room between them, above the one and below the other."""
    canvas = Image.new("RGB", (300, 300), "black")
    _, height = size_of("word")
    upper, lower = Box(100, 40, 200, 100), Box(100, 100 + height, 200, 290)
    tags = [FaceLabel(upper, "no signs found", ("word",)), FaceLabel(lower, "signs of manipulation", ("word",))]
    _draw_labels(ImageDraw.Draw(canvas), tags, bold_font(20))
    between = np.asarray(canvas)[101 : 99 + height, 101:110]
    assert (between == color_of("signs of manipulation")).all(axis=-1).any()


def test_a_label_names_its_face_by_the_card_it_was_judged_by() -> None:
    (finding,) = result([(FACE, "inconclusive")]).findings
    card = small_card()
    tag = _face_label(replace(finding, decision=replace(finding.decision, likelihood_ratio=4.0)), 2.0, card)
    assert tag.texts == ("1  inconclusive, leans towards manipulation, about 4 to 1", "1  inconclusive", "1")
    assert tag.box == Box(400, 400, 600, 600)


def test_a_label_stands_above_its_box() -> None:
    place, (width, height) = labelled()
    assert place == [200, 200 - height, 200 + width, 200]


@pytest.mark.parametrize("side", ["left", "right", "above", "below and left", "below and right"])
def test_a_neighbor_that_touches_a_label_leaves_it_where_it_is_and_one_that_overlaps_moves_it(side) -> None:
    _, (width, height) = labelled()
    for inward, top in ((0, 200 - height), (1, 300)):
        other = {
            "left": Box(100, 150, 200 + inward, 199),
            "right": Box(200 + width - inward, 150, 500, 199),
            "above": Box(200, 50, 300, 200 - height + inward),
            "below and left": Box(20, 200 - inward, 200 + inward, 260),
            "below and right": Box(200 + width - inward, 200 - inward, 590, 260),
        }[side]
        assert labelled(other)[0][1] == top


@pytest.mark.parametrize(
    "far", [Box(10, 10, 40, 40), Box(560, 10, 590, 40), Box(10, 500, 40, 530), Box(560, 500, 590, 530)]
)
def test_a_face_far_away_moves_no_label(far) -> None:
    place, (_, height) = labelled(far)
    assert place[1] == 200 - height


def test_the_legend_has_a_swatch_of_one_line_and_rows_as_they_fit() -> None:
    """960 × 600: a unit is 1.625 pixels, a line 39 high. 300 × 960: 1.3125 and 32 (31.5); each verdict needs a row."""
    legend = draw_numbered_faces(result([(Box(300, 200, 500, 400), "signs of manipulation")]))[600:]
    assert len(legend) == round(39 / 4 + 1.25 * 39)
    rows, columns = np.nonzero((legend == color_of("signs of manipulation")).all(axis=-1))
    assert (columns.min(), columns.max(), rows.min(), rows.max()) == (18, 60, 14, 44)  # a line of five around the box
    (words,) = np.nonzero((legend < 60).all(axis=-1).any(axis=0))
    assert words.min() == pytest.approx(39 / 2 + 1.4 * 39, abs=2)
    narrow = [(Box(20, 100 + 200 * n, 120, 200 + 200 * n), verdict) for n, verdict in enumerate(BOX_STYLES)]
    legend = draw_numbered_faces(result(narrow, 300, 960))[960:]
    assert len(legend) == 32 // 4 + 4 * 32 + 32 // 4
    assert (legend[-8:] == 255).all()
    swatches = [np.nonzero((legend[:, :52] == color_of(verdict)).all(axis=-1))[0].mean() for verdict in BOX_STYLES]
    np.testing.assert_allclose(np.diff(swatches), 32, atol=1)
