"""Computing piece by piece: what comes next, what is kept, what is not begun again."""

import numpy as np
import pytest
from small_detector import small_detector
from specimens import TinyNetwork, explanation_of, faithfulness_of, finding_of, region_of, result_of

from explain.types import ExplanationRequest
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.facts import Fact
from pages.parts.session.session import AnalystSession
from pages.parts.tasks import explanation_runner
from pages.parts.tasks.explanation_runner import ExplanationTask, pending_tasks, run_next_step

pytestmark = pytest.mark.slow

CROP = np.zeros((24, 24, 3), np.uint8)
CROP[:12, :, 0] = 255
HIRESCAM, GRADCAM, LIME = (ExplanationRequest(name) for name in ("hirescam", "gradcam", "lime"))


class StoppedError(BaseException):
    """As Streamlit stops a script."""


@pytest.fixture
def opened(monkeypatch):
    """A session with one analyzed face, and its key."""
    loaded = small_detector(TinyNetwork())
    monkeypatch.setattr(explanation_runner, "cached_detector", lambda _name: loaded)
    finding = finding_of(region_of(CROP))
    result, state = result_of([finding], CROP), AnalystSession()
    state.store_outcome(result.media.sha256, result)
    return state, (result.media.sha256, 1), finding


def silent(_share: float, _text: str) -> None:
    pass


def test_maps_come_before_measurements_and_panels_before_the_ranking(opened):
    state, face, finding = opened
    state.store_map(face, explanation_of(finding, "hirescam"))
    shown = [ExplanationTask(face, HIRESCAM), ExplanationTask(face, GRADCAM)]
    ranked = [ExplanationTask(face, LIME), ExplanationTask(face, GRADCAM)]
    assert [one.question for one in pending_tasks(state, shown, ranked)] == [GRADCAM, HIRESCAM, LIME]


def test_what_is_done_failed_or_stopped_is_not_pending(opened):
    state, face, finding = opened
    state.store_map(face, explanation_of(finding, "hirescam", faithfulness_of()))
    state.store_failure(face, GRADCAM, Fact(ExplanationCode.NO_MASK))
    state.pause(face, [LIME])
    assert pending_tasks(state, [ExplanationTask(face, question) for question in (HIRESCAM, GRADCAM, LIME)]) == []


def test_a_map_is_kept_before_it_is_measured(opened):
    state, face, _ = opened
    run_next_step(state, ExplanationTask(face, HIRESCAM), silent)
    assert state.face_explanations(face).maps[HIRESCAM].faithfulness is None
    run_next_step(state, ExplanationTask(face, HIRESCAM), silent)
    assert state.face_explanations(face).maps[HIRESCAM].faithfulness is not None
    assert not pending_tasks(state, [ExplanationTask(face, HIRESCAM)])


def test_random_maps_are_measured_once_a_target(opened, monkeypatch):
    state, face, _ = opened
    measured = []
    figures = explanation_runner.random_map_metrics
    monkeypatch.setattr(
        explanation_runner, "random_map_metrics", lambda *args: measured.append(args[2]) or figures(*args)
    )
    for question in (HIRESCAM, HIRESCAM, GRADCAM, GRADCAM):
        run_next_step(state, ExplanationTask(face, question), silent)
    assert measured == [HIRESCAM]


def test_what_was_finished_before_a_stop_is_kept_and_the_rest_is_still_to_do(opened):
    state, face, _ = opened

    def stop(_share: float, text: str) -> None:
        if "far it can be trusted" in text:
            raise StoppedError

    run_next_step(state, ExplanationTask(face, HIRESCAM), silent)
    with pytest.raises(StoppedError):
        run_next_step(state, ExplanationTask(face, HIRESCAM), stop)
    known = state.face_explanations(face)
    assert known.maps[HIRESCAM].faithfulness is None
    assert list(known.random) == [("fake_evidence", None)]
    assert pending_tasks(state, [ExplanationTask(face, HIRESCAM)]) == [ExplanationTask(face, HIRESCAM)]


def test_a_failure_is_kept_as_its_fact(opened, monkeypatch):
    state, face, _ = opened

    def no_answer(*_args: object) -> None:
        raise ExplanationError(ExplanationCode.NO_MASK)

    monkeypatch.setattr(explanation_runner, "explain", no_answer)
    run_next_step(state, ExplanationTask(face, HIRESCAM), silent)
    assert state.face_explanations(face).failures == {HIRESCAM: Fact(ExplanationCode.NO_MASK)}
    assert not pending_tasks(state, [ExplanationTask(face, HIRESCAM)])


def test_a_map_that_cannot_be_measured_stays(opened, monkeypatch):
    state, face, _ = opened

    def no_answer(*_args: object) -> None:
        raise ExplanationError(ExplanationCode.PARTS_NOT_FINITE)

    run_next_step(state, ExplanationTask(face, HIRESCAM), silent)
    monkeypatch.setattr(explanation_runner, "assess_faithfulness", no_answer)
    run_next_step(state, ExplanationTask(face, HIRESCAM), silent)
    assert list(state.face_explanations(face).maps) == [HIRESCAM]
    assert state.face_explanations(face).failures == {HIRESCAM: Fact(ExplanationCode.PARTS_NOT_FINITE)}
