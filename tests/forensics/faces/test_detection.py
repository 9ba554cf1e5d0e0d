from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensics.faces.detection import FaceDetector, _with_turned, expand_box, iou, whole_frame_region
from forensics.faces.orientation import roll_angle, upright_turns
from forensics.messages.catalogue import optional_sentence
from forensics.types.analysis import Box, Frame

pytestmark = pytest.mark.slow

SAMPLES = Path(__file__).parents[3] / "sample_media"


@pytest.fixture(scope="module")
def finder():
    return FaceDetector()


@pytest.fixture(scope="module")
def portrait():
    return np.asarray(Image.open(SAMPLES / "collins.jpg").convert("RGB"))


def close(found, wanted, tolerance):
    return np.abs(np.subtract(found, wanted)).max() <= tolerance


def test_the_crop_is_a_square_with_margin_around_the_middle_of_the_box():
    assert expand_box(Box(40, 30, 60, 70), 200, 200) == Box(22, 22, 78, 78)  # 1.4 × 40 = 56


def test_the_crop_is_cut_at_the_border_of_the_frame():
    assert expand_box(Box(0, 0, 40, 40), 100, 45) == Box(0, 0, 48, 45)


def test_the_face_of_a_portrait_is_found_with_its_eyes_above_its_mouth(finder, portrait):
    regions, skipped = finder.detect(Frame(3, 1.5, portrait), 10)
    assert skipped == []
    assert len(regions) == 1
    face = regions[0]
    assert (face.face_id, face.frame_index, face.seconds) == (1, 3, 1.5)
    assert close(face.box, (181, 58, 270, 178), 8)
    assert face.detector_confidence > 0.7
    left_eye, right_eye, nose, left_mouth, right_mouth = face.landmarks
    assert left_eye[0] < nose[0] < right_eye[0]
    assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])
    cut = face.crop_box
    np.testing.assert_array_equal(face.crop, portrait[cut.top : cut.bottom, cut.left : cut.right])


def test_faces_are_numbered_from_left_to_right(finder, portrait):
    twice = np.concatenate([portrait, portrait[:, ::-1]], axis=1)
    regions, _ = finder.detect(Frame(0, 0.0, twice), 10)
    assert [face.face_id for face in regions] == [1, 2]
    assert regions[0].box.right < 512 <= regions[1].box.left


def test_overlapping_crops_of_neighbors_are_two_faces_each_with_its_own_center(finder, portrait):
    face = portrait[20:220, 150:300]
    pair = np.concatenate([face, face], axis=1)
    regions, _ = finder.detect(Frame(0, 0.0, pair), 10)
    assert len(regions) == 2
    assert regions[0].crop_box.right > regions[1].crop_box.left
    for number, region in enumerate(regions):
        middle = (region.box.left + region.box.right) / 2
        assert abs(middle - (75 + 150 * number)) < 12


def test_a_face_at_the_border_keeps_its_box_inside_the_frame(finder, portrait):
    cut = np.ascontiguousarray(portrait[80:260, 200:320])  # the left part of the face and the forehead are gone
    regions, _ = finder.detect(Frame(0, 0.0, cut), 10)
    assert len(regions) == 1
    box, crop = regions[0].box, regions[0].crop_box
    assert min(box.left, box.top, crop.left, crop.top) >= 0
    assert max(box.right, crop.right) <= 120
    assert max(box.bottom, crop.bottom) <= 180


@pytest.mark.parametrize("angle", [-25, 25])
def test_a_tilted_face_is_found(finder, portrait, angle):
    tilted = np.asarray(Image.fromarray(portrait).rotate(angle, resample=Image.Resampling.BICUBIC))
    regions, _ = finder.detect(Frame(0, 0.0, tilted), 10)
    assert len(regions) == 1
    left_eye, right_eye = regions[0].landmarks[:2]
    slope = np.degrees(np.arctan2(right_eye[1] - left_eye[1], right_eye[0] - left_eye[0]))
    assert slope == pytest.approx(-angle, abs=10)


def test_a_face_turned_towards_its_profile_is_found(finder, portrait):
    """The far half of the face is squeezed to a third, the near half stretched, as a turn of some 45 degrees does."""
    face = Image.fromarray(portrait[:, :460])
    near = face.crop((0, 0, 225, 512)).resize((270, 512))
    far = face.crop((225, 0, 275, 512)).resize((18, 512))
    rest = face.crop((275, 0, 460, 512))
    turned = np.concatenate([np.asarray(part) for part in (near, far, rest)], axis=1)
    regions, _ = finder.detect(Frame(0, 0.0, turned), 10)
    assert len(regions) == 1
    left_eye, right_eye, nose = regions[0].landmarks[:3]
    assert nose[0] - left_eye[0] > 1.5 * (right_eye[0] - nose[0])


def test_a_face_with_its_mouth_covered_is_found(finder, portrait):
    covered = portrait.copy()
    covered[135:185, 185:268] = (40, 90, 160)
    regions, _ = finder.detect(Frame(0, 0.0, covered), 10)
    assert len(regions) == 1


def test_a_face_that_fills_a_large_picture_is_found_once(finder, portrait):
    face = Image.fromarray(portrait[20:220, 130:320]).resize((1900, 2000), Image.Resampling.BICUBIC)
    regions, _ = finder.detect(Frame(0, 0.0, np.asarray(face)), 10)
    assert len(regions) == 1
    assert regions[0].box.width > 700


def test_a_picture_without_a_face_has_none(finder):
    noise = np.random.default_rng(0).integers(0, 255, (300, 400, 3)).astype(np.uint8)
    assert finder.detect(Frame(0, 0.0, noise), 10) == ([], [])


def test_a_picture_of_one_pixel_has_none(finder):
    assert finder.detect(Frame(0, 0.0, np.zeros((1, 1, 3), np.uint8)), 10) == ([], [])


def test_two_hundred_faces_are_found_and_those_past_the_limit_are_listed(finder, portrait):
    face = np.asarray(Image.fromarray(portrait[30:210, 150:300]).resize((60, 72)))
    crowd = np.tile(face, (10, 20, 1))
    regions, skipped = finder.detect(Frame(0, 0.0, crowd), 512)
    assert len(regions) == 200
    assert skipped == []
    regions, skipped = finder.detect(Frame(0, 0.0, crowd), 150)
    assert (len(regions), len(skipped)) == (150, 50)
    assert (
        optional_sentence(skipped[0].reason)
        == "More than 150 faces were found; this one is among the weakest detections."
    )
    assert skipped[0].box is not None


def test_the_whole_picture_is_one_face():
    pixels = np.zeros((30, 50, 3), np.uint8)
    face = whole_frame_region(Frame(0, 0.0, pixels))
    assert face.box == face.crop_box == Box(0, 0, 50, 30)
    np.testing.assert_array_equal(face.crop, pixels)


def test_overlap_of_boxes():
    assert iou(Box(0, 0, 10, 10), Box(5, 0, 15, 10)) == pytest.approx(1 / 3)
    assert iou(Box(0, 0, 10, 10), Box(10, 0, 20, 10)) == 0


def test_a_finder_seeks_faces_at_the_sizes_it_is_told(portrait):
    frame = Frame(0, 0.0, portrait)
    (coarse,), _ = FaceDetector((320,)).detect(frame, 10)
    (fine,), _ = FaceDetector((1280, 320)).detect(frame, 10)
    assert coarse.box != fine.box
    assert iou(coarse.box, fine.box) > 0.7


def test_a_face_from_forehead_to_chin_is_found_with_a_border_and_ends_with_the_picture():
    """The face of this sample lies at (183, 119, 362, 338); what is left of it here has no outline."""
    hopper = np.asarray(Image.open(SAMPLES / "hopper.jpg").convert("RGB"))
    tight = np.ascontiguousarray(hopper[130:312, 205:340])
    assert FaceDetector(thorough=False).detect(Frame(0, 0.0, tight), 10) == ([], [])
    (face,), _ = FaceDetector().detect(Frame(0, 0.0, tight), 10)
    assert close(face.box, (0, 0, 135, 182), 6)
    left_eye, right_eye, nose, *mouth = face.landmarks
    assert left_eye[0] < nose[0] < right_eye[0] and left_eye[1] < nose[1] < min(corner[1] for corner in mouth)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_faces_of_a_turned_picture_are_found_with_the_same_crops_and_landmarks(finder, turns):
    group = np.asarray(Image.open(SAMPLES / "group.jpg").convert("RGB"))
    upright, _ = finder.detect(Frame(0, 0.0, group), 10)
    turned, _ = finder.detect(Frame(0, 0.0, np.ascontiguousarray(np.rot90(group, -turns))), 10)
    assert len(turned) == len(upright) == 4
    for face in turned:
        assert upright_turns(face.landmarks) == turns
        crop = np.rot90(face.crop, turns)
        assert any(np.array_equal(crop, other.crop) for other in upright)


@pytest.mark.parametrize("degrees", [45, 135, 225, 315])
def test_faces_between_two_quarter_turns_are_found(finder, degrees):
    group = Image.open(SAMPLES / "group.jpg").convert("RGB").rotate(-degrees, Image.Resampling.BICUBIC, expand=True)
    regions, _ = finder.detect(Frame(0, 0.0, np.asarray(group)), 10)
    assert len(regions) == 4
    for face in regions:
        assert abs((roll_angle(face.landmarks) - degrees + 180) % 360 - 180) < 15


def test_a_face_that_only_a_turned_picture_shows_is_found_there_alone(finder, portrait):
    pair = np.concatenate([portrait, portrait[::-1, ::-1]], axis=1)
    regions, _ = finder.detect(Frame(0, 0.0, pair), 10)
    assert [upright_turns(face.landmarks) for face in regions] == [0, 2]


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_faces_of_a_turned_frame_are_found_where_none_is_surely_upright(turns):
    group = np.asarray(Image.open(SAMPLES / "group.jpg").convert("RGB"))
    frames = FaceDetector((800, 320), thorough=False)
    regions, _ = frames.detect(Frame(0, 0.0, np.ascontiguousarray(np.rot90(group, -turns))), 10)
    assert [upright_turns(face.landmarks) for face in regions] == [turns] * 4


def test_a_frame_with_a_face_that_is_surely_upright_is_not_searched_again(monkeypatch, portrait):
    frames = FaceDetector((800, 320), thorough=False)
    monkeypatch.setattr(frames, "_search_turned", None)
    assert len(frames.detect(Frame(0, 0.0, portrait), 10)[0]) == 1
    with pytest.raises(TypeError):
        frames.detect(Frame(0, 0.0, np.ascontiguousarray(portrait[::-1])), 10)


def row(left, confidence, degrees):
    """Of a face of 10 × 10 pixels at `left`, turned clockwise."""
    angle = np.radians(degrees)
    marks = np.array([[-2, -2], [2, -2], [0, 0], [-2, 2], [2, 2]]) @ [
        [np.cos(angle), np.sin(angle)],
        [-np.sin(angle), np.cos(angle)],
    ]
    return np.float32([left, 0, left + 10, 10, confidence, *(marks + np.array([left + 5, 5])).ravel()])


def test_a_lying_find_gives_way_to_one_of_a_turned_picture_and_an_upright_one_to_a_stronger_one():
    lying, upright = row(0, 0.9, 60), row(30, 0.6, 10)
    found = _with_turned(np.stack([lying, upright]), np.stack([row(1, 0.5, 90), row(31, 0.5, 90), row(60, 0.7, 90)]))
    np.testing.assert_array_equal(found[:, 4], np.float32([0.7, 0.6, 0.5]))
    alone = _with_turned(np.stack([lying, upright]), np.stack([row(60, 0.7, 90)]))
    np.testing.assert_array_equal(alone[:, 4], np.float32([0.9, 0.7, 0.6]))
    nothing = np.empty((0, 15), np.float32)
    assert len(_with_turned(nothing, nothing)) == 0


@pytest.mark.parametrize("wide", [False, True])
def test_faces_of_a_very_tall_or_wide_picture_are_found_at_their_size(finder, portrait, wide):
    face = np.asarray(Image.fromarray(portrait[:, 100:400]).resize((300, 512)))
    strip = np.full((12_000, 1080, 3), 128, np.uint8)
    tops = (300, 4700, 5400, 11_400)
    for top in tops:
        strip[top : top + 512, 200:500] = face
    if wide:
        strip = np.ascontiguousarray(np.rot90(strip, -1)[:, ::-1])  # faces lie
    regions, _ = finder.detect(Frame(0, 0.0, strip), 10)
    along = sorted((face.box.left if wide else face.box.top) for face in regions)
    assert np.allclose(along, np.add(tops, 58), atol=12)
