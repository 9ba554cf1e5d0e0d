import numpy as np
import pytest

from forensics.media.video.frame_sampling import sample_frames

pytestmark = pytest.mark.slow

GREEN, ORANGE = (40, 160, 60), (220, 120, 20)


class FakeFrame:
    def __init__(self, index, seconds, color=GREEN, end=None):
        self.index, self.pts, self.seconds, self.color = index, index, seconds, color
        self.end = seconds if end is None else end

    def thumbnail(self):
        return np.full((36, 64, 3), self.color, np.uint8)

    def to_rgb(self):
        raise AssertionError("no frame is converted for sampling")


def constant(fps, count, cuts=()):
    """Frames at a constant rate; the color changes at each of the frame numbers in cuts."""
    colors = [(GREEN, ORANGE)[sum(cut <= n for cut in cuts) % 2] for n in range(count)]
    return [FakeFrame(n, n / fps, color) for n, color in enumerate(colors)]


def samples(stream, sample_fps, **kwargs):
    return [gap.sample.index for gap in sample_frames(stream, sample_fps, **kwargs)]


def spare(stream, sample_fps):
    return [[frame.index for frame in gap.between] for gap in sample_frames(stream, sample_fps)]


def test_a_constant_rate_is_sampled_at_each_multiple_with_three_frames_between():
    found = list(sample_frames(constant(40, 25), 5))
    assert [gap.sample.index for gap in found] == [0, 8, 16, 24]
    assert [[f.index for f in gap.between] for gap in found] == [[], [2, 4, 6], [10, 12, 14], [18, 20, 22]]
    assert {(gap.shot, gap.is_cut) for gap in found} == {(0, False)}


def test_a_rate_that_does_not_divide_does_not_drift():
    found = samples(constant(30, 30 * 60), 7)
    assert len(found) == 420  # 60 s × 7
    assert found[-1] == 1796  # the first frame at or after 419 / 7 s = 59.857 s, × 30 = 1795.7


def test_a_variable_rate_is_sampled_by_time_and_not_by_count():
    times = [0, 0.05, 0.1, 0.7, 0.71, 0.72, 0.73, 1.0, 1.6]
    stream = [FakeFrame(n, seconds) for n, seconds in enumerate(times)]
    assert samples(stream, 2) == [0, 3, 7, 8]  # multiples 0, 0.5, 1.0, 1.5


def test_a_stream_slower_than_the_sampling_gives_every_frame_as_often_as_it_is_due():
    assert samples(constant(2, 3), 10) == [0] * 5 + [1] * 5 + [2]
    assert samples(constant(4, 5), 5) == [0, 1, 2, 3, 3, 4]  # due at 0.8 s, and none comes before 1.0 s
    assert not any(spare(constant(2, 3), 10))


@pytest.mark.parametrize("fps", [5, 10, 12, 24000 / 1001, 24, 25, 30000 / 1001, 30, 50, 60])
def test_at_the_usual_rates_no_frame_is_a_sample_twice(fps):
    stream = [FakeFrame(n, round(n / fps, 3), end=(n + 1) / fps) for n in range(round(20 * fps))]
    found = list(sample_frames(stream, 5))
    assert len(found) == 100
    assert all(gap.held == 0 for gap in found)


def shown(stream):
    """Time and color of each sample."""
    return [(round(gap.sample.seconds + gap.held, 6), gap.sample.color) for gap in sample_frames(stream, 5)]


def test_a_slide_show_gives_the_samples_of_the_same_show_at_a_constant_rate():
    slides = [FakeFrame(n, 6 * n, (GREEN, ORANGE)[n % 2], end=6 * n + 6) for n in range(5)]
    constantly = [FakeFrame(n, n / 10, (GREEN, ORANGE)[n // 60 % 2], end=(n + 1) / 10) for n in range(300)]
    assert len(shown(slides)) == 150
    assert shown(slides) == shown(constantly)


def test_what_is_held_is_the_frame_on_the_screen_and_not_the_last_sample():
    stream = [FakeFrame(n, seconds) for n, seconds in enumerate([0, 0.05, 0.1, 1.0])]
    found = list(sample_frames(stream, 5))
    assert [gap.sample.index for gap in found] == [0, 2, 2, 2, 2, 3]
    assert [gap.held for gap in found] == pytest.approx([0, 0.1, 0.3, 0.5, 0.7, 0])
    assert [[frame.index for frame in gap.between] for gap in found] == [[], [1], [], [], [], []]


def test_the_last_frame_is_held_for_as_long_as_the_file_says():
    assert samples([FakeFrame(0, 0, end=1)], 5) == [0] * 5
    assert samples([FakeFrame(0, 0, end=0.39)], 5) == [0]


def test_times_rounded_to_milliseconds_lose_no_sample():
    stream = [FakeFrame(n, round(n / 30, 3)) for n in range(61)]
    assert samples(stream, 3) == [0, 10, 20, 30, 40, 50, 60]  # frame 10 is at 0.333 s, before 1/3


def test_the_first_frame_of_a_shot_is_a_sample_and_restarts_the_clock():
    found = list(sample_frames(constant(40, 30, cuts=(13,)), 5))
    assert [gap.sample.index for gap in found] == [0, 8, 13, 21, 29]
    assert [gap.shot for gap in found] == [0, 0, 1, 1, 1]
    assert [gap.is_cut for gap in found] == [False, False, True, False, False]
    assert [f.index for f in found[2].between] == [10, 12]  # of the old shot
    assert [f.index for f in found[3].between] == [15, 17, 19]


def test_frames_that_come_in_a_bunch_are_not_all_kept():
    stream = [FakeFrame(n, seconds) for n, seconds in enumerate([0, 0.80, 0.81, 0.82, 1.0])]
    assert spare(stream, 1) == [[], [1]]  # the quarters of 0.25, 0.5 and 0.75 s have one frame between them


def test_few_frames_are_held_however_many_pass():
    held = set()
    most = 0

    def stream():
        nonlocal most
        for n in range(2401):
            frame = Counted(n, n / 240)
            held.add(n)
            yield frame
            del frame
            most = max(most, len(held))

    class Counted(FakeFrame):
        def __del__(self):
            held.discard(self.index)

    found = list(sample_frames(stream(), 0.1))
    assert [gap.sample.index for gap in found] == [0, 2400]
    assert [f.index for f in found[1].between] == [600, 1200, 1800]
    assert most <= 9  # the last sample, three between, the present one, three ahead and the one being made


def test_what_follows_the_last_sample_is_dropped_and_a_single_frame_is_a_sample():
    assert samples(constant(10, 4), 1) == [0]
    assert samples(constant(10, 1), 1) == [0]
    assert samples([], 1) == []


@pytest.mark.parametrize(("start", "wanted"), [(None, [0, 10, 20]), (0.3, [0, 3, 13, 23])])
def test_a_stream_that_goes_on_inside_a_shot_keeps_its_clock(start, wanted):
    stream = [FakeFrame(n, 1 + n / 10) for n in range(25)]
    assert samples(stream, 1, shot_start=start) == wanted
