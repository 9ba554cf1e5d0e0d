import numpy as np
import pytest

from forensics.media.video.shot_detection import color_histogram, content_area, detect_shot_boundaries, difference

RNG = np.random.default_rng(0)


class FakeFrame:
    def __init__(self, seconds, picture):
        self.seconds, self._picture = seconds, picture

    def thumbnail(self):
        return self._picture


def cuts(pictures, fps=30):
    frames = [FakeFrame(n / fps, picture) for n, picture in enumerate(pictures)]
    found = list(detect_shot_boundaries(frames))
    assert [frame for frame, _ in found] == frames
    return [n for n, (_, is_cut) in enumerate(found) if is_cut]


def plain(color):
    return np.full((36, 64, 3), color, np.uint8)


def scene(color, spot, left):
    """A wall with a figure of ten columns."""
    picture = plain(color)
    picture[6:36, left : left + 10] = spot
    return picture


KITCHEN = scene((200, 190, 170), (90, 40, 30), 20)
GARDEN = scene((60, 120, 50), (200, 160, 140), 30)
STREET = scene((90, 95, 110), (30, 30, 40), 10)


def test_cuts_are_found_at_the_first_frames_of_the_new_shots():
    assert cuts([KITCHEN] * 10 + [GARDEN] * 12 + [STREET] * 5 + [KITCHEN] * 2) == [10, 22, 27]


def test_a_figure_that_runs_through_the_picture_is_no_cut():
    assert cuts([scene((200, 190, 170), (90, 40, 30), left) for left in range(0, 54, 9)]) == []


def test_a_fast_pan_over_a_wide_wall_is_no_cut():
    wall = np.repeat(RNG.integers(60, 200, (1, 40, 3), np.uint8), 36, axis=0).repeat(8, axis=1)  # (36, 320, 3)
    assert cuts([wall[:, left : left + 64] for left in range(0, 256, 4)]) == []


def test_a_flash_of_up_to_three_frames_is_no_cut():
    white = plain(255)
    for length in (1, 2, 3):
        assert cuts([KITCHEN] * 6 + [white] * length + [KITCHEN] * 6) == []
    assert cuts([KITCHEN] * 6 + [white] * 4 + [KITCHEN] * 6) == [6, 10]


def test_a_flash_at_a_cut_hides_nothing():
    assert cuts([KITCHEN] * 6 + [plain(255)] * 2 + [GARDEN] * 6) == [6, 8]


def test_in_a_slow_stream_every_picture_counts():
    assert cuts([KITCHEN, KITCHEN, GARDEN, KITCHEN, KITCHEN], fps=5) == [2, 3]


def test_more_light_is_no_cut():
    brighter = np.clip(KITCHEN.astype(int) + 4, 0, 255).astype(np.uint8)
    assert cuts([KITCHEN] * 5 + [brighter] * 5) == []


def test_a_slow_fade_is_missed():
    steps = np.linspace(0, 1, 150)
    assert cuts([np.uint8(KITCHEN * (1 - t) + GARDEN * t) for t in steps]) == []


@pytest.mark.parametrize("border", [plain(0), plain((250, 248, 240))], ids=["black", "white"])
@pytest.mark.parametrize("height, width", [(36, 20), (20, 64), (18, 26)], ids=["pillars", "letterbox", "window"])
def test_a_picture_in_a_border_that_stays_has_its_cuts(border, height, width):
    top, left = (36 - height) // 2, (64 - width) // 2

    def framed(wall, spot):
        picture = border.copy()
        picture[top : top + height, left : left + width] = wall
        picture[top + 4 : top + height, left + 6 : left + 14] = spot
        return picture

    one, other = framed((180, 175, 170), (90, 60, 50)), framed((177, 175, 171), (70, 55, 55))
    assert cuts([one] * 6 + [other] * 6 + [one] * 6) == [6, 12]


def test_a_mouth_that_opens_before_a_still_wall_is_no_cut():
    speaking = KITCHEN.copy()
    speaking[15:18, 23:27] = (200, 60, 60)
    assert cuts([KITCHEN] * 6 + [speaking] * 6) == []


def test_a_face_that_is_changed_at_once_is_no_cut():
    wall = RNG.integers(60, 200, (36, 64, 3), np.uint8)
    swapped = wall.copy()
    swapped[10:22, 20:32] = (200, 150, 120)
    assert cuts([wall] * 6 + [swapped] * 6) == []


def test_what_is_shown_is_without_the_border_of_one_color_that_both_pictures_have():
    small, wide = plain(0), plain(2)
    small[9:27, 16:48] = RNG.integers(0, 256, (18, 32, 3), np.uint8)
    wide[9:27] = RNG.integers(0, 256, (18, 64, 3), np.uint8)
    assert content_area(small, small) == (slice(9, 27), slice(16, 48))
    assert content_area(small, wide) == (slice(9, 27), slice(0, 64))
    assert content_area(small, plain(200)) == (slice(0, 36), slice(0, 64))
    assert content_area(plain(0), plain(0)) == (slice(0, 36), slice(0, 64))


def test_the_difference_is_the_share_of_the_picture_that_changed():
    black, quarter = plain(0), plain(0)
    quarter[:18, :32] = 255
    assert difference(color_histogram(black), color_histogram(black)) == 0
    assert (
        abs(difference(color_histogram(black), color_histogram(quarter)) - 0.25 / 3) < 1e-6
    )  # of the three channels only L differs


def test_a_stream_without_frames_has_none():
    assert cuts([]) == []
