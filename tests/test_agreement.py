"""Where evidence lies, on maps of a few pixels: at 4 × 4 the smoothing moves less than a hundred-thousandth."""

from dataclasses import replace

import numpy as np
import pytest
from specimens import explanation_of, finding_of, region_of

from explain.faithfulness.localization import localization_disagreement, mask_agreement, predicted_mask, sparseness
from explain.types import Explanation, ExplanationRequest
from forensics.messages.catalogue import sentence
from forensics.types.analysis import FaceFinding


@pytest.mark.parametrize(
    ("values", "index"),
    [
        ([1, 1, 1, 1], 0),
        ([0, 0, 0, 5], 3 / 4),
        ([0, 0, 0, -5], 3 / 4),
        ([1, 3], 1 / 4),
        ([0, 0, 0, 0], 0),
    ],
)
def test_sparseness_is_the_gini_index(values: list[float], index: float) -> None:
    assert sparseness(np.float32([values])) == pytest.approx(index)


def test_one_pixel_of_n_is_as_sparse_as_can_be() -> None:
    map_ = np.zeros((10, 20), np.float32)
    map_[3, 3] = 0.01
    assert sparseness(map_) == pytest.approx(1 - 1 / 200)


def four_by_four() -> tuple[np.ndarray, np.ndarray]:
    """A mask of four pixels; of the evidence of 10, 6 lie inside, on two of its pixels."""
    mask, heat_map = np.zeros((4, 4), bool), np.zeros((4, 4), np.float32)
    mask[:2, :2] = True
    heat_map[0, 0], heat_map[0, 1] = 5, 1
    heat_map[3, 2:] = 2
    heat_map[2] = -9  # speaks against the target, so it is no energy
    return heat_map, mask


def test_agreement_by_hand() -> None:
    found = mask_agreement(*four_by_four())
    assert found.energy == pytest.approx(6 / 10, abs=1e-4)
    assert found.mask_share == 4 / 16
    assert found.pointing_hit
    assert found.iou == 2 / 6  # two of the four highest lie inside


def test_the_highest_value_outside_is_no_hit() -> None:
    heat_map, mask = four_by_four()
    assert not mask_agreement(heat_map.T[::-1].copy(), mask).pointing_hit
    assert mask_agreement(np.float32(mask), mask).iou == 1
    assert mask_agreement(np.float32(~mask), mask).iou == 0


def test_a_map_without_evidence_for_the_target_agrees_with_nothing() -> None:
    found = mask_agreement(np.full((4, 4), -1, np.float32), np.ones((4, 4), bool))
    assert (found.energy, found.pointing_hit, found.iou) == (0, False, 0)


def test_an_even_map_s_pixels_are_not_taken_from_above() -> None:
    mask = np.zeros((40, 40), bool)
    mask[:20] = True
    found = mask_agreement(np.ones((40, 40), np.float32), mask)
    assert found.energy == pytest.approx(1 / 2)
    assert found.iou == pytest.approx(1 / 3, abs=0.03)  # half of the half


def finding(error: str = "above") -> FaceFinding:
    """The mask is the upper half of 40 × 40 pixels; the reconstruction is wrong above, below or nowhere."""
    found = finding_of(region_of(np.zeros((40, 40, 3), np.uint8)))
    reconstruction = np.zeros((40, 40, 3), np.uint8)
    reconstruction[{"above": slice(0, 20), "below": slice(20, 40), "nowhere": slice(0)}[error]] = 50
    return replace(found, reconstruction=reconstruction)


def map_of(rows: slice, target: str = "fake_evidence") -> Explanation:
    heat_map = np.zeros((40, 40), np.float32)
    heat_map[rows] = 1
    return Explanation(1, ExplanationRequest("gradcam", target), heat_map, 0.1)


def test_places_that_agree_need_no_sentence() -> None:
    assert localization_disagreement(finding("above"), map_of(slice(0, 20))) is None


def test_a_map_beside_the_mask_is_told() -> None:
    said = sentence(localization_disagreement(finding("above"), map_of(slice(30, 40))))
    assert said == (
        "The places disagree: only 0% of the map's evidence lies inside the mask, which covers 50% of the crop; "
        "the map's strongest tenth and that of the reconstruction error lie apart."
    )


def test_a_reconstruction_error_beside_the_mask_is_told() -> None:
    # Smoothed over two pixels, 2 · 0.4 of 20 rows reach over the border.
    said = sentence(localization_disagreement(finding("below"), map_of(slice(0, 20))))
    assert "only 4% of the reconstruction error lies inside the mask" in said
    assert "map's evidence" not in said and said.count("lie apart") == 1


def test_there_is_nothing_to_disagree_with_without_a_mask_or_evidence_of_manipulation() -> None:
    below = map_of(slice(30, 40))
    blank = replace(finding(), mask=np.zeros((40, 40), np.float32))
    assert localization_disagreement(blank, below) is None
    assert localization_disagreement(finding(), map_of(slice(30, 40), "real_evidence")) is None
    assert localization_disagreement(finding(), map_of(slice(30, 40), "masked_area")) is not None


def test_the_network_s_mask_is_what_it_marks_as_more_likely_than_not() -> None:
    found = finding()
    assert predicted_mask(found, "fake_evidence").sum() == 800
    assert predicted_mask(found, "reconstruction_error") is None
    assert predicted_mask(replace(found, mask=np.full((40, 40), 0.49, np.float32)), "masked_area") is None


def test_nothing_that_is_given_is_changed() -> None:
    heat_map, mask = four_by_four()
    before = heat_map.copy()
    mask_agreement(heat_map, mask)
    sparseness(heat_map)
    np.testing.assert_array_equal(heat_map, before)
    explained = explanation_of(finding())
    kept = explained.heat_map.copy()
    localization_disagreement(finding(), explained)
    np.testing.assert_array_equal(explained.heat_map, kept)
