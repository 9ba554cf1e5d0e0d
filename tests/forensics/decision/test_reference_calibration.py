"""What reference faces, and the state of a picture, do to thresholds and ratios."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit
from small_detector import SMALL_EVIDENCE, SMALL_PERSONS, small_card, small_card_with_evidence

from forensics.decision.calibration import decide_by_thresholds, likelihood_ratio, logit, untouched_tail_share
from forensics.decision.decide import decide_in_state
from forensics.decision.image_quality import QualityState
from forensics.decision.quality_gate import FaceQuality
from forensics.decision.reference_calibration import (
    LogitScale,
    card_for_source,
    card_for_state,
    card_on_scale,
    misfits_of,
    source_scale,
)
from forensics.types.analysis import Box
from forensics.types.evidence import ErrorRateBound, SourceSpread
from forensics.types.references import Misfit, ReferenceFace, References

FACE = Box(0, 0, 50, 60)
FLAT = replace(SMALL_EVIDENCE.ratio, slope=0.0)
SPREAD = SourceSpread(mean=-1.0, between=1.0, within=1.0, faces=10.0)


def reference(score, **changes):
    values = {"name": "a.jpg", "sha256": "0" * 64, "face_id": 1, "size": 100, "sharpness": 10.0, "blockiness": 1.1}
    return ReferenceFace(fake_score=score, **values | changes)


def references(*logits):
    return References(tuple(reference(float(expit(value))) for value in logits))


def test_many_references_bring_their_source_to_the_common_scale():
    """A source of mean −0.5 and deviation 1.1; expected of any: mean −1, deviation √2, none beyond −1 ± 2 √2."""
    logits = np.random.default_rng(0).normal(-0.5, 1.1, 20000)
    scale = source_scale(logits, SPREAD)
    assert scale.slope == pytest.approx(np.sqrt(2) / 1.1, rel=0.03)
    assert scale.slope * -0.5 + scale.offset == pytest.approx(-1, abs=0.05)


def test_one_reference_moves_the_middle_half_way_and_hardly_narrows():
    """n b² = 1, v = w² = 1: the middle is (x + m) / 2 = 0, the variance of one more face 1 + 1 / 2."""
    scale = source_scale([1.0], SPREAD)
    assert scale.slope == pytest.approx(np.sqrt(2 / 1.5))
    assert scale.offset == pytest.approx(-1)  # the middle, 0, goes to the common mean


def test_a_handful_cannot_narrow_the_source_far():
    """Three equal scores may be one picture three times: v = 1, as in any source."""
    scale = source_scale([0.0, 0.0, 0.0], SPREAD)
    assert scale.slope == pytest.approx(np.sqrt(2 / (1 + 1 / 4)))


def test_the_card_of_a_source_decides_as_the_card_does_on_the_common_scale():
    card, scale = small_card_with_evidence(), LogitScale(1.5, -0.7)
    there = card_on_scale(card, scale)
    for score in (0.05, 0.3, 0.6, 0.9, 0.97):
        common = float(expit(scale.slope * logit(score) + scale.offset))
        said, wanted = decide_by_thresholds(score, FACE, there), decide_by_thresholds(common, FACE, card)
        assert said.verdict == wanted.verdict
        assert said.likelihood_ratio == pytest.approx(wanted.likelihood_ratio)
        assert said.known_ratio == pytest.approx(wanted.known_ratio)
        assert said.false_alarms == pytest.approx(wanted.false_alarms)
        assert likelihood_ratio(score, there.persons.ratio) == pytest.approx(
            likelihood_ratio(common, card.persons.ratio)
        )
    assert there.evidence.ratio.log10_floor == card.evidence.ratio.log10_floor


def test_high_scoring_references_raise_the_threshold_and_low_ones_lower_it():
    card = small_card_with_evidence()
    around = np.linspace(-1.7, 1.7, 20)  # of standard deviation 1
    high, low = (card_for_source(card, references(*(middle + around))) for middle in (0.5, -4.0))
    assert high.thresholds.signs > card.thresholds.signs > low.thresholds.signs
    assert untouched_tail_share(0.5, high.evidence) > untouched_tail_share(0.5, card.evidence)


def test_a_source_that_scores_high_clears_no_score_that_others_would_not():
    card = small_card_with_evidence()
    there = card_on_scale(card, LogitScale(1.0, -2.0))
    assert there.thresholds.signs > card.thresholds.signs
    assert there.thresholds.no_signs == card.thresholds.no_signs
    assert there.persons.no_signs == card.persons.no_signs
    lower = card_on_scale(card, LogitScale(1.0, 2.0))
    assert lower.thresholds.no_signs < card.thresholds.no_signs


def test_high_scoring_references_leave_nothing_against_manipulation():
    card = small_card_with_evidence()
    high, low = card_for_source(card, references(*[1.0] * 20)), card_for_source(card, references(*[-5.0] * 20))
    assert high.thresholds.signs > card.thresholds.signs
    assert decide_by_thresholds(0.02, FACE, high).known_ratio == 1 > decide_by_thresholds(0.02, FACE, card).known_ratio
    assert high.persons.known.log10_floor == 0
    assert low.calibration.log10_floor == card.calibration.log10_floor


def test_without_references_or_evidence_the_card_stays_as_it_is():
    card, bare = small_card_with_evidence(), small_card()
    assert card_for_source(card, None) is card
    assert card_for_source(card, References(())) is card
    assert card_for_source(bare, references(1.0)) is bare
    assert card_for_state(bare, QualityState.SMALL) is bare
    assert card_for_state(card, None) is card


def test_a_state_asks_for_so_much_higher_a_score():
    card = small_card_with_evidence()  # signs from 0.9, in small pictures half a logit more
    reached = float(expit(logit(0.9) + 0.5))
    assert decide_in_state(reached + 1e-6, FACE, "small", card).verdict == "signs of manipulation"
    said = decide_in_state(0.9, FACE, "small", card)
    assert (said.verdict, said.quality) == ("inconclusive", "small")
    assert said.reason.parameters["signs"] == pytest.approx(reached)
    assert decide_in_state(0.9, FACE, "clean", card).verdict == "signs of manipulation"


def test_a_low_score_is_no_lower_because_others_score_higher_in_its_state():
    card = small_card_with_evidence()
    small, clean = (decide_in_state(0.105, FACE, state, card) for state in ("small", "clean"))
    assert small.verdict == clean.verdict == "inconclusive"
    assert small.known_ratio == clean.known_ratio


def test_references_of_another_kind_or_suspicious_ones_are_named():
    measures = FaceQuality(sharpness=10.0, blockiness=1.1, covered=0.0, brightness=100.0, contrast=40.0)
    faces = (
        reference(0.2, name="fits"),
        reference(0.2, name="tiny", size=40),
        reference(0.2, name="soft", sharpness=4.0),
        reference(0.2, name="blocks", blockiness=2.3),
        reference(0.95, name="suspect"),
        reference(0.2, name="frame", sharpness=float("nan"), blockiness=float("nan")),
    )
    assert misfits_of(References(faces), 100, measures, small_card()) == [
        ("tiny", Misfit.OTHER_SIZE),
        ("soft", Misfit.OTHER_SHARPNESS),
        ("blocks", Misfit.OTHER_COMPRESSION),
        ("suspect", Misfit.SUSPICIOUS),
    ]


def test_a_reference_in_a_worse_state_counts_as_it_would_in_a_clean_one():
    card = small_card_with_evidence()  # small pictures score half a logit higher
    clean, small = (
        References(tuple(reference(float(expit(x + shift)), quality=state) for x in (-3.0, -2.0, -1.0)))
        for state, shift in (("clean", 0.0), ("small", 0.5))
    )
    assert card_for_source(card, small).thresholds.signs == pytest.approx(card_for_source(card, clean).thresholds.signs)


def test_ten_reference_faces_are_enough():
    assert not references(*[0.0] * 9).enough
    assert references(*[0.0] * 10).enough


def test_reference_faces_count_among_the_untouched_ones_that_score_so_high():
    """One reference at 0 of a spread of mean −2: the middle of the source is −1, the variance of one more face 1.5.

    A logit x of the source is 2 / √3 · (x + 1) − 2 on the common scale, where the shares of the card are. There stand
    five faces for them, and the reference makes six."""
    card = small_card_with_evidence()  # 95 % at −2, 50 % at 0
    there = card_for_source(card, references(0.0)).evidence
    common = 0.95 - 0.45 * (2 / np.sqrt(3)) / 2
    assert untouched_tail_share(0.5, there) == pytest.approx((5 * common + 1) / 6)
    assert untouched_tail_share(float(expit(2e-6)), there) == pytest.approx(common, abs=1e-5)
    assert untouched_tail_share(float(expit(-1.0)), there) == pytest.approx((5 * 0.95 + 1) / 6)


def test_each_reference_counts_once_from_its_own_score_down():
    card = small_card_with_evidence()
    logits = (-0.3, 2.0)
    scale = source_scale(logits, card.evidence.spread)
    there = card_for_source(card, references(*logits)).evidence
    for logit_of_face, reached in ((-0.3, 2), (2.0, 1)):
        common = np.interp(scale.slope * logit_of_face + scale.offset, *np.array(card.evidence.untouched).T)
        share = untouched_tail_share(float(expit(logit_of_face)), there)
        assert share == pytest.approx((5 * common + reached) / 7, abs=1e-6)


def test_a_state_that_the_card_does_not_know_leaves_the_card_as_it_is():
    card = small_card_with_evidence()
    assert card_for_state(card, QualityState.TIGHT) is card


def test_a_state_moves_the_limit_for_signs_and_nothing_that_is_said_of_persons_or_known_kinds():
    card = small_card_with_evidence()
    small = card_for_state(card, QualityState.SMALL)
    assert small.thresholds.signs == pytest.approx(expit(logit(0.9) + 0.5))
    assert (small.thresholds.no_signs, small.calibration, small.persons) == (0.1, card.calibration, card.persons)


def test_what_a_threshold_promised_is_not_promised_where_it_is_moved():
    kept = ErrorRateBound(0.05, 0.04, 100)
    limits = replace(small_card().thresholds, false_alarms=kept, misses=kept)
    card = small_card_with_evidence(thresholds=limits)
    higher, lower = (card_on_scale(card, LogitScale(1.0, offset)) for offset in (-1.0, 1.0))
    assert (higher.thresholds.false_alarms, higher.thresholds.misses) == (None, kept)  # `no_signs` stays where it is
    assert (lower.thresholds.false_alarms, lower.thresholds.misses) == (None, None)
    assert lower.persons.false_alarms is None


def test_the_evidence_on_persons_is_moved_whole():
    """A logit of the source is half of one of the common scale, less a half."""
    moved = card_on_scale(small_card_with_evidence(), LogitScale(2.0, 1.0)).persons
    assert moved.untouched == ((-1.5, 0.9), (-0.5, 0.4), (1.5, 0.0))
    assert (moved.known.slope, moved.known.intercept) == (2 * SMALL_PERSONS.known.slope, SMALL_PERSONS.known.slope)
    assert (moved.ratio.slope, moved.ratio.intercept) == (2 * SMALL_PERSONS.ratio.slope, SMALL_PERSONS.ratio.slope)


def test_a_reference_of_a_state_that_is_not_known_counts_as_it_scores():
    card = small_card_with_evidence()
    plain, unknown = (References((reference(0.2, quality=state),)) for state in (None, "tight"))
    assert card_for_source(card, plain) == card_for_source(card, unknown)
    scored = references(float(logit(0.2)))
    assert card_for_source(card, plain).thresholds.signs == pytest.approx(
        card_for_source(card, scored).thresholds.signs
    )


def test_what_is_just_twice_as_large_or_sharp_still_fits():
    measures = FaceQuality(sharpness=10.0, blockiness=1.0, covered=0.0, brightness=100.0, contrast=40.0)
    fits = reference(0.2, size=50, sharpness=20.0, blockiness=2.0)
    assert misfits_of(References((fits,)), 100, measures, small_card()) == []
    dull = measures._replace(sharpness=0.1)
    other = reference(0.2, size=100, sharpness=0.3, blockiness=1.0)
    assert misfits_of(References((other,)), 100, dull, small_card()) == [("a.jpg", Misfit.OTHER_SHARPNESS)]


@pytest.mark.parametrize(
    ("score", "card", "suspect"),
    [
        (float(expit(0.302)), small_card(), True),  # a ratio of 10 ** 0.302, just over 2
        (float(expit(0.3)), small_card(), False),
        (float(expit(0.6)), small_card_with_evidence(), False),  # under 2 for kinds not known, 4 for known ones
        (float(expit(0.604)), small_card_with_evidence(), True),
        (0.3, small_card(calibration=replace(FLAT, intercept=float(np.log10(2)))), True),  # 2 leans
        (0.9, small_card(calibration=FLAT), True),  # signs, whatever the ratio
        (0.89, small_card(calibration=FLAT), False),
    ],
)
def test_a_reference_that_leans_or_shows_signs_is_suspicious(score, card, suspect):
    measures = FaceQuality(sharpness=10.0, blockiness=1.1, covered=0.0, brightness=100.0, contrast=40.0)
    found = misfits_of(References((reference(score),)), 100, measures, card)
    assert found == ([("a.jpg", Misfit.SUSPICIOUS)] if suspect else [])
