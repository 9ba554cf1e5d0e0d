import cv2
import numpy as np
import pytest

from forensics.training.video_compression import ENCODERS, video_compress


def picture(height, width):
    noise = np.random.default_rng(0).integers(0, 256, (height, width, 3)).astype(np.uint8)
    return cv2.GaussianBlur(noise, (0, 0), 3)


@pytest.mark.parametrize("decoder", ENCODERS)
@pytest.mark.parametrize("size", [(120, 160), (75, 91), (33, 20)])
def test_a_frame_comes_back_in_its_size_and_near_its_colors(decoder, size):
    pixels = picture(*size)
    before = pixels.copy()
    seen = video_compress(pixels, decoder, 20)
    assert seen.shape == (*size, 3) and seen.dtype == np.uint8
    assert 0 < np.abs(seen.astype(int) - pixels).mean() < 8
    np.testing.assert_array_equal(pixels, before)


@pytest.mark.parametrize("decoder", ENCODERS)
def test_a_higher_rate_factor_loses_more(decoder):
    pixels = picture(128, 128)
    lost = [np.abs(video_compress(pixels, decoder, crf).astype(int) - pixels).mean() for crf in (18, 42)]
    assert lost[1] > 1.5 * lost[0]
