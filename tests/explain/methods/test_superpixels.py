"""Superpixels of pictures whose edges are known."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explain.methods.superpixels import superpixels
from forensics.errors import ExplanationError

PORTRAIT = Path(__file__).parents[3] / "sample_media/collins.jpg"


@pytest.fixture(scope="module")
def face() -> np.ndarray:
    return np.asarray(Image.open(PORTRAIT).convert("RGB"))[34:202, 142:310]


def test_a_face_has_some_forty_parts_numbered_without_a_gap_and_none_larger_than_a_cheek(face: np.ndarray) -> None:
    numbers = superpixels(face)
    areas = np.bincount(numbers.ravel())
    assert numbers.shape == (168, 168)
    assert 40 <= len(areas) <= 50
    assert areas.min() > 0
    assert areas.max() < 0.05 * numbers.size


def test_the_same_face_has_the_same_parts_and_is_left_as_it_was(face: np.ndarray) -> None:
    before = face.copy()
    assert np.array_equal(superpixels(face), superpixels(face))
    assert np.array_equal(face, before)


def test_parts_follow_edges() -> None:
    """Red above, blue below; a grid of 7 × 7 parts would have its border elsewhere, in row 96."""
    crop = np.zeros((168, 168, 3), np.uint8)
    crop[:87, :, 0] = 255
    crop[87:, :, 2] = 255
    numbers = superpixels(crop)
    assert not set(numbers[:85].ravel()) & set(numbers[89:].ravel())


def test_noise_does_not_break_the_parts_into_crumbs(face: np.ndarray) -> None:
    noise = np.random.default_rng(0).normal(0, 25, face.shape)
    assert 40 <= superpixels(np.uint8(np.clip(face + noise, 0, 255))).max() + 1 <= 50


def test_a_large_crop_has_the_parts_of_the_small_one(face: np.ndarray) -> None:
    large = face[:112, :112].repeat(6, 0).repeat(6, 1)  # 672 = 3 × 224
    numbers = superpixels(large)
    assert numbers.shape == (672, 672)
    small = face[:112, :112].repeat(2, 0).repeat(2, 1)
    assert np.array_equal(numbers, superpixels(small).repeat(3, 0).repeat(3, 1))


@pytest.mark.parametrize(("shape", "parts"), [((2, 2), 4), ((1, 3), 3), ((5, 4), 20)])
def test_of_a_few_pixels_each_is_a_part(shape: tuple[int, int], parts: int) -> None:
    assert np.array_equal(superpixels(np.full((*shape, 3), 9, np.uint8)).ravel(), range(parts))


def test_what_cannot_be_divided_is_refused_with_a_sentence() -> None:
    with pytest.raises(ExplanationError, match="cannot be divided") as error:
        superpixels(np.zeros((1, 1, 3), np.uint8))
    assert error.value.code == "one_part"
