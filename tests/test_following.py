"""The landmarks of a face over time: steady at rest, on the face when it moves."""

import numpy as np
import pytest
from sitters import FACES, GROUP

from forensics.errors import MediaError
from forensics.faces.detection import FaceDetector
from forensics.faces.landmarks import FaceLandmarker
from forensics.media.image import decode_image, probe_image
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.landmark_tracking import landmark_box, smooth_landmarks, track_landmarks
from forensics.types.analysis import Box

SHAPE = np.random.default_rng(0).uniform(0, 100, (468, 2)).astype(np.float32)


def at(*places: float) -> list[FaceImage]:
    """Faces 100 pixels large, moved to the right by so many pixels; their pictures are numbered."""
    return [
        FaceImage(np.full((4, 4, 3), number, np.uint8), SHAPE + np.float32([place, 0]))
        for number, place in enumerate(places)
    ]


def places_of(faces: list[FaceImage]) -> list[float]:
    return [float((face.mesh - SHAPE)[:, 0].mean()) for face in faces]


def test_noise_at_rest_is_smoothed():
    noise = np.random.default_rng(1).normal(0, 0.2, 200).tolist()
    assert np.diff(places_of(list(smooth_landmarks(at(*noise)))), 2).std() < 0.3 * np.diff(noise, 2).std()


def test_even_motion_does_not_lag():
    smooth = places_of(list(smooth_landmarks(at(*range(10)))))
    assert smooth[2:-2] == pytest.approx(range(2, 8), abs=1e-3)


def test_a_jump_is_followed_at_once():
    assert places_of(list(smooth_landmarks(at(0, 0, 0, 30, 30, 30)))) == pytest.approx([0, 0, 0, 30, 30, 30], abs=1e-3)


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_every_picture_comes_once_in_its_order(count):
    assert [face.image[0, 0, 0] for face in smooth_landmarks(at(*[0] * count))] == list(range(count))


def test_pictures_are_not_held_longer_than_two_frames():
    drawn = []

    def faces():
        for number, face in enumerate(at(*[0] * 20)):
            drawn.append(number)
            yield face

    stream = smooth_landmarks(faces())
    next(stream)
    assert drawn == [0, 1, 2]


def test_one_of_several_faces_is_followed_while_the_picture_moves():
    pixels = decode_image(probe_image(GROUP.read_bytes(), "group.jpg")).pixels
    pictures = [np.ascontiguousarray(np.roll(pixels, 3 * number, axis=1)) for number in range(4)]
    faces = list(track_landmarks(pictures, FaceDetector((640,)), FaceLandmarker()))
    first = min(FACES, key=lambda box: abs((box.left + box.right) / 2 - faces[0].mesh[:, 0].mean()))
    for number, face in enumerate(faces):
        assert face.mesh[:, 0].mean() == pytest.approx((first.left + first.right) / 2 + 3 * number, abs=12)
        assert face.mesh[:, 0].mean() - faces[0].mesh[:, 0].mean() == pytest.approx(3 * number, abs=1.5)


def test_a_video_that_begins_without_a_face_is_refused():
    blank = np.zeros((64, 64, 3), np.uint8)
    with pytest.raises(MediaError, match="No face was found in the first frame") as error:
        list(track_landmarks([blank], FaceDetector((320,)), FaceLandmarker()))
    assert error.value.code == "no_face"


def test_a_box_around_landmarks_stays_inside_the_frame():
    assert landmark_box(np.float32([[-3.5, 2.2], [7.1, 30]]), 20, 10) == Box(0, 2, 8, 10)
    assert landmark_box(np.float32([[50, 50], [60, 60]]), 20, 10) == Box(19, 9, 20, 10)
