"""Choosing a moment of a video."""

import pytest
from made_video import frames_of

from pages.parts.inspect.frame_view import nearest_frame

FRAMES = frames_of()  # at 0.0, 0.2, … 5.8 seconds


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0.0, 0.0), (0.29, 0.2), (0.31, 0.4), (5.8, 5.8), (99.0, 5.8), (-1.0, 0.0)]
)
def test_a_click_chooses_the_nearest_frame_that_was_looked_at(seconds, expected):
    assert nearest_frame(FRAMES, seconds).seconds == expected


def test_between_two_frames_the_earlier_is_taken():
    assert nearest_frame(FRAMES[:2], 0.1) == FRAMES[0]
