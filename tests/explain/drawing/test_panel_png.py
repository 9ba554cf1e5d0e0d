"""A panel as a picture that can stand alone."""

import io
import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from explain.drawing.palette import SIGNED_COLORS, UNSIGNED_COLORS
from explain.drawing.panel_png import MARGIN, SIDE, Legend, error_legend, evidence_legend, mask_legend, render_panel_png
from forensics import __version__

pytestmark = pytest.mark.slow

FACTS = [("File", "group.jpg"), ("Face", "2"), ("Method", "Grad-CAM")]
QUARTERS = np.kron(np.array([[[250, 0, 0], [0, 250, 0]], [[0, 0, 250], [250, 250, 0]]], np.uint8), np.ones((60, 80, 1)))
HOSTILE = ("\u202egpj.exe\n\n\t\x00<b>" + "a" * 250, "x" * 500, "漢" * 500, "W " * 500, "", "\u0301" * 500)


def decoded(content: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(content)))


def ink_outside(sheet: NDArray[np.uint8]) -> int:
    inside = np.zeros(sheet.shape[:2], bool)
    inside[MARGIN:-MARGIN, MARGIN:-MARGIN] = True
    return int((sheet != 255).any(axis=-1)[~inside].sum())


def test_the_picture_stands_enlarged_under_its_title_with_its_own_colors():
    sheet = decoded(render_panel_png("Grad-CAM", np.uint8(QUARTERS), FACTS))
    assert sheet.shape[1] == SIDE + 2 * MARGIN == 784
    top = int((sheet == (250, 0, 0)).all(axis=-1).any(axis=1).argmax())
    assert 60 < top < 90  # below margin and title
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1)):
        middle = top + 135 + 270 * row, MARGIN + 180 + 360 * column
        assert (sheet[middle] == QUARTERS[60 * row, 80 * column]).all()
    assert ink_outside(sheet) == 0


def test_the_same_arguments_give_the_same_bytes_and_no_chunk_but_pixels():
    picture = np.uint8(QUARTERS)
    first = render_panel_png("Mask", picture, FACTS, mask_legend())
    assert render_panel_png("Mask", picture.copy(), list(FACTS), mask_legend()) == first
    assert Image.open(io.BytesIO(first)).info == {}
    assert render_panel_png("Mask", picture, [*FACTS[:2], ("Method", "Occlusion")], mask_legend()) != first


def test_every_fact_takes_a_line_and_the_version_is_always_there(monkeypatch):
    picture = np.uint8(QUARTERS)
    bare, lines = (decoded(render_panel_png("a", picture, facts)) for facts in ((), FACTS))
    assert len(lines) - len(bare) == 3 * 22  # 20 pixels of leading, 2 between the lines
    monkeypatch.setattr("explain.drawing.panel_png.__version__", f"{__version__}9")
    assert (decoded(render_panel_png("a", picture, ())) != bare).any()


def test_a_whole_hash_stands_in_one_line():
    long, short = (
        decoded(render_panel_png("a", np.uint8(QUARTERS), [("SHA-256", digest)])) for digest in ("0" * 64, "0")
    )
    assert long.shape == short.shape


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_from_outside_stays_on_the_sheet(text: str):
    legend = Legend(text, text, text, text, np.zeros((1, 2, 3), np.uint8))
    sheet = decoded(render_panel_png(text, np.uint8(QUARTERS), [(text, text)], legend))
    assert sheet.shape[1] == 784
    assert ink_outside(sheet) == 0


def test_what_turns_the_direction_of_writing_is_shown_as_its_code():
    picture = np.uint8(QUARTERS)
    disguised, told = (
        render_panel_png("a", picture, [("File", name)]) for name in ("a\u202egpj.exe", "a‹U+202E›gpj.exe")
    )
    assert disguised == told


@pytest.mark.parametrize("shape", [(1, 1), (2000, 3), (3, 2000)])
def test_odd_shapes_keep_the_sheet_in_bounds(shape: tuple[int, int]):
    sheet = decoded(render_panel_png("a", np.full((*shape, 3), 90, np.uint8), FACTS))
    assert sheet.shape[1] == 784
    assert sheet.shape[0] < SIDE + 300


@pytest.mark.parametrize("picture", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3)), np.zeros((0, 4, 3), np.uint8)])
def test_what_is_no_picture_is_refused(picture: NDArray):
    with pytest.raises(ValueError, match="picture must"):
        render_panel_png("a", picture, FACTS)


def test_a_legend_holds_one_row_of_colors():
    message = re.escape("colors must be (1, any, 3) uint8, got (2, 9, 3) uint8")
    with pytest.raises(ValueError, match=message):
        Legend("0", "", "1", "", np.zeros((2, 9, 3), np.uint8))


def test_the_bar_runs_under_the_picture_from_low_to_high():
    picture = np.full((10, 10, 3), 255, np.uint8)
    ramp = np.uint8([[[255, 0, 0], [0, 0, 255]]])
    sheet = decoded(render_panel_png("a", picture, (), Legend("0", "", "1", "", ramp)))
    row = sheet[(sheet == (255, 0, 0)).all(axis=-1).any(axis=1).argmax()]
    assert (row[MARGIN + 1] == (255, 0, 0)).all()
    assert (row[-MARGIN - 2] == (0, 0, 255)).all()


def test_legends_say_where_full_color_is_reached():
    evidence, error, mask = evidence_legend(3.25, 1.0), error_legend(0.5), mask_legend()
    assert (evidence.low, evidence.middle, evidence.high) == ("≤ -3.2", "0", "≥ 3.2")
    assert (error.low, error.middle, error.high) == ("0", "0.25", "≥ 0.50")
    assert (mask.low, mask.middle, mask.high) == ("0", "0.5", "1")
    assert evidence.colors[0, -1] == pytest.approx(np.array(SIGNED_COLORS(1.0)[:3]) * 255, abs=1)
    assert error.colors[0, 0] == pytest.approx(np.array(UNSIGNED_COLORS(0.0)[:3]) * 255, abs=1)


def test_the_bar_of_the_mask_has_the_line_at_one_half_and_nowhere_else():
    colors = mask_legend().colors[0]
    assert (colors[0] == 128).all()
    assert (colors == 255).all(axis=-1).nonzero()[0].tolist() == [128]
