"""The figures of maps of a network that adds up its upper half: the logit is the share of it that is left, 1 to 0."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from small_detector import small_detector
from specimens import LinearNetwork, finding_of, region_of

from explain.faithfulness import metrics as module
from explain.faithfulness.masked_scorer import MaskedScorer
from explain.faithfulness.metrics import map_metrics
from explain.types import PIXEL_FRACTIONS, ExplanationRequest, MapMetrics

pytestmark = pytest.mark.slow

SIDE = 40
HALF = SIDE // 2
ABOVE = np.zeros((SIDE, SIDE), np.float32)
ABOVE[:HALF] = 1 / (HALF * SIDE)
EVEN = np.full((SIDE, SIDE), 0.01, np.float32)


@pytest.fixture
def trial(dark_baseline: None) -> MaskedScorer:
    """White above, black below."""
    weight = torch.zeros(3, SIDE, SIDE)
    weight[:, :HALF] = 1 / (3 * HALF * SIDE)
    crop = np.zeros((SIDE, SIDE, 3), np.uint8)
    crop[:HALF] = 255
    detector = small_detector(LinearNetwork(weight), SIDE)
    return MaskedScorer(detector, finding_of(region_of(crop)), ExplanationRequest("gradcam"))


def of(trial: MaskedScorer, map_: NDArray[np.float32]) -> MapMetrics:
    return map_metrics(trial, map_, None)


def test_a_perfect_map_takes_away_first_what_counts(trial: MaskedScorer) -> None:
    found = of(trial, ABOVE)
    assert PIXEL_FRACTIONS == (0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1)
    assert found.deletion == pytest.approx((1, 0.9, 0.8, 0.6, 0.4, 0, 0, 0), abs=1e-5)
    assert found.insertion == pytest.approx((0, 0.1, 0.2, 0.4, 0.6, 1, 1, 1), abs=1e-5)
    assert found.deletion_area == pytest.approx(0.25, abs=1e-5)  # a triangle of 1 by 1 / 2
    assert found.insertion_area == pytest.approx(0.75, abs=1e-5)
    assert found.gap == pytest.approx(0.5, abs=1e-5)


def test_the_inverted_map_takes_it_away_last(trial: MaskedScorer) -> None:
    found = of(trial, -ABOVE)
    assert found.deletion == pytest.approx((1, 1, 1, 1, 1, 1, 0.6, 0), abs=1e-5)
    assert found.insertion == pytest.approx((0, 0, 0, 0, 0, 0, 0.4, 1), abs=1e-5)
    # Between 0.5 and 0.7 and 1 the curve is straight, so the triangle is whole.
    assert found.gap == pytest.approx(-0.5, abs=1e-5)


def test_an_even_map_is_worth_nothing_although_the_evidence_lies_above(trial: MaskedScorer) -> None:
    found = of(trial, EVEN)
    assert found.deletion == pytest.approx([1 - share for share in PIXEL_FRACTIONS], abs=0.05)
    assert found.insertion == pytest.approx(PIXEL_FRACTIONS, abs=0.05)
    assert found.gap == pytest.approx(0, abs=0.04)
    assert found.sparseness == 0


def test_road_of_a_perfect_map_is_above_zero_and_that_of_the_inverted_below(trial: MaskedScorer) -> None:
    # With the upper half imputed from the black below nothing is left of 1, with the lower half imputed everything. A
    # tenth or three tenths of the white half are solved for from the white around. So (0 + 0 + 1) / 3 / 2.
    assert of(trial, ABOVE).road == pytest.approx(1 / 6, abs=0.01)
    assert of(trial, -ABOVE).road == pytest.approx(-1 / 6, abs=0.01)
    assert of(trial, EVEN).road == pytest.approx(0, abs=0.01)


def test_imputed_pixels_come_from_their_neighbors_and_the_others_stay(trial: MaskedScorer) -> None:
    gone = np.zeros((SIDE, SIDE), bool)
    gone[5:8, 5:8] = gone[30:33, 5:8] = True
    crop = trial.finding.region.crop
    imputed = module._imputed(trial, gone)
    np.testing.assert_array_equal(imputed[~gone], crop[~gone])
    assert imputed[5:8, 5:8].mean() > 250 and imputed[30:33, 5:8].mean() < 5
    assert len(np.unique(imputed[gone])) > 3  # with noise, so that the patch does not show


def test_a_large_crop_is_imputed_at_a_smaller_size() -> None:
    crop = np.zeros((300, 200, 3), np.uint8)
    crop[:150] = 200
    trial = MaskedScorer(
        small_detector(LinearNetwork(torch.zeros(3, 8, 8)), 8),
        finding_of(region_of(crop)),
        ExplanationRequest("gradcam"),
    )
    gone = np.zeros(trial.shape, bool)
    gone[:20] = True
    imputed = module._imputed(trial, gone)
    assert imputed.shape == crop.shape
    assert imputed[:26].mean() == pytest.approx(200, abs=1)
    np.testing.assert_array_equal(imputed[40:], crop[40:])


@pytest.mark.parametrize("scale", [1, 7, 0.01])
def test_infidelity_of_the_exact_map_is_zero_in_whatever_unit(trial: MaskedScorer, scale: float) -> None:
    assert of(trial, np.float32(ABOVE * scale)).infidelity == pytest.approx(0, abs=1e-6)


def test_a_map_that_promises_nothing_or_the_contrary_foresees_nothing(trial: MaskedScorer) -> None:
    assert of(trial, -ABOVE).infidelity == 1
    assert of(trial, np.zeros_like(ABOVE)).infidelity == 1


def test_infidelity_by_hand(trial: MaskedScorer, monkeypatch: pytest.MonkeyPatch) -> None:
    halves = torch.zeros(2, 1, SIDE, SIDE, dtype=torch.float64)
    halves[0, 0, :HALF] = halves[1, 0, HALF:] = 1
    monkeypatch.setattr(module, "N_SQUARES", 2)
    monkeypatch.setattr(module, "_squares", lambda _shape: halves)
    # Without the halves 1 and 0 are lost; an even map promises the same of both, at best 1 / 2 and 1 / 2.
    assert of(trial, EVEN).infidelity == pytest.approx((0.5**2 + 0.5**2) / (1 + 0))


def test_where_no_square_counts_nothing_is_foreseen(dark_baseline: None) -> None:
    region = region_of(np.full((8, 8, 3), 255, np.uint8))
    trial = MaskedScorer(
        small_detector(LinearNetwork(torch.zeros(3, 8, 8)), 8), finding_of(region), ExplanationRequest("gradcam")
    )
    found = of(trial, np.ones((8, 8), np.float32))
    assert (found.infidelity, found.road, found.gap) == (1, 0, 0)


def test_removed_squares_are_of_an_eighth_to_half_the_sides_and_always_the_same() -> None:
    squares = module._squares((80, 40))
    assert squares.shape == (24, 1, 80, 40)
    assert torch.equal(squares, module._squares((80, 40)))
    for square in squares[:, 0]:
        rows, columns = int(square.any(1).sum()), int(square.any(0).sum())
        assert square.sum() == rows * columns
        assert 10 <= rows <= 40 and 5 <= columns <= 20


def test_agreement_is_with_the_mask_that_is_given(trial: MaskedScorer) -> None:
    found = map_metrics(trial, ABOVE, ABOVE > 0).agreement
    assert (found.mask_share, found.pointing_hit, found.iou) == (0.5, True, 1)
    assert found.energy == pytest.approx(0.96, abs=0.005)  # smoothing carries 0.8 of 20 rows over the border
    assert of(trial, ABOVE).agreement is None


def test_figures_are_the_same_whoever_asked_before(trial: MaskedScorer) -> None:
    first = of(trial, ABOVE)
    of(trial, EVEN)
    assert of(trial, ABOVE) == first
    assert of(MaskedScorer(trial._detector, replace(trial.finding), ExplanationRequest("gradcam")), ABOVE) == first
