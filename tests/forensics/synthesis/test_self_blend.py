from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensics.faces.landmarks import FaceLandmarker
from forensics.synthesis.hull import PARTS
from forensics.synthesis.self_blend import self_blend
from forensics.types.analysis import Box

pytestmark = pytest.mark.slow

PORTRAIT = Path(__file__).parents[3] / "sample_media" / "collins.jpg"


@pytest.fixture(scope="module")
def face():
    pixels = np.asarray(Image.open(PORTRAIT).convert("RGB"))
    return pixels, FaceLandmarker().detect(pixels, Box(181, 58, 270, 178))


@pytest.mark.parametrize("part", PARTS)
def test_the_forgery_changes_the_part_it_names_and_its_mask_tells_where(face, part):
    pixels, mesh = face
    before = pixels.copy()
    # odd seeds change the source, even ones the surroundings; 8 seeds hold both and the Poisson blend
    for seed in range(8):
        forgery = self_blend(pixels, mesh, np.random.default_rng(seed), part)
        assert forgery.image.shape == pixels.shape
        assert forgery.image.dtype == np.uint8
        assert forgery.mask.dtype == np.float32
        assert forgery.mask.min() >= 0 and forgery.mask.max() <= 1
        assert forgery.how.startswith(f"self-blended {part}, ")
        if (forgery.mask > 0.9).any():
            changed = np.abs(forgery.image.astype(int) - pixels).max(axis=2)
            assert changed[forgery.mask > 0.9].mean() > 0.5
    np.testing.assert_array_equal(pixels, before)


def test_outside_the_mask_only_one_side_is_changed(face):
    """Far from the face either nothing changes or the whole surroundings get one and the same change."""
    pixels, mesh = face
    corner = np.s_[400:, 400:]
    differences = [
        np.abs(self_blend(pixels, mesh, np.random.default_rng(seed)).image[corner].astype(int) - pixels[corner]).max()
        for seed in range(12)
    ]
    assert 0 in differences
    assert max(differences) > 0


def test_the_same_seed_gives_the_same_forgery(face):
    first, second = (self_blend(*face, np.random.default_rng(5)) for _ in range(2))
    assert first.how == second.how
    np.testing.assert_array_equal(first.image, second.image)
    np.testing.assert_array_equal(first.mask, second.mask)
