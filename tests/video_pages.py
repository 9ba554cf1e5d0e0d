from weakref import WeakSet

import numpy as np
import pytest
from clips import write_clip
from driving import opened_app, state_of
from made_video import FPS, SECONDS, forged_for_a_while, frames_of, track_of, untouched
from small_detector import small_detector

from forensics.jobs.job import AnalysisTask, JobHandle

FRAMES = frames_of(cut=3.0)
FOR_A_WHILE = (track_of(1, FRAMES, untouched), track_of(2, FRAMES, forged_for_a_while, left=90))


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    frame = np.full((120, 160, 3), (200, 60, 60), np.uint8)
    return write_clip(tmp_path_factory.mktemp("clips") / "made.mp4", [frame] * round(SECONDS * FPS), FPS)


@pytest.fixture
def app(monkeypatch):
    yield from opened_app(monkeypatch)


def shown(app, result, state="done"):
    """The page with this result; its bytes are never looked at again but for the frames."""
    held, sha256 = state_of(app), result.video.sha256
    work = AnalysisTask(result.video, held.settings, small_detector(), None, WeakSet(), state, result=result)
    held.start_analysis(sha256, JobHandle(result.video, held.watcher, work))
    held.store_outcome(sha256, result)
    app.run()
    assert not app.exception
    return app
