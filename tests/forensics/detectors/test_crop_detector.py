"""A face is seen upright, and what a network says of it lies in the crop as the picture has it."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from small_detector import small_detector

from explain.methods.face_input import face_input
from explain.targets import target_score
from forensics.analysis.robustness import rescore
from forensics.detectors.letterbox import undo_letterbox
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.faces.detection import crop_region
from forensics.faces.orientation import straightened, undo_straightened
from forensics.types.analysis import Box, Frame

UPRIGHT = np.array([[60, 50], [100, 50], [80, 70], [65, 95], [95, 95]], np.float32)


def face_in(turns, size=(150, 170)):
    """A face region of a random picture turned counterclockwise `turns` times, cut by the picture's right border."""
    height, width = size
    pixels = np.random.default_rng(4).integers(0, 256, (height, width, 3), np.uint8)
    frame = Frame(0, 0.0, np.ascontiguousarray(np.rot90(pixels, turns)))
    upright = crop_region(Frame(0, 0.0, pixels), 1, Box(90, 30, 165, 110), 0.9, UPRIGHT + np.float32([45, 0]))
    x, y = upright.landmarks.T
    marks, cut, box = (x, y), upright.crop_box, upright.box
    corners = [(box.left, box.top), (box.right, box.bottom)]
    for _ in range(turns):
        marks = (marks[1], width - marks[0])
        corners = [(below, width - across) for across, below in corners]
        height, width = width, height
    (left, right), (top, bottom) = (sorted(edge) for edge in zip(*corners, strict=True))
    region = crop_region(frame, 1, Box(left, top, right, bottom), 0.9, np.stack(marks, axis=1).astype(np.float32))
    assert cut.width != cut.height
    return frame, region, upright


@pytest.mark.parametrize("turns", range(4))
def test_a_turned_face_is_seen_upright(turns):
    _, region, upright = face_in(turns)
    detector = small_detector()
    np.testing.assert_array_equal(np.rot90(region.crop, -turns), upright.crop)
    for seen, wanted in zip(detector.preprocess([region]), detector.preprocess([upright]), strict=True):
        assert torch.equal(seen, wanted)


@pytest.mark.parametrize("turns", range(4))
def test_its_finding_lies_in_the_crop_as_the_picture_has_it(turns):
    _, region, upright = face_in(turns)
    detector = small_detector()
    (found,), (wanted,) = detector.score([region]), detector.score([upright])
    assert found.fake_score == wanted.fake_score
    assert found.mask.shape == region.crop.shape[:2]
    np.testing.assert_array_equal(found.mask, np.rot90(wanted.mask, turns))
    np.testing.assert_array_equal(found.reconstruction, np.rot90(wanted.reconstruction, turns))


@pytest.mark.parametrize("turns", range(4))
def test_its_explanation_does_too(turns):
    _, region, upright = face_in(turns)
    found, wanted = face_input(small_detector(), region), face_input(small_detector(), upright)
    square = np.random.default_rng(1).random((16, 16), np.float32)
    windows = np.random.default_rng(2).random(wanted.window_places.shape[1:], np.float32)
    np.testing.assert_array_equal(found.square_to_crop(square), np.rot90(wanted.square_to_crop(square), turns))
    np.testing.assert_allclose(
        found.windows_to_crop(windows), np.rot90(wanted.windows_to_crop(windows), turns), atol=1e-5
    )
    gone = np.random.default_rng(3).random((2, *upright.crop.shape[:2])) < 0.5
    for seen, same in zip(found.replaced(np.rot90(gone, turns, (1, 2))), wanted.replaced(gone), strict=True):
        torch.testing.assert_close(seen, same, atol=0.02, rtol=0)  # a place between two pixels may go to either


def tilted_face():
    """A face tilted by 35 degrees, in a picture of noise."""
    angle = np.radians(35)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    marks = ((UPRIGHT - (80, 70)) @ turn.T + (80, 70)).astype(np.float32)
    pixels = np.random.default_rng(4).integers(0, 256, (150, 170, 3), np.uint8)
    return crop_region(Frame(0, 0.0, pixels), 1, Box(42, 32, 118, 108), 0.9, marks)


def test_a_tilted_face_is_seen_straight_and_its_windows_as_they_lie():
    region, detector = tilted_face(), small_detector()
    seen = detector.preprocess([region])
    straight = straightened(region.crop, region.landmarks)
    assert not np.array_equal(straight, region.crop)
    for crop, view in ((straight, "squares"), (region.crop, "windows")):
        wanted = detector.preprocess([replace(region, crop=crop, landmarks=None)])
        assert torch.equal(getattr(seen, view), getattr(wanted, view))


def test_the_finding_of_a_tilted_face_lies_in_the_crop_as_it_is():
    region, detector = tilted_face(), small_detector()
    (found,), side = detector.score([region]), len(region.crop)
    output = detector.network(detector.preprocess([region]))
    straight = undo_letterbox(output.mask_logits[0, 0].sigmoid().detach().numpy(), side, side)
    np.testing.assert_allclose(found.mask, undo_straightened(straight, side, side, region.landmarks), atol=1e-5)
    assert found.mask[0, 0] == 0  # this corner the network has not seen
    np.testing.assert_array_equal(found.reconstruction[0, 0], region.crop[0, 0])
    middle = slice(side // 2 - 3, side // 2 + 3)
    assert not np.array_equal(found.reconstruction[middle, middle], region.crop[middle, middle])


def test_the_explanation_of_a_tilted_face_lies_in_the_crop_as_it_is():
    region = tilted_face()
    seen, side = face_input(small_detector(), region), len(region.crop)
    places = seen.square_places.numpy()
    square = np.zeros(places.shape[1:], np.float32)
    square[3, 10] = 1
    row, column = np.unravel_index(seen.square_to_crop(square).argmax(), (side, side))
    assert np.abs(np.array([row, column]) + 0.5 - places[:, 3, 10]).max() < 1.5 * side / len(square)
    gone = np.ones((1, side, side), bool)
    for replaced, baseline in zip(seen.replaced(gone), seen.baseline, strict=True):
        assert torch.equal(replaced, baseline)
    windows = np.random.default_rng(2).random(seen.window_places.shape[1:], np.float32)
    assert seen.windows_to_crop(windows).sum() == pytest.approx(windows.sum(), rel=1e-4)


def test_a_place_in_a_corner_that_is_not_seen_is_no_target():
    region, detector = tilted_face(), small_detector()
    (finding,) = detector.score([region])
    with pytest.raises(ExplanationError) as raised:
        target_score(detector.network, finding, "region", Box(0, 0, 2, 2), 16)
    assert raised.value.code == ExplanationCode.NO_REGION


def test_a_turned_face_is_scored_again_upright():
    seen = []
    detector = small_detector()
    frame, region, _ = face_in(2)
    (finding,) = detector.score([region])

    class Watching:
        card = detector.card

        def predict_scores(self, regions, _tick):
            seen.extend(regions)
            return detector.predict_scores(regions)

    rescore(Watching(), frame, [finding])
    assert len(seen) >= 3
    assert all(np.array_equal(again.landmarks, region.landmarks) for again in seen)
