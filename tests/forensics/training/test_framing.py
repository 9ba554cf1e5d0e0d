import numpy as np
import pytest

from forensics.training.framing import random_cut, shrink
from forensics.types.analysis import Box

BOX = Box(60, 40, 120, 110)


def picture():
    """Each pixel says where it lay: red its column, green its row."""
    y, x = np.mgrid[:150, :180]
    return np.stack([x, y, x * 0], axis=2).astype(np.uint8)


def test_every_grid_of_blocks_occurs_and_the_box_goes_along():
    starts = set()
    for seed in range(200):
        pixels, mask, box = random_cut(picture(), np.zeros((150, 180), np.float32), BOX, np.random.default_rng(seed))
        left, top = pixels[0, 0, :2].tolist()
        starts.add((left, top))
        assert pixels.shape[:2] == mask.shape == (150 - top, 180 - left)
        assert box == (60 - left, 40 - top, 120 - left, 110 - top)
    assert {start for pair in starts for start in pair} == set(range(8))


def test_a_tight_picture_ends_between_the_box_and_the_margin_of_a_crop_and_mask_and_pixels_stay_together():
    margin = 0.2 * 70  # CROP_MARGIN 1.4: a fifth of the longer side at each side
    for seed in range(50):
        mask = picture()[..., 0].astype(np.float32)
        pixels, mask, box = random_cut(picture(), mask, BOX, np.random.default_rng(seed), tight_share=1)
        np.testing.assert_array_equal(mask, pixels[..., 0])
        left, top, right, bottom = *pixels[0, 0, :2].tolist(), *(pixels[-1, -1, :2] + 1).tolist()
        assert 60 - margin - 1 <= left <= 60 and 40 - margin - 1 <= top <= 40
        assert 120 <= right <= 120 + margin + 1 and 110 <= bottom <= 110 + margin + 1
        assert box == (60 - left, 40 - top, 120 - left, 110 - top)


def test_a_box_at_the_border_stays_inside():
    pixels, _, box = random_cut(
        picture(), np.zeros((150, 180), np.float32), Box(0, 0, 180, 150), np.random.default_rng(3), tight_share=1
    )
    assert box == (0, 0, pixels.shape[1], pixels.shape[0])


@pytest.mark.parametrize(("scale", "width"), [(0.5, 90), (1.0, 180), (1.7, 180)])
def test_nothing_is_enlarged(scale, width):
    assert shrink(picture(), scale).shape[1] == width
