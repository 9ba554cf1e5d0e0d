import numpy as np
import pytest

from forensics.faces.orientation import (
    MAX_TILT,
    quarter_turned,
    remaining_tilt,
    roll_angle,
    straightened,
    straightened_size,
    turn_back,
    undo_straightened,
    upright_turns,
)

UPRIGHT = np.array([[30, 20], [50, 20], [40, 30], [32, 45], [48, 45]], np.float32)


def turned(points, degrees):
    """Clockwise, as seen in the picture, around (40, 30)."""
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return ((points - (40, 30)) @ turn.T + (40, 30)).astype(np.float32)


@pytest.mark.parametrize("degrees", [0, 20, -44, 90, 135, -135, 179])
def test_the_roll_of_a_face_is_measured_clockwise_from_upright(degrees):
    assert roll_angle(turned(UPRIGHT, degrees)) == pytest.approx(degrees, abs=1e-3)


@pytest.mark.parametrize(
    ("degrees", "turns"),
    [(0, 0), (44, 0), (-44, 0), (46, 1), (90, 1), (134, 1), (136, 2), (180, 2), (-134, 3), (-46, 3)],
)
def test_so_many_quarter_turns_bring_a_face_nearest_to_upright(degrees, turns):
    assert upright_turns(turned(UPRIGHT, degrees)) == turns


def test_a_face_without_landmarks_or_with_all_in_one_point_stays_as_it_is():
    assert upright_turns(None) == 0
    assert upright_turns(np.full((5, 2), 7, np.float32)) == 0


@pytest.mark.parametrize("turns", range(4))
def test_points_of_a_turned_picture_come_back(turns):
    picture = np.zeros((30, 50), np.uint8)
    picture[7, 11] = 1
    y, x = np.argwhere(np.rot90(picture, turns))[0] + 0.5
    np.testing.assert_allclose(turn_back(np.array([[x, y]], np.float32), turns, 30, 50), [[11.5, 7.5]])


@pytest.mark.parametrize(
    ("degrees", "left"), [(0, 0), (MAX_TILT - 1, 0), (MAX_TILT + 1, MAX_TILT + 1), (55, -35), (-130, -40), (179, 0)]
)
def test_what_quarter_turns_leave_of_a_tilt_is_straightened_if_it_is_much(degrees, left):
    assert remaining_tilt(turned(UPRIGHT, degrees)) == pytest.approx(left, abs=1e-3)
    assert remaining_tilt(None) == 0


def disc_at(x, y, height, width):
    """A soft bright disc, (height, width) float32 in [0, 1]."""
    rows, columns = np.mgrid[0.5:height, 0.5:width]
    return np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / 50).astype(np.float32)


def center(picture):
    rows, columns = np.mgrid[0.5 : picture.shape[0], 0.5 : picture.shape[1]]
    return np.array([(columns * picture).sum(), (rows * picture).sum()]) / picture.sum()


@pytest.mark.parametrize("degrees", [32, -40, 55, 125, -145])
@pytest.mark.parametrize(("height", "width"), [(120, 120), (120, 90), (90, 120)])
def test_a_tilted_face_is_straightened_about_the_middle_of_its_crop_and_brought_back(degrees, height, width):
    """A disc 20 pixels above the middle of the upright face, turned with it."""
    marks, angle = turned(UPRIGHT, degrees), np.radians(degrees)
    middle = np.array([width / 2, height / 2])
    crop = disc_at(*(middle + 20 * np.array([np.sin(angle), -np.cos(angle)])), height, width)
    upright = straightened(crop, marks)
    assert upright.shape == (120, 120) == straightened_size(height, width, marks)
    np.testing.assert_allclose(center(upright[:80, 20:100]), [40, 40], atol=0.2)
    back = undo_straightened(upright, height, width, marks)
    assert back.shape == crop.shape
    np.testing.assert_allclose(back, crop, atol=0.05)


def test_corners_that_straightening_cuts_off_come_back_empty():
    marks = turned(UPRIGHT, 45)
    back = undo_straightened(straightened(np.ones((100, 100), np.float32), marks), 100, 100, marks)
    assert back[50, :].min() > 0.99
    assert [back[0, 0], back[0, -1], back[-1, 0], back[-1, -1]] == [0, 0, 0, 0]


@pytest.mark.parametrize("degrees", [0, 20, 90, -170])
def test_little_tilts_are_left_so_that_no_pixel_changes(degrees):
    crop = np.random.default_rng(0).integers(0, 256, (40, 30, 3), np.uint8)
    marks = turned(UPRIGHT, degrees)
    upright = straightened(crop, marks)
    np.testing.assert_array_equal(upright, np.rot90(crop, upright_turns(marks)))
    np.testing.assert_array_equal(upright, quarter_turned(crop, marks))
    assert upright.shape[:2] == straightened_size(40, 30, marks)
