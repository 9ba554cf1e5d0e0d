"""One face with pixels taken away, on networks whose answer is a sum."""

import numpy as np
import pytest
import torch
from small_detector import small_detector
from specimens import LinearNetwork, finding_of, region_of

from explain.faithfulness.masked_scorer import MaskedScorer, top_fraction_mask
from explain.methods.map_resolution import downscale_map
from explain.types import ExplanationRequest

SIDE = 8


def trial_of(crop: np.ndarray, side: int = SIDE) -> MaskedScorer:
    """The logit is the mean red of the square."""
    weight = torch.zeros(3, side, side)
    weight[0] = 1 / side**2
    return MaskedScorer(
        small_detector(LinearNetwork(weight), side), finding_of(region_of(crop)), ExplanationRequest("gradcam")
    )


@pytest.mark.usefixtures("dark_baseline")
def test_what_is_gone_adds_nothing() -> None:
    trial = trial_of(np.full((SIDE, SIDE, 3), 255, np.uint8))
    gone = np.zeros((SIDE, SIDE), bool)
    assert trial.without(gone) == 1
    gone[:2] = True
    assert trial.without(gone) == 0.75
    assert trial.without(~gone) == 0.25
    assert trial.without(np.ones((SIDE, SIDE), bool)) == 0


def test_pixels_are_blurred_and_not_darkened() -> None:
    even = trial_of(np.full((SIDE, SIDE, 3), 200, np.uint8))
    assert even.without(np.ones((SIDE, SIDE), bool)) == pytest.approx(200 / 255)


def test_each_set_of_pixels_is_scored_once(monkeypatch: pytest.MonkeyPatch) -> None:
    trial, passes = trial_of(np.full((SIDE, SIDE, 3), 255, np.uint8)), []
    trial._score.tick = passes.append
    some = np.eye(SIDE, dtype=bool)
    assert trial.without(some) == trial.without(some.copy())
    trial.without(~some)
    assert passes == [1, 1]


def test_the_target_of_other_pixels() -> None:
    trial = trial_of(np.full((SIDE, SIDE, 3), 255, np.uint8))
    crops = [np.full((SIDE, SIDE, 3), level, np.uint8) for level in (51, 0, 255)]
    assert trial.of_crops(crops) == pytest.approx([0.2, 0, 1])
    assert trial.finding.region.crop.min() == 255


def test_a_large_crop_is_ranked_at_224_pixels_and_a_small_one_as_it_is() -> None:
    crop = np.zeros((448, 336, 3), np.uint8)
    trial = trial_of(crop)
    assert trial.shape == (224, 168)
    gone = np.zeros((224, 168), bool)
    gone[10, 20] = True
    assert np.argwhere(trial.in_crop(gone)).tolist() == [[20, 40], [20, 41], [21, 40], [21, 41]]
    assert trial_of(crop[:30, :20]).shape == (30, 20)


def test_making_a_map_smaller_keeps_its_mean() -> None:
    map_ = np.float32(np.arange(448 * 448).reshape(448, 448) % 7)
    assert downscale_map(map_).shape == (224, 224)
    assert downscale_map(map_).mean() == pytest.approx(map_.mean())
    assert downscale_map(map_)[0, 0] == (0 + 1 + 0 + 1) / 4
    np.testing.assert_array_equal(downscale_map(map_[:9, :5]), map_[:9, :5])


def test_ranks_are_those_of_the_smoothed_map() -> None:
    lone, patch = np.zeros((40, 40), np.float32), np.zeros((40, 40), np.float32)
    lone[5, 5], patch[25:35, 25:35] = 2, 1
    ranked = trial_of(np.zeros((40, 40, 3), np.uint8)).ranked(lone + patch)
    assert np.unravel_index(ranked.argmax(), ranked.shape) in [(29, 29), (29, 30), (30, 29), (30, 30)]


def test_a_share_of_the_pixels_is_chosen_from_the_front() -> None:
    numbers = np.array([3, 0, 1, 2])
    assert top_fraction_mask(numbers, 0, (2, 2)).tolist() == [[False, False], [False, False]]
    assert top_fraction_mask(numbers, 0.5, (2, 2)).tolist() == [[True, False], [False, True]]
    assert top_fraction_mask(numbers, 1, (2, 2)).all()
