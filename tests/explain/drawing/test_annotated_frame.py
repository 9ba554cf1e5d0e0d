"""A frame of the annotated video."""

import numpy as np
import pytest
from made_video import FORGED_FROM, forged, forged_for_a_while, frames_of, made_result, made_video, track_of, untouched

from explain.drawing.annotated_frame import FrameAnnotator
from explain.drawing.palette import VERDICT_COLORS
from explain.drawing.timeline_strip import draw_strip
from forensics.decision.video_verdict import decide_video
from forensics.types.analysis import Verdict
from forensics.types.video import VideoResult


def mask_of(picture: np.ndarray, verdict: Verdict) -> np.ndarray:
    color = [int(VERDICT_COLORS[verdict][i : i + 2], 16) for i in (1, 3, 5)]
    return (picture == color).all(axis=-1)


def drawn(result: VideoResult, seconds: float) -> np.ndarray:
    """Without the strip."""
    drawing = FrameAnnotator(result)
    height, width = result.video.height, result.video.width
    picture = drawing.draw(np.full((height, width, 3), 128, np.uint8), seconds)
    assert picture.shape == (drawing.size[1], drawing.size[0], 3)
    return picture[: drawing.size[0] * height // width]


@pytest.mark.parametrize(
    ("width", "height"), [(160, 120), (1920, 1080), (1080, 1920), (3840, 2160), (101, 57), (64, 1000), (1000, 64)]
)
def test_sides_are_even_and_the_longer_one_is_at_most_1280(width: int, height: int) -> None:
    size = FrameAnnotator(made_result(video=made_video(width=width, height=height))).size
    assert max(size) <= 1280
    assert size[0] % 2 == size[1] % 2 == 0
    assert size[0] >= 480


def test_boxes_of_two_persons_stand_on_their_faces() -> None:
    picture = drawn(made_result(), 1.1)  # three times as large
    assert mask_of(picture, "no signs found")[60:210, 60:180].any()
    assert not mask_of(picture, "no signs found")[60:210, 240:].any()
    assert mask_of(picture, "signs of manipulation")[100:190, 270].all()  # the solid line at the left


def test_the_verdict_of_a_box_is_that_of_its_time() -> None:
    result = made_result(tracks=(track_of(1, frames_of(cut=3.0), forged_for_a_while),))
    before, after = drawn(result, FORGED_FROM - 1), drawn(result, FORGED_FROM + 1)
    assert mask_of(before, "no signs found").any()
    assert not mask_of(before, "signs of manipulation").any()
    assert mask_of(after, "signs of manipulation").any()


def test_a_face_that_was_not_evaluated_has_corners() -> None:
    result = made_result(tracks=(track_of(1, frames_of(cut=3.0), forged, verdict="not evaluated"),))
    corners = mask_of(drawn(result, 1.0), "not evaluated")
    assert corners[70, 60]
    assert not corners[120:150, 60].any()


def test_nobody_is_drawn_who_was_not_seen() -> None:
    result = made_result(tracks=(track_of(1, frames_of()[:5], untouched),))
    assert mask_of(drawn(result, 0.5), "no signs found").any()
    assert (drawn(result, 2.0) == 128).all()


def test_the_cursor_stands_at_the_time() -> None:
    result = made_result()
    strip = draw_strip(result, decide_video(result), 960)
    still = np.asarray(strip.base)
    for seconds in (0.0, 1.5, 6.0):
        changed = (np.asarray(strip.with_cursor(seconds)) != still).any(axis=-1)
        columns = np.nonzero(changed[round(strip.top) + 8 : round(strip.bottom)].any(axis=0))[0]
        assert abs(columns.mean() - (100 + 852 * seconds / 6)) < 1.5


def test_a_span_is_as_long_as_it_lasts() -> None:
    result = made_result(tracks=(track_of(1, frames_of(cut=3.0), forged_for_a_while),))
    strip = draw_strip(result, decide_video(result), 960)
    rows = np.asarray(strip.base)[round(strip.top) : round(strip.bottom)]
    columns = np.nonzero(mask_of(rows, "signs of manipulation")[:, 100:].any(axis=0))[0]
    span = next(span for span in decide_video(result).tracks[0].spans if span.verdict == "signs of manipulation")
    assert columns[0] == pytest.approx(852 * span.start / 6, abs=1.5)
    assert columns[-1] == pytest.approx(852 * span.end / 6, abs=1.5)


def test_a_crowd_has_eight_rows_at_most() -> None:
    frames = frames_of()
    eight, thirty = (
        made_result(tracks=tuple(track_of(n, frames, untouched) for n in range(1, many + 1))) for many in (8, 30)
    )
    assert draw_strip(eight, decide_video(eight), 960).height == draw_strip(thirty, decide_video(thirty), 960).height


def test_the_score_goes_on_to_the_end_of_a_sight_and_not_into_the_next() -> None:
    frames = frames_of()
    track = track_of(1, (*frames[:8], *frames[20:]), lambda seconds: 0.05 if seconds < 2 else 0.95)
    result = made_result(tracks=(track,), frames=frames, cuts=())
    (person,) = FrameAnnotator(result)._persons
    assert person.tag(1.4, 0, 1.0).texts[0] == person.tag(1.45, 0, 1.0).texts[0] == "1 ● 0.050"
    assert person.tag(1.6, 0, 1.0) is None
    assert person.tag(3.95, 0, 1.0).texts[0] == "1 ▲ 0.950"


def alone(width: int, height: int) -> FrameAnnotator:
    """Of a video in which nobody is seen after the first second."""
    track = track_of(1, frames_of()[:5], untouched)
    return FrameAnnotator(made_result(tracks=(track,), video=made_video(width=width, height=height)))


@pytest.mark.parametrize(
    ("width", "height", "picture"),
    [(160, 120, (480, 360)), (640, 360, (640, 360)), (3840, 240, (1280, 80)), (2000, 1, (1280, 2))],
)
def test_the_picture_is_enlarged_to_480_pixels_and_made_smaller_to_1280(width, height, picture) -> None:
    drawing = alone(width, height)
    result = made_result(
        tracks=(track_of(1, frames_of()[:5], untouched),), video=made_video(width=width, height=height)
    )
    strip = draw_strip(result, decide_video(result), picture[0])
    assert drawing.size == (picture[0], picture[1] + strip.height)
    sheet = drawing.draw(np.zeros((height, width, 3), np.uint8), 2.0)
    np.testing.assert_array_equal(sheet[picture[1] :], np.asarray(strip.with_cursor(2.0)))


def test_a_narrow_picture_stands_in_the_middle() -> None:
    drawing = alone(64, 1000)
    sheet = drawing.draw(np.full((1000, 64, 3), 200, np.uint8), 2.0)
    (columns,) = np.nonzero((sheet[100] == 200).all(axis=-1))
    assert columns[0] + columns[-1] == pytest.approx(drawing.size[0] - 1, abs=1)


def test_a_frame_is_enlarged_by_cubic_lines_and_made_smaller_by_means_of_areas() -> None:
    edge = np.full((240, 320, 3), 50, np.uint8)
    edge[:, 160:] = 200
    drawn_edge = alone(320, 240).draw(edge, 2.0)[100]  # one and a half times as large
    assert drawn_edge.min() < 50 and drawn_edge.max() > 200
    lines = np.zeros((240, 3840, 3), np.uint8)
    lines[:, ::3] = 240  # of three columns that become one
    assert (alone(3840, 240).draw(lines, 2.0)[:80] == 80).all()


def test_what_was_not_evaluated_has_no_score() -> None:
    result = made_result(tracks=(track_of(1, frames_of(cut=3.0), forged, verdict="not evaluated"),))
    (person,) = FrameAnnotator(result)._persons
    assert person.tag(1.0, 0, 1.0).texts == ("1 ○", "1 ○")


def test_a_box_is_as_large_as_the_picture_is_made() -> None:
    (person,) = FrameAnnotator(made_result(tracks=(track_of(1, frames_of(), untouched),)))._persons
    assert person.tag(1.0, 0, 3.0).box == (60, 60, 180, 210)
