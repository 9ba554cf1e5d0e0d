"""From a drag over the picture to a region in whole pixels of the crop."""

import pytest

from forensics.types.analysis import Box
from pages.parts.explain.region_selector import drawn_box

SIZE = 40, 30


def dragged(x: list[float], y: list[float]) -> dict:
    return {"xref": "x", "yref": "y", "x": x, "y": y}


def test_no_drag_is_no_region():
    assert drawn_box([], SIZE) is None


@pytest.mark.parametrize(
    ("x", "y", "box"),
    [
        ([4.4, 20.6], [3.5, 9.9], Box(4, 4, 21, 10)),
        ([20.6, 4.4], [9.9, 3.5], Box(4, 4, 21, 10)),
        ([-9.0, 99.0], [-1.0, 31.0], Box(0, 0, 40, 30)),
        ([5.1, 5.3], [2.0, 9.0], None),
        ([50.0, 60.0], [2.0, 9.0], None),
    ],
    ids=["forwards", "backwards", "beyond the crop", "without width", "outside"],
)
def test_a_drag_is_a_box_inside_the_crop(x, y, box):
    assert drawn_box([dragged(x, y)], SIZE) == box


def test_the_last_drag_counts():
    assert drawn_box([dragged([0, 5], [0, 5]), dragged([10, 20], [10, 20])], SIZE) == Box(10, 10, 20, 20)
