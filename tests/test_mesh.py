from pathlib import Path

import numpy as np
from PIL import Image

from forensics.faces.landmarks import FaceLandmarker
from forensics.types.analysis import Box

PORTRAIT = Path(__file__).parents[1] / "sample_media" / "collins.jpg"
FACE = Box(181, 58, 270, 178)


def test_the_points_lie_on_the_face_in_anatomical_order():
    points = FaceLandmarker().detect(np.asarray(Image.open(PORTRAIT).convert("RGB")), FACE)
    assert points.shape == (468, 2)
    assert points.dtype == np.float32
    forehead, nose, upper_lip, chin = points[[10, 1, 0, 152]]
    assert forehead[1] < nose[1] < upper_lip[1] < chin[1]
    left_eye, right_eye = points[33], points[263]
    assert left_eye[0] < nose[0] < right_eye[0]
    inside = (points >= [FACE.left - 25, FACE.top - 25]) & (points <= [FACE.right + 25, FACE.bottom + 25])
    assert inside.all()


def test_the_points_move_with_the_picture():
    pixels = np.asarray(Image.open(PORTRAIT).convert("RGB"))
    mesh = FaceLandmarker()
    here = mesh.detect(pixels, FACE)
    moved = mesh.detect(
        np.roll(pixels, (20, 30), axis=(0, 1)), Box(*(e + d for e, d in zip(FACE, (30, 20) * 2, strict=True)))
    )
    np.testing.assert_allclose(moved - here, np.tile(np.float32([30, 20]), (468, 1)), atol=0.5)
