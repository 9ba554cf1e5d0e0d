"""Whether more of the answer than the score helps."""

import numpy as np
import pytest
from made_answers import drawn
from scored_track import scored_track
from small_detector import small_card, small_detector

from forensics.benchmark import features
from forensics.benchmark.features import fit_nonnegative_logistic, of_one_network, same_origin
from forensics.benchmark.statistics import auc
from forensics.fitting.clips import FRAME_FEATURE_NAMES, Clip, compute_frame_features
from forensics.training.stretch import TRAINED_PARTS


def made_clips():
    """Frames of what is manipulated spread more; a known kind and a person who was not evaluated take no part."""
    generator = np.random.default_rng(2)
    groups = (("camera", False, False), ("a", True, False), ("b", True, False), ("known", True, True))
    clips = [
        Clip(f"{group}{i}", group, forged, known, False, 23, 0.5, low, 0.9, (0.1 + forged + 0.1 * noise, 0.1, 0.0, 0.1))
        for group, forged, known in groups
        for i, (low, noise) in enumerate(generator.uniform(0.2, 0.8, (30, 2)).tolist())
    ]
    return [*clips, Clip("nobody", "camera", False, False, False, 23, *[float("nan")] * 3)]


@pytest.fixture
def made():
    return drawn([("camera", False, 0), ("a", False, 0), ("a", True, 1), ("b", True, 1)], 200)


def test_a_part_that_falls_with_manipulation_gets_no_weight(made):
    model = fit_nonnegative_logistic(made, np.stack([made.logit, -made.logit], axis=1))
    rising = fit_nonnegative_logistic(made, made.logit[:, None])
    design = np.array([[0.0, 0.0], [0.0, 5.0]])
    values = model(design)
    assert values[0] == pytest.approx(values[1], abs=1e-6)
    np.testing.assert_allclose(model(np.array([[1.0, 0.0]])), rising(np.array([[1.0]])), atol=1e-3)


def test_a_part_that_knows_the_truth_gains_and_noise_gains_nothing(made, monkeypatch, tmp_path):
    monkeypatch.setattr(features, "N_RESAMPLES", 5)
    told = made.features.copy()
    generator = np.random.default_rng(1)
    told[:, 1] = made.manipulated + generator.normal(0, 0.3, len(made))
    told[:, 2] = generator.normal(0, 1, len(made))
    object.__setattr__(made, "features", told)
    monkeypatch.setattr(features, "load_fitting_answers", lambda *_: made)
    monkeypatch.setattr(features, "load_clips", lambda *_: made_clips())
    figures = {(f.name, f.data): f for f in features.run_features(small_detector(), tmp_path, tmp_path)}
    assert figures["gain of mean AUC", "windows, kinds left out"].value > 0.1
    assert abs(figures["gain of mean AUC", "spread of windows, kinds left out"].value) < 0.03
    assert figures["gain of mean AUC", "spread of frames, persons of kinds left out"].value > 0.2
    assert figures["gain of mean AUC", "flicker of the mask, persons of kinds left out"].value == pytest.approx(0)
    assert figures["mean AUC", "score, persons of kinds left out"].n == 90
    score = figures["mean AUC", "score, kinds left out"]
    untouched = made.logit[~made.manipulated]
    b = made.logit[made.group == "b"]
    a, own = (made.logit[(made.group == "a") & (made.manipulated == label)] for label in (True, False))
    areas = [
        auc(np.concatenate(pair), np.arange(sum(map(len, pair))) < len(pair[0])) for pair in ((a, own), (b, untouched))
    ]
    assert score.value == pytest.approx(np.mean(areas))


def test_kinds_with_untouched_faces_of_their_own_are_told_apart(made):
    assert same_origin(made) == ["a"]


def test_parts_of_answers_of_two_networks_are_not_mixed(made):
    assert of_one_network(made, small_card()) is made
    trained = of_one_network(made, small_card(training={TRAINED_PARTS: "a"}))
    assert set(trained.group.tolist()) == {"a"} and len(trained) == 400


def test_frames_say_how_much_they_scatter_and_flicker():
    # Logits of 0.2, 0.5 and 0.8 are −1.386, 0 and 1.386; the sightings' maps are all alike.
    values = dict(
        zip(FRAME_FEATURE_NAMES, compute_frame_features(scored_track([0.2, 0.8, 0.5, None, 0.5])), strict=True)
    )
    assert values["spread of frames"] == pytest.approx(1.3863 * np.sqrt(2 / 4), rel=1e-3)
    assert values["flicker of the score"] == pytest.approx((2 * 1.3863 + 1.3863 + 0) / 3, rel=1e-3)
    assert values["flicker of the mask"] == values["flicker of the error"] == 0
    assert np.isnan(compute_frame_features(scored_track([0.2, None, 0.8, 0.5]))).all()
