"""Windows of a crop at its own resolution: where they lie and what they hold."""

import numpy as np
import pytest

from forensics.detectors.patches import PATCH_CENTERS, PATCH_SIZE, extract_patches, patch_boxes
from forensics.types.analysis import Box


def numbered(height: int, width: int) -> np.ndarray:
    """A crop whose pixels say where they lie: row in red, column in green."""
    crop = np.zeros((height, width, 3), np.uint8)
    crop[..., 0] = np.arange(height)[:, None]
    crop[..., 1] = np.arange(width)
    return crop


def test_windows_lie_at_eyes_nose_and_mouth_of_a_large_crop():
    assert patch_boxes(400, 300) == [
        Box(54, 96, 150, 192),
        Box(150, 96, 246, 192),
        Box(102, 160, 198, 256),
        Box(66, 224, 162, 320),
        Box(138, 224, 234, 320),
    ]


def test_windows_are_moved_inside_a_crop_that_is_hardly_larger():
    assert patch_boxes(100, 110) == [
        Box(0, 0, 96, 96),
        Box(14, 0, 110, 96),
        Box(7, 4, 103, 100),
        Box(0, 4, 96, 100),
        Box(14, 4, 110, 100),
    ]


@pytest.mark.parametrize(("height", "width"), [(96, 96), (40, 32), (1, 1), (250, 60)])
def test_a_window_never_leaves_the_crop(height: int, width: int):
    for box in patch_boxes(height, width):
        assert 0 <= box.left < box.right <= width and 0 <= box.top < box.bottom <= height
        assert (box.width, box.height) == (min(width, 96), min(height, 96))


def test_windows_hold_the_pixels_of_their_boxes_as_they_are():
    crop = numbered(250, 200)
    windows = extract_patches(crop)
    assert windows.shape == (len(PATCH_CENTERS), PATCH_SIZE, PATCH_SIZE, 3)
    assert windows.dtype == np.uint8
    for window, box in zip(windows, patch_boxes(250, 200), strict=True):
        assert np.array_equal(window, crop[box.top : box.bottom, box.left : box.right])


def test_a_small_crop_is_mirrored_below_and_to_the_right():
    window = extract_patches(numbered(40, 60))[0]
    assert window[:, 0, 0].tolist() == [*range(40), *range(39, -1, -1), *range(16)]
    assert window[0, :, 1].tolist() == [*range(60), *range(59, 23, -1)]


def test_the_crop_is_left_as_it_was():
    crop = numbered(40, 60)
    before = crop.copy()
    extract_patches(crop)[:] = 255
    assert np.array_equal(crop, before)
