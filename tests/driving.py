"""Driving the app without a browser, with a detector whose weights are set by hand."""

import io
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from small_detector import small_card
from specimens import TinyNetwork
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

from forensics.detectors.crop_detector import CropDetector
from forensics.jobs.job_manager import JOB_MANAGER, JobManager
from pages.parts.session import session_state
from pages.parts.tasks import analyses, explanation_runner

ROOT = Path(__file__).resolve().parents[1]
GROUP = (ROOT / "sample_media" / "group.jpg").read_bytes()
FACES_IN_GROUP = 4


def png(color: tuple[int, int, int], side: int = 24) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.full((side, side, 3), color, np.uint8)).save(buffer, "PNG")
    return buffer.getvalue()


RED, BLUE = png((250, 10, 10)), png((10, 10, 250))


def opened_app(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app on its first page, with a detector for which red is manipulated and blue is not."""
    detector = CropDetector(small_card(), TinyNetwork(), threading.Lock())
    monkeypatch.setattr(explanation_runner, "load_detector", lambda name: detector)
    if analyses.JOB_MANAGER is JOB_MANAGER:  # what another test analyzed is no part of this one
        monkeypatch.setattr(analyses, "JOB_MANAGER", JobManager())
    _hold_callbacks_to_the_end(monkeypatch)
    explanation_runner.cached_detector.clear()
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    explanation_runner.cached_detector.clear()


def _hold_callbacks_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a callback reads or writes an item of `st.session_state`: there a next click would interrupt it, and
    what it was to do would be lost.
    """
    calling = threading.local()
    real_init, real_call = SafeSessionState.__init__, SessionState._call_callbacks

    def init(self: SafeSessionState, state: SessionState, yield_callback: Callable[[], None]) -> None:
        def give_way() -> None:
            assert not getattr(calling, "now", False), "a next click could interrupt this callback"
            yield_callback()

        real_init(self, state, give_way)

    def call(self: SessionState, **known: object) -> None:
        calling.now = True
        try:
            real_call(self, **known)
        finally:
            calling.now = False

    monkeypatch.setattr(SafeSessionState, "__init__", init)
    monkeypatch.setattr(SessionState, "_call_callbacks", call)


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    return settled(app.file_uploader[0].set_value([(name, content, "image/png") for name, content in files]).run())


def click(app: AppTest, label: str) -> AppTest:
    return settled(next(button for button in app.button if button.label == label).click().run())


def settled(app: AppTest) -> AppTest:
    """The page when the photographs under way are analyzed, and it has looked again."""
    going = [job for job in state_of(app).unfinished.values() if not job.is_video]
    deadline = time.monotonic() + 60
    while any(job.state in ("waiting", "running") for job in going):
        assert time.monotonic() < deadline, "a photograph is never finished"
        time.sleep(0.005)
    return app.run() if going else app


def state_of(app: AppTest) -> session_state.AnalystSession:
    return app.session_state["telltale"]


def take_whole_pictures(app: AppTest) -> AppTest:
    """Choose to take each picture as one face."""
    return settled(app.button_group[0].set_value("whole").run())


def words(app: AppTest) -> str:
    elements = [*app.title, *app.subheader, *app.markdown, *app.caption, *app.info, *app.error, *app.warning]
    return "\n".join(element.value for element in elements)
