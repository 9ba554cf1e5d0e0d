import dataclasses

import numpy as np
import pytest
from reasons import BETWEEN

from forensics.errors import SettingsError
from forensics.types.analysis import AnalysisSettings, Box, Decision, FaceFinding, FaceRegion, Frame, ImageFile


def region(**changes):
    crop = np.zeros((4, 6, 3), np.uint8)
    values = {
        "face_id": 1,
        "frame_index": 0,
        "seconds": 0.0,
        "box": Box(1, 1, 4, 4),
        "crop_box": Box(0, 0, 6, 4),
        "detector_confidence": 0.9,
        "landmarks": None,
        "crop": crop,
    }
    return FaceRegion(**values | changes)


def finding(**changes):
    values = {
        "region": region(),
        "fake_score": 0.5,
        "mask": np.zeros((4, 6), np.float32),
        "reconstruction": np.full((4, 6, 3), 51, np.uint8),
        "reconstruction_error": 0.2,
        "decision": Decision("inconclusive", 1.0, BETWEEN),
    }
    return FaceFinding(**values | changes)


def test_a_box_knows_its_size():
    assert (Box(2, 3, 7, 5).width, Box(2, 3, 7, 5).height) == (5, 2)


def test_arrays_become_read_only_and_the_caller_keeps_a_writable_one():
    pixels = np.zeros((2, 2, 3), np.uint8)
    frame = Frame(0, 0.0, pixels)
    with pytest.raises(ValueError, match="read-only"):
        frame.pixels[0, 0, 0] = 1
    pixels[0, 0, 0] = 7
    assert pixels[0, 0, 0] == 7


def test_values_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        region().face_id = 2


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Frame(0, 0.0, np.zeros((2, 2), np.uint8)),
            r"pixels must be \(any, any, 3\) uint8, got \(2, 2\) uint8",
        ),
        (lambda: Frame(0, 0.0, np.zeros((2, 2, 3))), r"got \(2, 2, 3\) float64"),
        (lambda: Frame(0, 0.0, np.zeros((0, 2, 3), np.uint8)), "must not be empty"),
        (lambda: region(crop=np.zeros((4, 5, 3), np.uint8)), r"crop must be \(4, 6, 3\) uint8"),
        (lambda: region(box=Box(1, 1, 1, 4)), "box must have an area"),
        (lambda: region(detector_confidence=1.5), r"must lie in \[0, 1\]"),
        (lambda: region(landmarks=np.zeros((5, 3), np.float32)), r"landmarks must be \(5, 2\)"),
        (lambda: finding(fake_score=float("nan")), r"fake_score must lie in \[0, 1\], got nan"),
        (lambda: finding(mask=np.full((4, 6), np.nan, np.float32)), "mask must lie"),
        (lambda: finding(mask=np.zeros((4, 6))), r"mask must be \(4, 6\) float32"),
        (lambda: ImageFile("x", "image", b"", "ab", "image/png", 1, 1), "64 hexadecimal digits"),
        (lambda: Decision("not evaluated", 2.0, BETWEEN), "evaluated face only"),
        (lambda: Decision("inconclusive", None, BETWEEN), "evaluated face only"),
    ],
)
def test_a_wrong_value_is_refused_with_what_was_wanted_and_what_came(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_mask_fraction_counts_pixels_more_likely_manipulated_than_not():
    mask = np.zeros((4, 6), np.float32)
    mask[0, :3] = [0.5, 0.9, 0.49]
    assert finding(mask=mask).mask_fraction == pytest.approx(2 / 24)


def test_the_error_map_is_the_mean_absolute_difference_in_the_unit_interval():
    error = finding().error_map()
    assert error.dtype == np.float32
    np.testing.assert_allclose(error, np.full((4, 6), 0.2), rtol=1e-6)  # |0 − 51| / 255


@pytest.mark.parametrize("wrong", [{"faces": "some"}, {"max_faces": 0}])
def test_settings_out_of_range_are_refused(wrong):
    with pytest.raises(SettingsError) as caught:
        AnalysisSettings(**wrong)
    assert caught.value.code == "wrong_setting"
