"""Whether more of the answer than the score helps."""

import numpy as np
import pytest
from made_answers import drawn
from small_detector import small_detector

from forensics.benchmark import features
from forensics.benchmark.features import monotone, of_one_origin
from forensics.benchmark.metrics import auc


@pytest.fixture
def made():
    return drawn([("camera", False, 0), ("a", False, 0), ("a", True, 1), ("b", True, 1)], 200)


def test_a_part_that_falls_with_manipulation_gets_no_weight(made):
    model = monotone(made, np.stack([made.logit, -made.logit], axis=1))
    rising = monotone(made, made.logit[:, None])
    design = np.array([[0.0, 0.0], [0.0, 5.0]])
    values = model(design)
    assert values[0] == pytest.approx(values[1], abs=1e-6)
    np.testing.assert_allclose(model(np.array([[1.0, 0.0]])), rising(np.array([[1.0]])), atol=1e-3)


def test_a_part_that_knows_the_truth_gains_and_noise_gains_nothing(made, monkeypatch):
    monkeypatch.setattr(features, "RESAMPLES", 5)
    told = made.features.copy()
    generator = np.random.default_rng(1)
    told[:, 1] = made.manipulated + generator.normal(0, 0.3, len(made))
    told[:, 2] = generator.normal(0, 1, len(made))
    object.__setattr__(made, "features", told)
    monkeypatch.setattr(features, "fitted_answers", lambda *_: made)
    figures = {(f.name, f.data): f for f in features.measure(small_detector(), None, None)}
    assert figures["gain of mean AUC", "windows, kinds left out"].value > 0.1
    assert abs(figures["gain of mean AUC", "spread of windows, kinds left out"].value) < 0.03
    score = figures["mean AUC", "score, kinds left out"]
    untouched = made.logit[~made.manipulated]
    b = made.logit[made.group == "b"]
    a, own = (made.logit[(made.group == "a") & (made.manipulated == label)] for label in (True, False))
    areas = [
        auc(np.concatenate(pair), np.arange(sum(map(len, pair))) < len(pair[0])) for pair in ((a, own), (b, untouched))
    ]
    assert score.value == pytest.approx(np.mean(areas))


def test_kinds_with_untouched_faces_of_their_own_are_told_apart(made):
    assert of_one_origin(made) == ["a"]
