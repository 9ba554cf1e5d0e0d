"""Retouching: each step changes what it names and nothing outside of its mask."""

import cv2
import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.hull import hull_mask
from forensics.synthesis.retouch import EYE_RINGS, FEATURES, SHARES, STEPS, _outline, _skin, retouch


@pytest.fixture(scope="module")
def face():
    return sitters()[0]


def detail(pixels: np.ndarray, where: np.ndarray) -> float:
    return float(np.abs(cv2.Laplacian(pixels, cv2.CV_32F))[where].mean())


def test_every_step_has_a_share():
    assert STEPS.keys() == SHARES.keys()
    assert sum(SHARES.values()) == pytest.approx(1)


@pytest.mark.parametrize("name", STEPS)
def test_a_step_changes_nothing_outside_its_mask_and_something_inside(face, name):
    before = face.image.copy()
    for seed in range(8):
        step = STEPS[name](face, np.random.default_rng(seed))
        np.testing.assert_array_equal(step.image[step.mask == 0], face.image[step.mask == 0])
        assert np.abs(step.image.astype(int) - face.image)[step.mask > 0.5].max() >= 2
        assert step.mask.min() >= 0 and step.mask.max() <= 1
    np.testing.assert_array_equal(face.image, before)


def test_smoothing_takes_texture_from_the_skin_and_leaves_the_eyes(face):
    skin = cv2.erode(_skin(face), np.ones((9, 9), np.uint8)) > 0
    eyes = _outline(face, EYE_RINGS[0]) > 0
    for seed in range(6):
        smooth = STEPS["smooth skin"](face, np.random.default_rng(seed))
        assert detail(smooth.image, skin) < 0.95 * detail(face.image, skin)
        assert smooth.mask[eyes].max() < 0.2


def test_a_feature_painted_over_is_the_one_that_is_named(face):
    for seed in range(12):
        step = STEPS["remove feature"](face, np.random.default_rng(seed))
        name = step.how.removesuffix(" painted over")
        x, y = face.mesh[list(FEATURES[name])].mean(axis=0).round().astype(int)
        assert step.mask[y, x] == 1


def test_brightened_eyes_are_brighter(face):
    eyes = _outline(face, EYE_RINGS[1]) > 0
    step = STEPS["brighten"](face, np.random.default_rng(0))
    assert step.image[eyes].mean() > face.image[eyes].mean() + 3


def test_spots_and_patches_lie_on_the_face(face):
    near = cv2.dilate(hull_mask(face.mesh, "face", *face.image.shape[:2]), np.ones((25, 25), np.uint8)) > 0
    for name in ("paint spots", "copy skin"):
        for seed in range(5):
            assert STEPS[name](face, np.random.default_rng(seed)).mask[~near].max() == 0


def test_copied_skin_keeps_the_brightness_of_its_place(face):
    for seed in range(5):
        step = STEPS["copy skin"](face, np.random.default_rng(seed))
        inside = step.mask > 0.5
        assert abs(step.image[inside].mean() - face.image[inside].mean()) < 8


def test_one_step_or_two_are_taken_and_every_one_comes_up(face):
    made = [retouch(face, [], np.random.default_rng(seed)).how for seed in range(40)]
    assert {how.count(", ") for how in made} == {0, 1}
    for words in ("skin", "spots painted", "brow painted", "pinched", "brightened", "of skin copied"):
        assert any(words in how for how in made)


def test_a_face_outside_its_picture_is_no_error(face):
    outside = FaceImage(face.image, face.mesh + 5000)
    for seed in range(20):
        forgery = retouch(outside, [], np.random.default_rng(seed))
        np.testing.assert_array_equal(forgery.image[forgery.mask == 0], face.image[forgery.mask == 0])
