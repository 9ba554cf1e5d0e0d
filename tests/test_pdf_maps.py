"""The rows of maps of one face."""

import dataclasses

import numpy as np
import pytest
from reportlab.platypus import Image, Table
from specimens import explanation_of, faithfulness_of, finding_of, region_of

from explain.pdf.maps import PANEL, map_section
from explain.pdf.panels import SharedScale
from explain.pdf.style import BOTTOM, PAGE_HEIGHT, TOP, WIDTH, register_fonts
from explain.types import Explanation, Faithfulness
from forensics.facts import told_fact

FINDING = finding_of(region_of(np.full((40, 40, 3), 120, np.uint8)))
SCALE = SharedScale(error=0.1, evidence=2.0, pixels=40)


def blocks_of(explanations: list[Explanation]) -> list[list]:
    register_fonts()
    return [block._content for block in map_section(FINDING, explanations, SCALE)]


def maps(number: int, faithfulness: Faithfulness | None = None) -> list[Explanation]:
    return [explanation_of(FINDING, "gradcam", faithfulness)] * number


@pytest.mark.parametrize(
    ("number", "rows"),
    [(0, []), (1, [1]), (4, [4]), (5, [3, 2]), (6, [3, 3]), (9, [3, 3, 3]), (12, [4, 4, 4])],
)
def test_maps_stand_in_rows_as_even_as_can_be(number: int, rows: list[int]) -> None:
    tables = [next(part for part in block if isinstance(part, Table)) for block in blocks_of(maps(number))]
    assert [sum(isinstance(cell, Image) for cell in table._cellvalues[0]) for table in tables] == rows


def test_up_to_two_maps_have_their_curves_beside_them_and_more_have_them_below() -> None:
    for number, images in ((2, [4, 0]), (3, [3, 0, 3])):
        table = next(part for part in blocks_of(maps(number, faithfulness_of()))[0] if isinstance(part, Table))
        assert [sum(isinstance(cell, Image) for cell in row) for row in table._cellvalues] == images
        panel = table._cellvalues[0][0]
        assert (panel.drawWidth, panel.drawHeight) == (PANEL, PANEL)


def test_four_measured_maps_leave_room_for_the_numbers_of_their_face() -> None:
    wordy = dataclasses.replace(faithfulness_of("not better than chance"), reason=told_fact("a long reason " * 18))
    (block,) = blocks_of(maps(4, wordy))
    height = sum(part.wrap(WIDTH, PAGE_HEIGHT)[1] for part in block)
    assert height < PAGE_HEIGHT - TOP - BOTTOM - 185
