"""The numbered overview."""

import numpy as np
import pytest
from specimens import decision_of, finding_of, region_of, result_of

from explain.drawing.numbered_faces import BOX_STYLES, draw_numbered_faces
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
