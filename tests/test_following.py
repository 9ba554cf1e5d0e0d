"""The landmarks of a face over time: steady at rest, on the face when it moves."""

import numpy as np
import pytest
from sitters import FACES, GROUP

from forensics.errors import MediaError
from forensics.faces.detection import FaceFinder
from forensics.faces.landmarks import FaceMesh
from forensics.media.image import decode, read_media
from forensics.synthesis.forgery import Sitter
from forensics.synthesis.landmark_tracking import box_of, follow_face, smoothed
from forensics.types.analysis import Box

SHAPE = np.random.default_rng(0).uniform(0, 100, (468, 2)).astype(np.float32)


def at(*places: float) -> list[Sitter]:
    """Faces 100 pixels large, moved to the right by so many pixels; their pictures are numbered."""
    return [
        Sitter(np.full((4, 4, 3), number, np.uint8), SHAPE + np.float32([place, 0]))
        for number, place in enumerate(places)
    ]


def places_of(faces: list[Sitter]) -> list[float]:
    return [float((face.mesh - SHAPE)[:, 0].mean()) for face in faces]


def test_noise_at_rest_is_smoothed():
    noise = np.random.default_rng(1).normal(0, 0.2, 200).tolist()
    assert np.diff(places_of(list(smoothed(at(*noise)))), 2).std() < 0.3 * np.diff(noise, 2).std()


def test_even_motion_does_not_lag():
    smooth = places_of(list(smoothed(at(*range(10)))))
    assert smooth[2:-2] == pytest.approx(range(2, 8), abs=1e-3)


def test_a_jump_is_followed_at_once():
    assert places_of(list(smoothed(at(0, 0, 0, 30, 30, 30)))) == pytest.approx([0, 0, 0, 30, 30, 30], abs=1e-3)


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_every_picture_comes_once_in_its_order(count):
    assert [face.image[0, 0, 0] for face in smoothed(at(*[0] * count))] == list(range(count))


def test_pictures_are_not_held_longer_than_two_frames():
    drawn = []

    def faces():
        for number, face in enumerate(at(*[0] * 20)):
            drawn.append(number)
            yield face

    stream = smoothed(faces())
    next(stream)
    assert drawn == [0, 1, 2]


def test_one_of_several_faces_is_followed_while_the_picture_moves():
    pixels = decode(read_media(GROUP.read_bytes(), "group.jpg")).pixels
    pictures = [np.ascontiguousarray(np.roll(pixels, 3 * number, axis=1)) for number in range(4)]
    faces = list(follow_face(pictures, FaceFinder((640,)), FaceMesh()))
    first = min(FACES, key=lambda box: abs((box.left + box.right) / 2 - faces[0].mesh[:, 0].mean()))
    for number, face in enumerate(faces):
        assert face.mesh[:, 0].mean() == pytest.approx((first.left + first.right) / 2 + 3 * number, abs=12)
        assert face.mesh[:, 0].mean() - faces[0].mesh[:, 0].mean() == pytest.approx(3 * number, abs=1.5)


def test_a_video_that_begins_without_a_face_is_refused():
    blank = np.zeros((64, 64, 3), np.uint8)
    with pytest.raises(MediaError, match="No face was found in the first frame") as error:
        list(follow_face([blank], FaceFinder((320,)), FaceMesh()))
    assert error.value.code == "no_face"


def test_a_box_around_landmarks_stays_inside_the_frame():
    assert box_of(np.float32([[-3.5, 2.2], [7.1, 30]]), 20, 10) == Box(0, 2, 8, 10)
    assert box_of(np.float32([[50, 50], [60, 60]]), 20, 10) == Box(19, 9, 20, 10)
