"""A photograph set in motion: the camera's path is gentle and the same for a seed, and the landmarks go along."""

from fractions import Fraction

import numpy as np
import pytest

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.still_animation import animate_still, camera_path, fill_transform, framing_transform

RATE = Fraction(25)
STILL = np.float64([[1, 0, 0], [0, 1, 0]])


def dotted(x: int, y: int) -> FaceImage:
    """A gray picture of 120 × 90 pixels with a white dot of 5 × 5 around (x, y), where all landmarks lie."""
    image = np.full((90, 120, 3), 60, np.uint8)
    image[y - 2 : y + 3, x - 2 : x + 3] = 255
    return FaceImage(image, np.tile(np.float32([x, y]), (468, 1)))


def middle_of_light(image: np.ndarray) -> np.ndarray:
    weights = image[..., 0].astype(float) - 60
    y, x = np.indices(weights.shape)
    return np.array([(x * weights).sum(), (y * weights).sum()]) / weights.sum()


def test_a_path_is_gentle_and_repeats_with_its_seed():
    path = camera_path(500, RATE, 4)
    assert (path == camera_path(500, RATE, 4)).all()
    assert (path[:100] == camera_path(100, RATE, 4)).all()
    assert not np.allclose(path, camera_path(500, RATE, 5))
    furthest = [0.035, 0.035, np.log(1.05), np.radians(2.5)]
    assert (np.abs(path) <= furthest).all()
    assert (np.abs(path).max(axis=0) > 0.2 * np.array(furthest)).all()
    assert (np.abs(np.diff(path, axis=0)).max(axis=0) < 0.11 * np.array(furthest)).all()


def test_a_path_takes_the_same_way_at_every_frame_rate():
    assert camera_path(100, Fraction(50), 1)[::2] == pytest.approx(camera_path(50, RATE, 1))


def test_the_landmarks_lie_where_the_picture_shows_them():
    still = dotted(40, 30)
    faces = list(animate_still(still, STILL, 120, 90, camera_path(60, RATE, 2)[::6]))
    places = [middle_of_light(face.image) for face in faces]
    assert places == [pytest.approx(face.mesh[0], abs=0.1) for face in faces]
    assert np.ptp([face.mesh[0] for face in faces], axis=0).max() > 1.5


def test_at_rest_nothing_moves():
    (face,) = animate_still(dotted(40, 30), STILL, 120, 90, np.zeros((1, 4)))
    assert (face.image == dotted(40, 30).image).all()
    assert face.mesh[0].tolist() == [40, 30]


def test_framing_brings_the_face_to_the_middle_at_its_share_of_the_height():
    mesh = np.float32([[10, 20], [30, 60]])
    scale = 0.5 * 90 / 40
    wanted = np.array([[60 - 10 * scale, 45 - 20 * scale], [60 + 10 * scale, 45 + 20 * scale]])
    at_rest = framing_transform(FaceImage(np.zeros((80, 80, 3), np.uint8), mesh), 120, 90, 0.5)
    assert mesh @ at_rest[:, :2].T + at_rest[:, 2] == pytest.approx(wanted)


@pytest.mark.parametrize("x", [60, 5, 115])
def test_a_frame_is_filled_around_the_face_wherever_the_camera_goes(x):
    """A square frame out of 120 × 90 pixels, of which it never shows the border."""
    still = dotted(x, 45)
    at_rest = fill_transform(still, 60, 60)
    left, top = -at_rest[:, 2] / at_rest[0, 0]
    shown = 60 / at_rest[0, 0]
    assert 75 < shown < 85
    assert left >= 4 and top >= 4 and left + shown <= 116 and top + shown <= 86
    if x == 60:
        assert left + shown / 2 == pytest.approx(60)
    white = still._replace(image=np.full((90, 120, 3), 255, np.uint8))
    white.image[:1], white.image[-1:], white.image[:, :1], white.image[:, -1:] = 0, 0, 0, 0
    for face in animate_still(white, at_rest, 60, 60, camera_path(300, RATE, 1)[::10]):
        assert face.image.min() == 255


def test_grain_is_as_strong_as_asked_and_new_in_every_frame():
    still = FaceImage(np.full((90, 120, 3), 128, np.uint8), np.zeros((468, 2), np.float32))
    first, second = (
        face.image.astype(float) - 128 for face in animate_still(still, STILL, 120, 90, np.zeros((2, 4)), 3)
    )
    assert first.std() == pytest.approx(3, rel=0.05)
    assert abs(np.corrcoef(first.ravel(), second.ravel())[0, 1]) < 0.05
