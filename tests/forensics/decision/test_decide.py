"""From a score, a crop and a card to a decision. Signs from 0.9, in small pictures half a logit higher."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from scipy.special import expit
from small_detector import small_card, small_card_with_evidence

from forensics.decision.calibration import logit
from forensics.decision.decide import decide_face, decide_in_state
from forensics.decision.quality_gate import measure_quality
from forensics.faces.detection import crop_region
from forensics.types.analysis import Box, Frame
from forensics.types.model_card import Interval, QualityGate
from forensics.types.reasons import ReasonCode

SOFT_NOISE = cv2.GaussianBlur(np.random.default_rng(0).integers(0, 256, (400, 400, 3), np.uint8), (0, 0), 1)
CLEAN_FACE, SMALL_FACE = Box(150, 150, 250, 250), Box(150, 150, 210, 210)


def face(box):
    return crop_region(Frame(0, 0.0, SOFT_NOISE), 1, box, 0.9, None)


def gate_up_to(brightness):
    wide = Interval(0.0, 1e6)
    return QualityGate(wide, wide, wide, Interval(0.0, brightness), wide, 10)


@pytest.mark.parametrize(("box", "verdict"), [(CLEAN_FACE, "signs of manipulation"), (SMALL_FACE, "inconclusive")])
def test_a_face_is_judged_by_the_limits_of_its_pictures_state(box, verdict):
    said = decide_face(0.92, face(box), small_card_with_evidence())
    assert (said.verdict, said.quality) == (verdict, "clean" if box is CLEAN_FACE else "small")


def test_the_score_is_that_of_the_face():
    said = decide_face(0.5, face(CLEAN_FACE), small_card())
    assert (said.verdict, said.likelihood_ratio) == ("inconclusive", 1.0)  # the small card's ratio is 1 at one half


@pytest.mark.parametrize("beyond", [-1, 1])
def test_a_face_that_the_gate_refuses_gets_the_reason_and_no_ratio(beyond):
    region = face(CLEAN_FACE)
    said = decide_face(0.99, region, small_card(gate=gate_up_to(measure_quality(region).brightness - beyond)))
    if beyond > 0:
        assert (said.verdict, said.likelihood_ratio, said.quality) == ("not evaluated", None, None)
        assert said.reason.code == ReasonCode.TOO_BRIGHT
    else:
        assert said.verdict == "signs of manipulation"


def test_a_state_that_is_not_known_changes_nothing():
    card = small_card_with_evidence()
    said = decide_in_state(0.9, CLEAN_FACE, None, card)
    assert (said.verdict, said.quality) == ("signs of manipulation", None)


def test_the_promise_of_the_threshold_is_that_of_the_state():
    """In small pictures 3.1 % of 300 faces, as the card says; the clean state's is 1.9 % of 700."""
    card = small_card_with_evidence()
    promised = card.evidence.states["clean"].false_alarms
    stating = replace(card, thresholds=replace(card.thresholds, false_alarms=promised))
    raised = float(expit(logit(0.9) + 0.5)) + 1e-9
    said = [decide_in_state(raised, CLEAN_FACE, state, stating).reason.parameters for state in ("clean", "small")]
    assert [numbers["bound"] for numbers in said] == [0.019, 0.031]
    unstated = decide_in_state(raised, CLEAN_FACE, "small", card).reason.parameters
    assert np.isnan(unstated["bound"])
