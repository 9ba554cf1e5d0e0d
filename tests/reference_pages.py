import threading

import pytest
from driving import ROOT, words
from small_detector import small_card_with_evidence
from specimens import TinyNetwork
from streamlit.testing.v1 import AppTest

from forensics.detectors.crop_detector import CropDetector
from pages.parts.tasks import explanation_runner


def opened(monkeypatch, card):
    detector = CropDetector(card, TinyNetwork(), threading.Lock())
    monkeypatch.setattr(explanation_runner, "load_detector", lambda name: detector)
    explanation_runner.cached_detector.clear()
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    explanation_runner.cached_detector.clear()


@pytest.fixture
def app(monkeypatch):
    yield from opened(monkeypatch, small_card_with_evidence())


def text_of(app: AppTest) -> str:
    return "\n".join([words(app), *(box.value for box in app.success)]).replace("\\", "")
