"""Likelihood ratios for kinds that a network may not know."""

import math

import numpy as np
import pytest
from made_answers import drawn, made_answers

from forensics.fitting.answers import concatenate, load_answers, save_answers
from forensics.fitting.ratio import fit_line, fit_ratio


def test_every_kind_and_every_source_weighs_the_same_whatever_its_number_of_faces_and_states():
    answers = made_answers(
        [
            *(("camera", False, "a", 0), ("site", False, "b", 0), ("site", False, "c", 0), ("site", False, "c", 1)),
            *(("swap", True, "d", 1), ("swap", True, "e", 1), ("montage", True, "f", 1)),
        ]
    )
    # three untouched faces over two sources: 1.5 each; three forged ones over two kinds: 1.5 each
    np.testing.assert_allclose(answers.weights, [1.5, 0.75, 0.375, 0.375, 0.75, 0.75, 1.5])


def test_the_line_is_that_of_two_normal_distributions():
    # logits N(−1, 1) and N(1, 1): the log likelihood ratio is 2 x, in log10 2 / ln 10 = 0.869
    slope, intercept = fit_line(drawn([("camera", False, -1), ("swap", True, 1)], 8000))
    assert slope == pytest.approx(0.869, abs=0.04)
    assert intercept == pytest.approx(0, abs=0.04)


def test_a_large_kind_does_not_outvote_a_small_one():
    many = drawn([("camera", False, -1), ("plain", True, 3)], 4000)
    few = drawn([("hard", True, -1)], 400, seed=1)
    other = drawn([("camera", False, -1), ("plain", True, 3), ("hard", True, -1)], 400, seed=2)
    np.testing.assert_allclose(fit_line(concatenate([many, few])), fit_line(other), atol=0.12)


def test_scores_that_fall_with_manipulation_are_no_evidence():
    assert fit_line(drawn([("camera", False, 1), ("swap", True, -1)], 200)) == (0, 0)


def test_the_floor_is_what_the_hardest_kind_supports():
    untouched, easy = ("camera", False, -1), ("easy", True, 4)
    alone = fit_ratio(drawn([untouched, easy], 400), "made")
    beside = fit_ratio(drawn([untouched, easy, ("hard", True, -1)], 400), "made")
    assert alone.hardest == "easy" and alone.ratio.log10_floor < -1
    assert beside.hardest == "hard"
    assert beside.ratio.log10_floor == pytest.approx(0, abs=0.1)  # as common among the forged of this kind
    assert beside.ratio.log10_limit > 1
    assert (beside.ratio.n_real, beside.ratio.n_fake) == (400, 800)


def test_no_ratio_is_larger_than_its_faces_can_tell():
    fit = fit_ratio(drawn([("camera", False, -9), ("swap", True, 9)], 20), "made")
    assert fit.ratio.log10_limit <= math.log10(21)
    assert fit.ratio.log10_floor >= -math.log10(21)


def test_answers_are_kept_without_loss_and_without_pickles(tmp_path):
    answers = drawn([("camera", False, -1), ("swap", True, 1)], 5)
    save_answers(answers, tmp_path / "new" / "part.npz")
    kept = load_answers(tmp_path / "new" / "part.npz")
    for name in ("logit", "group", "manipulated", "face", "state", "quality", "features"):
        np.testing.assert_array_equal(getattr(kept, name), getattr(answers, name))


def test_columns_of_different_length_are_refused():
    answers = drawn([("camera", False, -1)], 5)
    with pytest.raises(ValueError, match="equally long"):
        answers.with_logits(np.zeros(4))


def counted(ones, zeros, name, manipulated):
    """Faces of logit 1 and of logit 0."""
    return [(name, manipulated, f"{name}{i}", float(i < ones)) for i in range(ones + zeros)]


def test_two_scores_have_the_ratios_of_their_shares():
    """Logit 1: 60 % of the forged and 20 % of the untouched, three to one. Logit 0: 40 % and 80 %, one to two."""
    slope, intercept = fit_line(made_answers([*counted(4, 16, "camera", False), *counted(6, 4, "swap", True)]))
    assert intercept == pytest.approx(-math.log10(2), abs=1e-3)
    assert slope + intercept == pytest.approx(math.log10(3), abs=1e-3)


def test_the_hardest_kind_is_hardest_whatever_its_name_and_the_data_are_named():
    fit = fit_ratio(drawn([("camera", False, -1), ("a hard one", True, -1), ("easy", True, 4)], 200), "made")
    assert (fit.hardest, fit.ratio.data) == ("a hard one", "made")
