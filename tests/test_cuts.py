import numpy as np

from forensics.video.cuts import colours, difference, with_cuts

RNG = np.random.default_rng(0)


class FakeFrame:
    def __init__(self, seconds, picture):
        self.seconds, self._picture = seconds, picture

    def small(self):
        return self._picture


def cuts(pictures, fps=30):
    frames = [FakeFrame(n / fps, picture) for n, picture in enumerate(pictures)]
    found = list(with_cuts(frames))
    assert [frame for frame, _ in found] == frames
    return [n for n, (_, is_cut) in enumerate(found) if is_cut]


def plain(colour):
    return np.full((36, 64, 3), colour, np.uint8)


def scene(colour, spot, left):
    """A wall with a figure of ten columns."""
    picture = plain(colour)
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


def test_the_difference_is_the_share_of_the_picture_that_changed():
    black, quarter = plain(0), plain(0)
    quarter[:18, :32] = 255
    assert difference(colours(black), colours(black)) == 0
    assert abs(difference(colours(black), colours(quarter)) - 0.25 / 3) < 1e-6  # of the three channels only L differs


def test_a_stream_without_frames_has_none():
    assert cuts([]) == []
