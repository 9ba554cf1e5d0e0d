"""A user's pictures as faces to learn from."""

import cv2
import numpy as np
import pytest
from own_faces import photographs
from training_faces import SAMPLES

from forensics.errors import TrainingError
from forensics.faces.detection import FaceDetector
from forensics.training import user_images as module
from forensics.training.dataset import decode_picture
from forensics.training.user_images import check_disjoint, load_user_images, pairing_stem
from forensics.types.analysis import Frame

pytestmark = pytest.mark.slow

COLLINS, GROUP = (SAMPLES / "collins.jpg").read_bytes(), (SAMPLES / "group.jpg").read_bytes()


def encoded(pixels):
    return cv2.imencode(".png", pixels)[1].tobytes()


def test_the_face_is_cut_out_at_the_pictures_own_resolution():
    lines = []
    (picture,) = load_user_images([("a/collins.jpg", COLLINS)], True, {}, lines.append)
    face, whole = picture.face, decode_picture(COLLINS)
    (region,), _ = FaceDetector().detect(Frame(0, 0.0, whole), 10)
    assert (face.name, face.manipulated, face.mask, lines) == ("a/collins.jpg", True, None, [])
    assert (face.box.width, face.box.height) == (region.box.width, region.box.height)
    inside = face.pixels()[face.box.top : face.box.bottom, face.box.left : face.box.right]
    box = region.box
    expected = whole[box.top : box.bottom, box.left : box.right].astype(int)
    assert np.abs(inside - expected).max() <= 2  # two decoders of JPEG
    assert np.abs(face.mesh.mean(axis=0) - np.add(face.box[:2], face.box[2:]) / 2).max() < 0.2 * face.box.height
    np.testing.assert_array_equal(face.region().crop.shape, region.crop.shape)


def test_a_very_large_face_is_made_smaller(monkeypatch):
    monkeypatch.setattr(module, "MAX_CROP_SIDE", 100)
    (picture,) = load_user_images([("a.jpg", COLLINS)], False, {}, print)
    assert max(picture.face.pixels().shape) == 100
    assert 40 < picture.face.box.height < 70  # of 100, which are 1.8 times the longer side


def test_what_cannot_be_used_is_named_and_left_out():
    lines = []
    blank = encoded(np.full((64, 64, 3), 128, np.uint8))
    files = [("good.jpg", COLLINS), ("again.jpg", COLLINS), ("notes.txt", b"text"), ("blank.png", blank)]
    assert len(load_user_images(files, False, {}, lines.append)) == 1
    assert [line.split(":")[0] for line in lines] == ["again.jpg", "notes.txt", "blank.png"]
    assert "byte for byte" in lines[0] and "not a picture" in lines[1] and "No face was found" in lines[2]


def test_of_several_faces_the_mask_tells_which_was_forged():
    pixels = decode_picture(GROUP)
    regions, _ = FaceDetector().detect(Frame(0, 0.0, pixels), 10)
    last = regions[-1].box
    mask = np.zeros(pixels.shape[:2], np.uint8)
    mask[last.top : last.bottom, last.left : last.right] = 255
    (picture,) = load_user_images([("group.jpg", GROUP)], True, {"group": encoded(mask)}, print)
    face = picture.face
    assert (face.box.width, face.box.height) == (last.width, last.height)
    cut = decode_picture(face.mask)[..., 0]
    assert cut.shape == face.pixels().shape[:2]
    inside = cut[face.box.top : face.box.bottom, face.box.left : face.box.right]
    assert inside.min() == 255
    assert np.count_nonzero(cut) == inside.size


def test_a_mask_that_marks_no_face_leaves_its_picture_out():
    lines, mask = [], np.zeros(decode_picture(COLLINS).shape[:2], np.uint8)
    assert load_user_images([("a.jpg", COLLINS)], True, {"a": encoded(mask)}, lines.append) == []
    assert "where its mask marks anything" in lines[0]


@pytest.mark.parametrize(
    ("mask", "sentence"),
    [(encoded(np.zeros((20, 30), np.uint8)), "has 30×20 pixels and the picture 512×512"), (b"x", "cannot be read")],
)
def test_a_wrong_mask_is_refused(mask, sentence):
    with pytest.raises(TrainingError, match=sentence) as caught:
        load_user_images([("a.jpg", COLLINS)], True, {"a": mask}, print)
    assert caught.value.code == "wrong_mask"


def test_a_picture_in_both_folders_is_refused():
    untouched, forged = photographs(2)
    real = load_user_images([("a.png", untouched[0]), ("b.png", untouched[1])], False, {}, print)
    fake = load_user_images([("c.png", forged[0]), ("d.png", untouched[1])], True, {}, print)
    check_disjoint(real, fake[:1])
    with pytest.raises(TrainingError, match=r"1 of the pictures are in both folders, such as d\.png") as caught:
        check_disjoint(real, fake)
    assert caught.value.code == "same_picture"


def test_a_picture_and_its_mask_share_their_name_within_the_folder():
    assert pairing_stem("a/b.c.jpg") == pairing_stem("a/b.c.png") == "a/b.c"
    assert pairing_stem("a/b.jpg") != pairing_stem("b.jpg")
