"""Computing piece by piece: what comes next, what is kept, what is not begun again."""

import numpy as np
import pytest
from small_detector import small_detector
from specimens import TinyNetwork, explanation_of, faithfulness_of, finding_of, region_of, result_of

from explain.types import Question
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.facts import Fact
from pages.parts.session.session import Session
from pages.parts.tasks import explanation_runner
from pages.parts.tasks.explanation_runner import Wanted, advance, pending

CROP = np.zeros((24, 24, 3), np.uint8)
CROP[:12, :, 0] = 255
HIRESCAM, GRADCAM, LIME = (Question(name) for name in ("hirescam", "gradcam", "lime"))


class StoppedError(BaseException):
    """As Streamlit stops a script."""


@pytest.fixture
def opened(monkeypatch):
    """A session with one analysed face, and its key."""
    loaded = small_detector(TinyNetwork())
    monkeypatch.setattr(explanation_runner, "detector", lambda _name: loaded)
    finding = finding_of(region_of(CROP))
    result, state = result_of([finding], CROP), Session()
    state.keep_outcome(result.media.sha256, result)
    return state, (result.media.sha256, 1), finding


def silent(_share: float, _text: str) -> None:
    pass


def test_maps_come_before_measurements_and_panels_before_the_ranking(opened):
    state, face, finding = opened
    state.keep_map(face, explanation_of(finding, "hirescam"))
    shown = [Wanted(face, HIRESCAM), Wanted(face, GRADCAM)]
    ranked = [Wanted(face, LIME), Wanted(face, GRADCAM)]
    assert [one.question for one in pending(state, shown, ranked)] == [GRADCAM, HIRESCAM, LIME]


def test_what_is_done_failed_or_stopped_is_not_pending(opened):
    state, face, finding = opened
    state.keep_map(face, explanation_of(finding, "hirescam", faithfulness_of()))
    state.keep_failure(face, GRADCAM, Fact(ExplanationCode.NO_MASK))
    state.stop(face, [LIME])
    assert pending(state, [Wanted(face, question) for question in (HIRESCAM, GRADCAM, LIME)]) == []


def test_a_map_is_kept_before_it_is_measured(opened):
    state, face, _ = opened
    advance(state, Wanted(face, HIRESCAM), silent)
    assert state.work_on(face).maps[HIRESCAM].faithfulness is None
    advance(state, Wanted(face, HIRESCAM), silent)
    assert state.work_on(face).maps[HIRESCAM].faithfulness is not None
    assert not pending(state, [Wanted(face, HIRESCAM)])


def test_random_maps_are_measured_once_a_target(opened, monkeypatch):
    state, face, _ = opened
    measured = []
    figures = explanation_runner.random_figures
    monkeypatch.setattr(explanation_runner, "random_figures", lambda *args: measured.append(args[2]) or figures(*args))
    for question in (HIRESCAM, HIRESCAM, GRADCAM, GRADCAM):
        advance(state, Wanted(face, question), silent)
    assert measured == [HIRESCAM]


def test_what_was_finished_before_a_stop_is_kept_and_the_rest_is_still_to_do(opened):
    state, face, _ = opened

    def stop(_share: float, text: str) -> None:
        if "far it can be trusted" in text:
            raise StoppedError

    advance(state, Wanted(face, HIRESCAM), silent)
    with pytest.raises(StoppedError):
        advance(state, Wanted(face, HIRESCAM), stop)
    known = state.work_on(face)
    assert known.maps[HIRESCAM].faithfulness is None
    assert list(known.random) == [("fake_evidence", None)]
    assert pending(state, [Wanted(face, HIRESCAM)]) == [Wanted(face, HIRESCAM)]


def test_a_failure_is_kept_as_its_fact(opened, monkeypatch):
    state, face, _ = opened

    def no_answer(*_args: object) -> None:
        raise ExplanationError(ExplanationCode.NO_MASK)

    monkeypatch.setattr(explanation_runner, "explain", no_answer)
    advance(state, Wanted(face, HIRESCAM), silent)
    assert state.work_on(face).failures == {HIRESCAM: Fact(ExplanationCode.NO_MASK)}
    assert not pending(state, [Wanted(face, HIRESCAM)])


def test_a_map_that_cannot_be_measured_stays(opened, monkeypatch):
    state, face, _ = opened

    def no_answer(*_args: object) -> None:
        raise ExplanationError(ExplanationCode.PARTS_NOT_FINITE)

    advance(state, Wanted(face, HIRESCAM), silent)
    monkeypatch.setattr(explanation_runner, "assess", no_answer)
    advance(state, Wanted(face, HIRESCAM), silent)
    assert list(state.work_on(face).maps) == [HIRESCAM]
    assert state.work_on(face).failures == {HIRESCAM: Fact(ExplanationCode.PARTS_NOT_FINITE)}
