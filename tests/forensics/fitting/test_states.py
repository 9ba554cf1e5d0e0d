"""What the faces of a fit go through."""

import numpy as np
import pytest

from forensics.fitting.states import STATES, StateImage, video_frame
from forensics.types.analysis import Box


def picture():
    y, x = np.mgrid[:201, :151]
    return StateImage(np.stack([x, y, (x + y) / 2], axis=2).astype(np.uint8), Box(20, 40, 130, 180))


@pytest.mark.parametrize("name", STATES)
def test_a_state_keeps_the_face_where_its_box_is_and_leaves_the_original_alone(name):
    """In this picture the colors say where a pixel was: red across, green down."""
    original = picture()
    before = original.pixels.copy()
    made = STATES[name](original, np.random.default_rng(0))
    np.testing.assert_array_equal(original.pixels, before)
    assert made.pixels.dtype == np.uint8
    across, down = (made.box.left + made.box.right) // 2, (made.box.top + made.box.bottom) // 2
    red, green, _ = made.pixels[down, across].astype(int)
    assert abs(red - 75) < 25 and abs(green - 110) < 30
    again = STATES[name](original, np.random.default_rng(0))
    np.testing.assert_array_equal(made.pixels, again.pixels)


def test_a_small_state_has_a_face_of_48_to_96_pixels():
    for seed in range(5):
        made = STATES["small"](picture(), np.random.default_rng(seed))
        assert 47 <= min(made.box.width, made.box.height) <= 97


def test_a_frame_of_a_video_loses_more_at_a_higher_factor_and_keeps_odd_sides():
    noise = np.random.default_rng(0).integers(0, 256, (63, 95, 3), np.uint8)
    losses = [np.abs(video_frame(noise, crf).astype(int) - noise).mean() for crf in (18, 30, 42)]
    assert losses == sorted(losses) and losses[0] < losses[2]
    assert video_frame(noise, 30).shape == noise.shape
