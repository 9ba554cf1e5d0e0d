import cv2
import numpy as np
from training_faces import FACE, SAMPLES

from forensics.training.dataset import decode_picture
from forensics.types.face_thumbnail import face_thumbnail, same_picture


def crop(name: str, shift: int = 0) -> np.ndarray:
    pixels = decode_picture((SAMPLES / name).read_bytes())
    return np.ascontiguousarray(pixels[FACE.top + shift : FACE.bottom, FACE.left + shift : FACE.right])


def saved_again(pixels: np.ndarray, quality: int) -> np.ndarray:
    return cv2.imdecode(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)


def test_the_same_picture_is_told_after_saving_shrinking_and_another_cut_and_another_is_not():
    face, other = crop("collins.jpg"), crop("hopper.jpg")
    copies = [
        saved_again(face, 40),
        cv2.resize(face, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA),
        np.clip(face * 1.2 + 10, 0, 255).astype(np.uint8),
        crop("collins.jpg", 2),
    ]
    assert same_picture([face_thumbnail(face)], [face_thumbnail(copy) for copy in copies]).all()
    assert not same_picture([face_thumbnail(face)], [face_thumbnail(other)]).any()


def test_what_has_no_look_or_a_plain_one_is_like_nothing():
    plain = face_thumbnail(np.full((40, 40, 3), 90, np.uint8))
    assert not same_picture([b"", plain], [b"", plain]).any()
    assert same_picture([], [plain]).shape == (0, 1)
