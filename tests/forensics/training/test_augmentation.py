import numpy as np

from forensics.training.augmentation import augment_compression


def picture():
    y, x = np.mgrid[:120, :160]
    return np.stack([x, y, (x + y) // 2], axis=2).astype(np.uint8)


def test_the_scale_that_comes_back_is_that_of_the_picture():
    scales = set()
    for seed in range(30):
        recoded, scale = augment_compression(picture(), np.random.default_rng(seed))
        assert recoded.dtype == np.uint8
        assert recoded.shape == (round(120 * scale), round(160 * scale), 3)
        scales.add(round(scale, 3))
    assert 1.0 in scales
    assert len(scales) > 5
    assert min(scales) >= 0.5
    assert max(scales) <= 1.6


def test_the_same_seed_gives_the_same_picture_and_the_callers_is_left_alone():
    pixels = picture()
    before = pixels.copy()
    first, second = (augment_compression(pixels, np.random.default_rng(4))[0] for _ in range(2))
    np.testing.assert_array_equal(first, second)
    np.testing.assert_array_equal(pixels, before)


def test_colors_keep_their_places():
    """A red picture stays redder than blue: nothing on the way mistakes the order of the colors."""
    red = np.zeros((64, 64, 3), np.uint8)
    red[..., 0] = 180
    for seed in range(30):
        recoded, _ = augment_compression(red, np.random.default_rng(seed))
        assert recoded[..., 0].mean() >= recoded[..., 2].mean()
