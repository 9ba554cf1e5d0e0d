import numpy as np
import pytest

from forensics.faces.orientation import roll_angle, turn_back, upright_turns

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
