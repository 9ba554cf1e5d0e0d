"""Laying one picture over another through a mask, in a window around the face."""

import numpy as np

from forensics.synthesis.compositing import CropWindow, alpha_composite, face_window
from forensics.synthesis.forgery import FaceImage, Forgery


def sitter() -> FaceImage:
    """100 × 80 pixels; the points of the mesh lie in x 20 to 60, y 30 to 70."""
    rng = np.random.default_rng(0)
    mesh = rng.uniform([20, 30], [60, 70], (468, 2)).astype(np.float32)
    mesh[:2] = [[20, 30], [60, 70]]
    return FaceImage(rng.integers(0, 256, (100, 80, 3), np.uint8), mesh)


def test_a_window_reaches_its_margin_around_the_mesh_and_stops_at_the_border():
    assert face_window(sitter(), 0.1) == CropWindow(16, 26, 64, 74)
    assert face_window(sitter(), 1) == CropWindow(0, 0, 80, 100)
    outside = FaceImage(sitter().image, sitter().mesh + 500)
    assert face_window(outside, 0.1) == CropWindow(79, 99, 80, 100)


def test_what_is_cut_and_put_back_is_where_it_was():
    whole = sitter()
    window = face_window(whole, 0.1)
    face = window.cut(whole)
    assert face.image.shape == (48, 48, 3)
    np.testing.assert_array_equal(face.mesh[0], [4, 4])
    back = window.put_back(Forgery(face.image, np.ones((48, 48), np.float32), "nothing"), whole)
    np.testing.assert_array_equal(back.image, whole.image)
    assert back.mask.sum() == 48 * 48
    assert back.mask[26:74, 16:64].all()


def test_the_mask_is_the_opacity():
    changed, target = np.full((1, 3, 3), 200, np.uint8), np.full((1, 3, 3), 100, np.uint8)
    mixed = alpha_composite(changed, target, np.float32([[0, 0.25, 1]]))
    assert mixed[0, :, 0].tolist() == [100, 125, 200]
    assert alpha_composite(np.full((1, 1, 3), 300, np.float32), target[:, :1], np.ones((1, 1), np.float32)).max() == 255
