import numpy as np
import pytest

from forensics.synthesis.degradation import (
    add_noise,
    compress,
    degrade_source,
    downsample_upsample,
    match_grain,
    noise_level,
)


def checks(side: int = 64) -> np.ndarray:
    """One pixel dark, one bright."""
    y, x = np.indices((side, side))
    return np.repeat(((x + y) % 2 * 100 + 78).astype(np.uint8)[..., None], 3, axis=2)


def test_half_the_pixels_cannot_hold_single_pixels():
    soft = downsample_upsample(checks(), 0.5, np.random.default_rng(0))
    assert soft.shape == (64, 64, 3)
    assert checks().std() == pytest.approx(50)
    assert soft.std() < 1
    assert soft.mean() == pytest.approx(128, abs=1)


def test_noise_has_the_strength_asked_for_and_is_measured_as_such():
    flat = np.full((200, 200, 3), 128, np.uint8)
    film, sensor = (add_noise(flat, 6, channels, np.random.default_rng(0)) for channels in (1, 3))
    assert film.astype(float).std() == pytest.approx(6, abs=0.2)
    assert sensor.astype(float).std() == pytest.approx(6, abs=0.2)
    np.testing.assert_array_equal(film[..., 0], film[..., 1])
    assert abs(np.corrcoef(sensor[..., 0].ravel(), sensor[..., 1].ravel())[0, 1]) < 0.05
    assert noise_level(film) == pytest.approx(6, abs=0.2)
    assert noise_level(flat) == 0


def test_grain_is_matched_upwards_only():
    flat = np.full((200, 200, 3), 128, np.uint8)
    film = add_noise(flat, 5, 1, np.random.default_rng(0))
    assert noise_level(match_grain(flat, film, np.random.default_rng(1))) == pytest.approx(5, abs=0.2)
    np.testing.assert_array_equal(match_grain(film, flat, np.random.default_rng(1)), film)


def test_compression_keeps_the_colors_in_their_places():
    red = np.zeros((16, 16, 3), np.uint8)
    red[..., 0] = 200
    assert np.abs(compress(red, 90).astype(int) - red).max() <= 3


def test_most_pictures_change_moderately_and_none_changes_its_shape_or_the_original():
    y, x = np.indices((60, 50))
    image = np.dstack([100 + x, 80 + y, 90 + 30 * np.sin(x / 2)]).astype(np.uint8)
    before = image.copy()
    varied = [degrade_source(image, np.random.default_rng(seed)) for seed in range(200)]
    np.testing.assert_array_equal(image, before)
    assert {(v.shape, v.dtype) for v in varied} == {((60, 50, 3), np.dtype(np.uint8))}
    changes = np.array([np.abs(v.astype(int) - image).mean() for v in varied])
    assert 0.05 < (changes == 0).mean() < 0.3  # 0.6 · 0.6 · 0.75 · 0.6 = 0.16 are spared everything
    assert changes.max() < 12
