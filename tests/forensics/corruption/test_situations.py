"""Made situations: the place of a face in them is known, and they are what they claim."""

from dataclasses import dataclass

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from forensics.corruption.situations import (
    Placed,
    behind_dirt,
    behind_glass,
    half_outside,
    placed_box,
    tight_crop,
    turned,
)
from forensics.corruption.surfaces import poster, screen
from forensics.types.analysis import Box

PORTRAIT = np.ascontiguousarray(astronaut()[:200, 130:310])
FACE = Box(50, 60, 110, 140)


@dataclass
class Case:
    make: object
    tolerance: float = 2
    threshold: int = 70


CASES = {
    **{f"turned {degrees}": Case(lambda p, d=degrees: turned(p, d)) for degrees in (0, 15, -30, 45, 90, 180, 200, 270)},
    "tight": Case(lambda p: tight_crop(p, FACE), 5),
    **{side: Case(lambda p, s=side: half_outside(p, FACE, s)) for side in ("left", "right", "top", "bottom")},
    "glass": Case(lambda p: behind_glass(p, PORTRAIT, 0.2)),
    "dirt": Case(lambda p: behind_dirt(p, np.random.default_rng(1))),
    **{f"poster {seed}": Case(lambda p, s=seed: poster(p, np.random.default_rng(s)), 3) for seed in range(4)},
    **{f"screen {seed}": Case(lambda p, s=seed: screen(p, np.random.default_rng(s)), 3, 150) for seed in range(4)},
}


@pytest.mark.parametrize("name", CASES)
def test_a_face_is_where_its_box_says(name):
    """The face is a green ellipse on black."""
    pixels = np.zeros_like(PORTRAIT)
    cv2.ellipse(pixels, (80, 100), (30, 40), 0, 0, 360, (0, 255, 0), cv2.FILLED)
    placed = CASES[name].make(pixels)
    red, green, blue = np.moveaxis(placed.pixels.astype(int), -1, 0)
    y, x = np.nonzero(green - np.maximum(red, blue) > CASES[name].threshold)
    seen = (x.min(), y.min(), x.max() + 1, y.max() + 1)
    assert np.abs(np.subtract(seen, placed_box(FACE, placed))).max() <= CASES[name].tolerance


@pytest.mark.parametrize("name", CASES)
def test_a_situation_repeats_itself_and_keeps_its_input(name):
    before = PORTRAIT.copy()
    first, second = (CASES[name].make(PORTRAIT) for _ in range(2))
    np.testing.assert_array_equal(first.pixels, second.pixels)
    np.testing.assert_array_equal(PORTRAIT, before)
    assert first.pixels.dtype == np.uint8


@pytest.mark.parametrize("turns", range(4))
def test_quarter_turns_lose_nothing(turns):
    np.testing.assert_array_equal(turned(PORTRAIT, 90 * turns).pixels, np.rot90(PORTRAIT, -turns))


def test_nothing_of_a_tilted_picture_is_cut_off():
    white = np.full((100, 60, 3), 255, np.uint8)
    made = turned(white, 30).pixels
    assert made.shape[:2] == (117, 102)  # 100 cos 30° + 60 sin 30°, 60 cos 30° + 100 sin 30°
    assert made.sum() / 255 / 3 == pytest.approx(100 * 60, rel=0.01)


def test_a_tight_crop_ends_with_the_face_or_the_picture():
    assert tight_crop(PORTRAIT, FACE).pixels.shape == (224, 224, 3)
    assert tight_crop(PORTRAIT, Box(0, 60, 60, 140)).pixels.shape == (224, 196, 3)  # ten of eighty columns are missing


def test_half_a_face_is_outside():
    placed = half_outside(PORTRAIT, FACE, "bottom")
    assert placed_box(FACE, placed) == Box(50, 60, 110, 100)
    np.testing.assert_array_equal(placed.pixels, PORTRAIT[:100])


@pytest.mark.parametrize("strength", [0.25, 0.5])
def test_glass_mixes_light_and_not_gray_levels(strength):
    black, white = np.zeros((40, 60, 3), np.uint8), np.full((50, 50, 3), 255, np.uint8)
    seen = behind_glass(black, white, strength).pixels
    np.testing.assert_allclose(seen, 255 * strength ** (1 / 2.2), atol=1)
    np.testing.assert_allclose(behind_glass(white, black, strength).pixels, 255 * (1 - strength) ** (1 / 2.2), atol=1)


def test_glass_mirrors_what_it_reflects():
    black, lit = np.zeros((60, 60, 3), np.uint8), np.zeros((60, 60, 3), np.uint8)
    lit[:, :20] = 255
    seen = behind_glass(black, lit, 0.5).pixels
    assert seen[:, 45:].min() > 100
    assert seen[:, :35].max() < 20


def test_a_screen_is_as_bright_as_its_picture_and_a_print_has_less_contrast():
    gray = np.full((120, 120, 3), 128, np.uint8)
    gray[30:90, 30:90] = 0

    def middle(placed: Placed, box: Box) -> float:
        cut = placed_box(box, placed)
        return float(placed.pixels[cut.top : cut.bottom, cut.left : cut.right].mean())

    shown = screen(gray, np.random.default_rng(2))
    assert middle(shown, Box(5, 35, 25, 85)) == pytest.approx(128, abs=15)
    printed = poster(gray, np.random.default_rng(2))
    assert 15 < middle(printed, Box(45, 45, 75, 75)) < 40


def test_a_room_is_larger_than_what_hangs_in_it():
    for hang in (poster, screen):
        placed = hang(PORTRAIT, np.random.default_rng(3))
        assert placed.pixels.shape[:2] == (480, 432)
        box = placed_box(Box(0, 0, 180, 200), placed)
        assert min(box.left, box.top, 432 - box.right, 480 - box.bottom) > 0
