"""Low-resolution patches: smooth insides, rectangular to oval masks, upright with the face."""

import cv2
import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.patch_swap import _face_square, _patch, patch_swap


@pytest.fixture(scope="module")
def people():
    return sitters()


def test_the_square_holds_the_inner_face_upright():
    mesh = np.zeros((468, 2), np.float32)
    mesh[:] = (50, 50)
    mesh[33], mesh[263] = (40, 40), (60, 40)
    mesh[70], mesh[300], mesh[175] = (30, 30), (70, 30), (50, 90)  # brows and chin
    np.testing.assert_allclose(_face_square(mesh) @ [50, 60, 1], [0, 0], atol=1e-6)
    np.testing.assert_allclose(_face_square(mesh) @ [70, 90, 1], [1, 1], atol=1e-6)
    turned = mesh[:, ::-1] * (-1, 1) + (100, 0)  # by a right angle: the chin now lies to the left
    np.testing.assert_allclose(_face_square(turned) @ [10, 70, 1], [1, 1], atol=1e-6)


def test_patches_reach_from_ovals_to_rectangles():
    """The share of its bounding rectangle that a shape fills: π/4 for an ellipse, 1 for a rectangle."""
    to_square = np.array([[1 / 40, 0, -50 / 40], [0, 1 / 40, -50 / 40]])
    shares = []
    for seed in range(30):
        inside = (_patch((101, 101), to_square, np.random.default_rng(seed)) > 0.01).astype(np.uint8)
        _, _, width, height = cv2.boundingRect(inside)
        shares.append(inside.sum() / (width * height))
        assert 60 <= width <= 92 and 60 <= height <= 92  # 0.8 to 1.1 of 80 pixels, less what the edge rounds off
    assert min(shares) < 0.85 and max(shares) > 0.95


def test_inside_the_patch_fine_detail_is_lost(people):
    rng = np.random.default_rng(0)
    target = FaceImage(rng.integers(60, 200, people[0].image.shape, np.uint8), people[0].mesh)
    forgeries = [patch_swap(target, people[1:], np.random.default_rng(seed)) for seed in range(12)]
    own = [forgery for forgery in forgeries if forgery.how.endswith("own face")]
    assert 0 < len(own) < 12
    for forgery in own:
        solid = forgery.mask == 1
        assert forgery.image[solid].std() < 0.75 * target.image[solid].std()


def test_the_name_tells_the_resolution(people):
    sides = {int(patch_swap(people[0], people[1:], np.random.default_rng(seed)).how.split()[2]) for seed in range(20)}
    assert 36 <= min(sides) < 60 and 100 < max(sides) <= 128
