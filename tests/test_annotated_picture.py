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
