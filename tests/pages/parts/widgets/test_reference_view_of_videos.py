"""A stretch of a person that is known to be untouched, marked on the page Inspect without a browser.

Person 1 scores 0.03 throughout. Person 2 scores 0.97 from 2.0 to 4.2 seconds and 0.04 before and after.
"""

import numpy as np
import pytest
from clips import write_clip
from driving import state_of
from made_video import (
    FPS,
    SECONDS,
    VIDEO_SHA256,
    forged_for_a_while,
    frames_of,
    made_result,
    track_of,
    untouched,
)
from reference_pages import opened, text_of
from small_detector import small_card_with_evidence
from streamlit.testing.v1 import AppTest
from video_pages import shown

from forensics.decision.video_verdict import decide_video
from forensics.types.video import VideoResult

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    frame = np.full((120, 160, 3), (200, 60, 60), np.uint8)
    clip = write_clip(tmp_path_factory.mktemp("clips") / "made.mp4", [frame] * round(SECONDS * FPS), FPS)
    frames = frames_of(cut=3.0)
    tracks = (track_of(1, frames, untouched), track_of(2, frames, forged_for_a_while, left=90))
    return made_result(clip, card=small_card_with_evidence(), tracks=tracks)


@pytest.fixture
def app(monkeypatch):
    yield from opened(monkeypatch, small_card_with_evidence())


def mark(app: AppTest, face_id: int, start: float, end: float) -> AppTest:
    """What an analyst does on the card of a person."""
    next(one for one in app.slider if one.key == f"stretch_{(VIDEO_SHA256, face_id)}").set_value((start, end)).run()
    return press(app, f"use_{(VIDEO_SHA256, face_id)}")


def press(app: AppTest, key: str) -> AppTest:
    next(button for button in app.button if button.key == key).click().run()
    assert not app.exception
    return app


def of_video(app: AppTest) -> VideoResult:
    return state_of(app).videos[VIDEO_SHA256]


def ratios(result: VideoResult) -> list[float]:
    return [judged.decision.likelihood_ratio for judged in decide_video(result).tracks]


def test_a_stretch_becomes_one_reference_face_with_the_median_score_of_what_was_chosen(app, result):
    shown(app, result)
    assert state_of(app).references is None
    mark(app, 2, 0.0, 1.8)
    (face,) = state_of(app).references.faces
    assert (face.name, face.sha256, face.face_id, face.size) == ("made.mp4", VIDEO_SHA256, 2, 40)
    assert face.fake_score == pytest.approx(0.04)
    text = text_of(app)
    assert "person 2 of `made.mp4`, from 0.0 to 1.8 seconds" in text
    assert "1 reference face from 1 file: fewer than 10" in text


def test_another_stretch_of_the_person_takes_the_place_of_the_first(app, result):
    mark(shown(app, result), 2, 0.0, 1.8)
    mark(app, 2, 2.0, 4.0)
    (face,) = state_of(app).references.faces
    assert face.fake_score == pytest.approx(0.97)
    assert "made.mp4 may not fit as a reference: its own face leans towards manipulation" in text_of(app)


def test_it_counts_for_the_other_person_and_for_the_frames_and_not_for_its_own(app, result):
    before = ratios(of_video(shown(app, result)))
    mark(app, 1, 0.0, 5.8)
    after = ratios(of_video(app))
    assert after[0] == before[0]
    assert after[1] != before[1]
    text = text_of(app)
    assert "It is itself the only reference, so none counts for it." in text
    assert text.count("Without the reference pictures: ") == 3  # of the file, of person 2, of person 2 in the frame
    (still,) = state_of(app).stills.values()
    assert still.judged_by(1) == still.card
    assert still.judged_by(2) == of_video(app).judged_by(2) != still.card


@pytest.mark.parametrize("key", ["drop", "take_out_person"])
def test_taken_out_on_the_card_or_in_the_list_the_first_answer_is_back(app, result, key):
    before = decide_video(of_video(shown(app, result)))
    mark(app, 1, 0.0, 5.8)
    press(app, f"{key}_{(VIDEO_SHA256, 1)}")
    assert state_of(app).references is None
    assert decide_video(of_video(app)) == before
    assert "Without the reference pictures" not in text_of(app)
