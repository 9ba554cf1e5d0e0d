"""From answers and clips to what a card says."""

import math

import numpy as np
import pytest
from made_answers import drawn, made_answers
from small_detector import small_card

from forensics.benchmark.decisions import called_at_best_threshold, decision_metrics, partial_auc
from forensics.benchmark.kinds import apply_card, cross_validated_cllr, with_untouched
from forensics.benchmark.reference_faces import called_shares_by_count, eligible_sources
from forensics.benchmark.scoring import Predictions as Decided
from forensics.decision.calibration import logit
from forensics.fitting.answers import concatenate
from forensics.fitting.clips import Clip
from forensics.fitting.fit import fit_card, neutral_logit, worst_state_logits
from forensics.fitting.persons import fit_persons
from forensics.types.model_card import card_from_dict, card_to_dict

pytestmark = pytest.mark.slow

UNTOUCHED = [("openforensics", False, -2), ("lfw", False, -2.5), ("ffhq", False, -1.5), ("site", False, -1.5)]
FORGED = [("openforensics", True, 3), ("diffusion", True, 0.5), ("hard", True, -1.5)]


def answers(count=150):
    return drawn_known([*UNTOUCHED, *FORGED], count)


def drawn_known(groups, count):
    made = drawn(groups, count)
    rows = list(zip(made.group.tolist(), made.manipulated.tolist(), made.face.tolist(), made.logit, strict=True))
    return made_answers(rows, known=("openforensics",), mask_share=0.2)


@pytest.fixture(scope="module")
def card():
    return fit_card(small_card(), answers())


def test_the_ratio_for_unknown_kinds_is_fitted_without_the_known_one(card):
    evidence = card.evidence
    assert evidence.kinds == ("diffusion", "hard")
    assert evidence.hardest == "hard"
    assert evidence.sources == ("ffhq", "lfw", "openforensics", "site")
    assert evidence.ratio.slope < card.calibration.slope  # what is not known is told apart less well
    assert evidence.ratio.log10_floor > card.calibration.log10_floor
    assert (evidence.ratio.n_real, evidence.ratio.n_fake) == (600, 300)


def test_no_source_has_more_false_alarms_than_stated_and_no_verdict_contradicts_its_ratio(card):
    made = answers()
    signs = float(logit(card.thresholds.signs))
    for name in ("openforensics", "lfw", "ffhq", "site"):
        untouched = made.logit[(made.group == name) & ~made.manipulated]
        assert (untouched >= signs).mean() <= 0.02 + 1e-9
    assert neutral_logit(card.evidence.ratio) <= signs
    assert float(logit(card.thresholds.no_signs)) <= neutral_logit(card.evidence.ratio) + 1e-9
    assert card.thresholds.false_alarms.n == 600 and card.thresholds.false_alarms.bound <= 0.02
    assert card.evidence.states["clean"].false_alarms.source in card.evidence.sources


def test_what_the_gate_refused_takes_no_part():
    made = answers()
    refused = made_answers([("site", False, "x", 30.0)], quality="")
    assert fit_card(small_card(), concatenate([made, refused])).thresholds == fit_card(small_card(), made).thresholds


def test_a_fitted_card_is_written_and_read_without_loss(card):
    assert card_from_dict(card_to_dict(card)) == card


def test_of_the_rows_of_a_face_the_one_that_misleads_most_counts():
    rows = [("a", True, "f", 3.0), ("a", True, "f", 1.0), ("b", False, "u", -2.0), ("b", False, "u", 0.5)]
    worst, manipulated = worst_state_logits(made_answers(rows))
    assert worst.tolist() == [1.0, 0.5]
    assert manipulated.tolist() == [True, False]


def test_each_kind_left_out_is_tried_with_a_ratio_that_never_saw_it(card):
    figures = {(f.name, f.data): f.value for f in cross_validated_cllr(answers(), card.evidence, "run")}
    assert figures["Cllr", "diffusion, ratio fitted without it"] < 1
    assert figures["Cllr", "hard, ratio fitted without it"] > 1  # it lies where the untouched do
    assert ("Cllr", "openforensics, ratio fitted without it") not in figures
    assert figures["Cllr", "all kinds, ratio fitted without it"] > figures["Cllr", "diffusion, ratio fitted without it"]


def test_a_kind_without_untouched_pictures_is_held_against_those_that_are_kept_back_with_the_others():
    """None that fit, of which networks of two versions have seen different ones."""
    untouched = [("dfdc", False, "b", 0.0), ("talking", False, "d", 0.0), ("composite", False, "e", 0.0)]
    made = made_answers([("diffusion", True, "a", 1.0), ("dfdc", True, "c", 1.0), *untouched])
    assert with_untouched(made, "diffusion").face.tolist() == ["a", "b", "d"]
    assert with_untouched(made, "dfdc").face.tolist() == ["c", "b"]


def test_references_are_worth_more_calls_where_a_source_lies_low(card):
    made = drawn([*UNTOUCHED, ("low", False, -4), ("low", True, 0), ("few", True, 0)], 100)
    assert eligible_sources(made) == ["low"]
    shares = {
        count: (alarms.mean(), calls.mean()) for count, alarms, calls in called_shares_by_count(made, "low", card)
    }
    assert list(shares) == [0, 3, 5, 10, 20, 50]
    assert shares[20][1] > shares[0][1] + 0.1
    assert shares[20][0] <= 0.02


def test_decisions_follow_the_card_and_refused_faces_get_none(card):
    made = concatenate(
        [
            made_answers([("a", True, "x", 9.0), ("a", True, "y", -9.0)]),
            made_answers([("a", False, "z", 9.0)], quality=""),
        ]
    )
    said = apply_card(made, card)
    assert said.verdicts.tolist() == ["signs of manipulation", "no signs found", "not evaluated"]
    assert said.ratios[0] > 1 >= said.ratios[1] and math.isnan(said.ratios[2])


def test_decision_figures_count_verdicts_ratios_and_the_best_threshold():
    signs, nothing = "signs of manipulation", "no signs found"
    scores = np.array([0.1, 0.2, 0.3, 0.9, 0.95, 0.05])
    verdicts = np.array([nothing, nothing, nothing, signs, signs, nothing])
    forged = np.array([False, False, False, True, True, True])
    made = Decided(scores, verdicts, forged, np.array([0.5, 0.5, 0.5, 20.0, 30.0, 0.2]))
    figures = {f.name: (f.value, f.n) for f in decision_metrics(made, "x", "run")}
    assert figures["forged faces called manipulated"] == (pytest.approx(2 / 3), 3)
    assert figures["forged faces with a likelihood ratio under 1"] == (pytest.approx(1 / 3), 3)
    assert figures["forged faces with a likelihood ratio under 1/3"] == (pytest.approx(1 / 3), 3)
    assert figures["untouched faces called manipulated"] == (0, 3)
    assert figures["forged faces over the threshold that 2 % of these untouched faces reach"] == (
        pytest.approx(2 / 3),
        3,
    )
    assert called_at_best_threshold(np.array([1.0, 3.0]), np.array([2.0, 0.0])).tolist() == [False, True]
    assert partial_auc(np.array([0.1, 0.2, 0.8, 0.9]), np.array([False, False, True, True])) == 1


def clip(number, group, manipulated, known, low, crf=23):
    return Clip(
        f"{group}{manipulated}{number}{crf}",
        group,
        manipulated,
        known,
        False,
        crf,
        min(1, low + 0.1),
        low,
        min(1, low + 0.2),
    )


def test_a_person_needs_what_two_per_cent_of_untouched_clips_reach_at_either_compression():
    low = np.linspace(0.1, 0.5, 50)
    clips = [clip(i, "camera", False, False, value) for i, value in enumerate(low)]
    clips += [clip(i, "camera", False, False, value + 0.1, crf=40) for i, value in enumerate(low)]
    clips += [clip(i, "swap", True, True, 0.6 + value / 2) for i, value in enumerate(low)]
    clips += [clip(i, "new", True, False, value + 0.2) for i, value in enumerate(low)]
    clips.append(clip(99, "new", True, False, float("nan")))
    persons = fit_persons(clips, small_card())
    strong = [one.low for one in clips if not one.manipulated and one.crf == 40]
    assert sum(value >= persons.signs for value in strong) == 1  # of fifty
    assert persons.false_alarms.n == 50
    assert persons.kinds == ("new",) and persons.real_clips == 0
    assert persons.no_signs < persons.signs
    assert persons.ratio.n_fake == 50  # the person that was not evaluated takes no part
    assert persons.known.slope > persons.ratio.slope
