import cv2
import numpy as np
from training_faces import training_faces

from forensics.training.pair_masks import pair_mask

MESH = training_faces()[0].mesh


def original():
    noise = np.random.default_rng(0).integers(60, 190, (512, 512, 3)).astype(np.uint8)
    return cv2.GaussianBlur(noise, (0, 0), 2)


def forged(changed):
    """The original with 40 levels more where `changed` is 1."""
    return np.clip(original() + 40.0 * changed[..., None], 0, 255).astype(np.uint8)


def ellipse(width, height):
    middle = (round(MESH[:, 0].mean()), round(MESH[:, 1].mean()))
    return cv2.ellipse(np.zeros((512, 512), np.float32), middle, (width // 2, height // 2), 0, 0, 360, 1.0, -1)


def test_what_differs_in_the_face_is_the_mask():
    changed = ellipse(71, 96)  # four fifths of the face's box
    mask = pair_mask(forged(changed), original(), MESH) >= 0.5
    assert (mask & (changed > 0)).sum() / (mask | (changed > 0)).sum() > 0.7


def test_pictures_that_differ_all_over_or_not_at_all_or_in_size_give_none():
    assert pair_mask(forged(np.ones((512, 512))), original(), MESH) is None
    assert pair_mask(original(), original(), MESH) is None
    assert pair_mask(original()[:300], original(), MESH) is None


def test_a_speck_is_no_swapped_face():
    assert pair_mask(forged(ellipse(12, 12)), original(), MESH) is None
