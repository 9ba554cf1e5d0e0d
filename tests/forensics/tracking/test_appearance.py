import numpy as np
import pytest

from forensics.tracking.appearance import SIZE, color_descriptor, mean_descriptor, similarities, similarity
from forensics.types.analysis import Box

WALL, SKIN, HAIR = (170, 175, 180), (200, 150, 120), (70, 45, 30)


def person(clothes, hair=HAIR, left=140, top=60, size=(240, 320)):
    """A frame with a face of 40 × 50 pixels at left, top, and its box."""
    pixels = np.empty((*size, 3), np.uint8)
    pixels[:] = WALL
    pixels[::2, ::2] -= 30  # no bar of one color
    pixels[max(0, top - 15) : top + 30, max(0, left - 8) : left + 48] = hair
    pixels[top + 10 : top + 50, left + 4 : left + 36] = SKIN
    pixels[top + 55 :, max(0, left - 30) : left + 70] = clothes
    return pixels, Box(left, top, left + 40, top + 50)


RED, BLUE = color_descriptor(*person((170, 30, 30))), color_descriptor(*person((30, 50, 140)))


def test_it_is_unit_vector_of_666_numbers():
    assert RED.shape == (666,) == (SIZE,)
    assert RED.dtype == np.float32
    assert np.sum(np.square(RED)) == pytest.approx(1, abs=1e-6)


def test_like_is_one_and_other_clothes_or_hair_are_less():
    blond = color_descriptor(*person((170, 30, 30), hair=(220, 190, 120)))
    assert similarity(RED, RED) == pytest.approx(1, abs=1e-6)
    assert similarity(RED, BLUE) < 0.7
    assert similarity(RED, blond) < 0.85


def test_the_place_in_the_picture_and_the_size_do_not_matter():
    moved = color_descriptor(*person((170, 30, 30), left=60, top=80))
    pixels, box = person((170, 30, 30))
    larger = color_descriptor(pixels.repeat(2, axis=0).repeat(2, axis=1), Box(*(2 * side for side in box)))
    assert similarity(RED, moved) > 0.999
    assert similarity(RED, larger) > 0.999


def test_less_light_matters_little():
    pixels, box = person((170, 30, 30))
    darker = color_descriptor((pixels * 0.8).astype(np.uint8), box)
    assert similarity(RED, darker) > 0.95
    assert similarity(BLUE, darker) < 0.7


def test_what_the_border_cuts_off_does_not_count():
    pixels, box = person((170, 30, 30))
    half = color_descriptor(pixels[45:120, 140:], Box(0, box.top - 45, 40, box.bottom - 45))
    assert similarity(RED, half) > 0.85
    assert similarity(BLUE, half) < 0.8


@pytest.mark.parametrize("bars", [((0, 0), (200, 200)), ((150, 150), (0, 0)), ((150, 150), (200, 200))])
def test_bars_of_one_color_around_the_picture_do_not_count(bars):
    (top, _), (left, _) = bars

    def bare(clothes):
        return person(clothes, left=40, top=40, size=(110, 120))

    def framed(clothes):
        pixels, box = bare(clothes)
        frame = np.pad(pixels, (*bars, (0, 0)))
        frame[::7, ::5] += 2  # as a codec leaves it
        return color_descriptor(frame, Box(box.left + left, box.top + top, box.right + left, box.bottom + top))

    red, blue = framed((170, 30, 30)), framed((30, 50, 140))
    assert similarity(red, color_descriptor(*bare((170, 30, 30)))) > 0.99
    assert similarity(red, blue) < 0.85


def test_a_face_where_nothing_is_shown_has_an_appearance():
    pixels, box = person((170, 30, 30))
    bars = color_descriptor(np.pad(pixels, ((0, 0), (400, 0), (0, 0))), box)
    assert np.sum(np.square(bars)) == pytest.approx(1, abs=1e-6)


def test_all_pairs_are_compared_at_once():
    table = similarities(np.stack([RED, BLUE]), np.stack([BLUE, RED, BLUE]))
    low = similarity(RED, BLUE)
    np.testing.assert_allclose(table, [[low, 1, low], [1, low, 1]], atol=1e-6)


def test_the_mean_is_that_of_the_histograms():
    mean = mean_descriptor(np.stack([RED, BLUE]), [3, 1])
    np.testing.assert_allclose(np.square(mean), 0.75 * np.square(RED) + 0.25 * np.square(BLUE), atol=1e-6)


def test_a_face_that_is_the_whole_picture_has_an_appearance():
    pixels, _ = person((170, 30, 30))
    whole = color_descriptor(pixels, Box(0, 0, 320, 240))
    assert np.sum(np.square(whole)) == pytest.approx(1, abs=1e-6)
    assert similarity(whole, whole) == pytest.approx(1, abs=1e-6)


NOISE = np.random.default_rng(0).integers(60, 160, (12, 12, 3), dtype=np.uint8)
SMALL = Box(4, 2, 8, 7)  # the cells reach beyond the picture on all sides


@pytest.mark.parametrize("line", [np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]])
def test_every_line_to_the_border_of_the_picture_counts(line):
    other = NOISE.copy()
    other[line] = 255 - other[line]
    assert similarity(color_descriptor(NOISE, SMALL), color_descriptor(other, SMALL)) < 0.999


@pytest.mark.parametrize(("range_", "counts"), [(16, False), (17, True)])
def test_a_line_is_of_one_color_within_sixteen_levels(range_, counts):
    first, second = NOISE.copy(), NOISE.copy()
    for picture, level in ((first, 20), (second, 200)):
        picture[0] = level
        picture[0, ::2] += np.uint8(range_)
    same = similarity(color_descriptor(first, SMALL), color_descriptor(second, SMALL)) > 0.9999
    assert same != counts


def test_light_is_made_good_by_a_factor_of_two_at_most():
    """Levels of 10 and 20 become 20 and 40, of 60 and 100 both 110; 225 and 250 are halved at most, to 112 and 125."""
    dark, dim, low, mean, high, bright = (
        color_descriptor(np.full((12, 12, 3), level, np.uint8), SMALL) for level in (10, 20, 60, 100, 225, 250)
    )
    assert similarity(low, mean) > 0.999
    assert similarity(dark, dim) < 0.7
    assert similarity(high, bright) < 0.9


def test_black_is_not_the_darkest_gray():
    """L of 8-bit Lab: 0 and 12 (level 8, doubled), a whole bin of 11 apart; a and b are the same: 2 / 3."""
    black, gray = (color_descriptor(np.full((12, 12, 3), level, np.uint8), SMALL) for level in (0, 8))
    assert similarity(black, gray) == pytest.approx(2 / 3, abs=0.02)


def test_descriptors_are_of_single_precision_and_never_more_than_alike():
    pixels, box = person((170, 30, 30))
    made = color_descriptor(pixels, box)
    mean = mean_descriptor(np.stack([made, made]), [3, 1])
    assert made.dtype == mean.dtype == np.float32
    many = np.stack([color_descriptor(np.roll(NOISE, n, axis=0), SMALL) for n in range(12)])
    assert similarities(many, many).max() <= 1
