"""The report of a video, made on the page Report."""

import json
from weakref import WeakSet

import numpy as np
import pytest
from clips import write_clip
from driving import BLUE, click, opened_app, state_of, upload, words
from made_video import FPS, SECONDS, VIDEO_SHA256, made_result
from small_detector import small_detector

from explain.types import Explanation, ExplanationRequest
from forensics.jobs.job import AnalysisTask, JobHandle

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    frames = [np.full((120, 160, 3), (100 + n, 60, 60), np.uint8) for n in range(round(SECONDS * FPS))]
    return write_clip(tmp_path_factory.mktemp("clips") / "made.mp4", frames, FPS)


@pytest.fixture
def app(monkeypatch, clip):
    """The app with an analyzed video."""
    for app in opened_app(monkeypatch):
        state, result = state_of(app), made_result(clip)
        work = AnalysisTask(result.video, state.settings, small_detector(), None, WeakSet(), "done", result=result)
        state.start_analysis(VIDEO_SHA256, JobHandle(result.video, state.watcher, work))
        state.store_outcome(VIDEO_SHA256, result)
        yield app


def prepared(app):
    """The JSON of the report."""
    app.switch_page("pages/report.py").run()
    click(app, "Prepare the report")
    assert not app.exception and not app.error
    return json.loads(state_of(app).report.json)


def test_a_video_comes_with_the_key_frames_of_its_persons(app):
    report = prepared(app)
    (analysis,) = report["analyses"]
    assert [file["name"] for file in analysis["files"]] == ["made.mp4"]
    assert {face for still in report["stills"] for face in still["face_ids"]} == {1, 2}
    assert state_of(app).report.pdf.startswith(b"%PDF")


def test_the_command_repeats_the_rate_at_which_frames_were_looked_at(app):
    assert prepared(app)["command"].endswith("--detector telltale --sample-fps 5 -- made.mp4")


def test_what_goes_in_is_counted(app):
    prepared(app)
    assert "1 video, 2 persons; 0 maps of 0 faces chosen on the Explain page" in words(app)
    app.switch_page("pages/inspect.py").run()
    upload(app, ("blue.png", BLUE))
    prepared(app)
    assert "1 picture, 0 faces; 1 video, 2 persons; 0 maps" in words(app)


def test_an_explained_frame_goes_in_with_its_maps(app):
    app.switch_page("pages/inspect.py").run()
    click(app, "Next frame")
    state = state_of(app)
    still = list(state.stills.values())[-1]
    face, question = (still.media.sha256, 2), ExplanationRequest("gradcam")
    shape = still.finding(2).region.crop.shape[:2]
    state.store_map(face, Explanation(2, question, np.zeros(shape, np.float32), 0.1))
    state.choose_for_report(face, (question,))
    report = prepared(app)
    assert [(entry["sha256"], entry["face_id"]) for entry in report["explanations"]] == [face]
    assert [entry["sha256"] for entry in report["stills"]].count(still.media.sha256) == 1
