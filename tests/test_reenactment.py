"""Reenactment: every move does to the mesh what its name says, and the picture follows."""

import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.hull import hull_mask
from forensics.synthesis.reenactment import MOVES, _darken_gap, _upright, _warp, reenactment

ALL_MOVES = [(region, name) for region, moves in MOVES.items() for name in moves]


@pytest.fixture(scope="module")
def face():
    return sitters()[0]


def moved(face: FaceImage, region: str, name: str, strength: float) -> np.ndarray:
    upright, to_pixels = _upright(face.mesh)
    return face.mesh + MOVES[region][name](upright, strength) @ to_pixels


def distance(mesh: np.ndarray, first: int, second: int) -> float:
    return float(np.linalg.norm(mesh[first] - mesh[second]))


@pytest.mark.parametrize(
    ("region", "name", "points"),
    [
        ("lower face", "jaw", (13, 14)),  # the inner lips
        ("lower face", "smile", (61, 291)),  # the corners of the mouth
        ("lower face", "lips", (0, 13)),  # edges of the upper lip
        ("eyes", "lids", (159, 145)),  # of the left eye
        ("eyes", "brows", (105, 159)),  # brow and lid
    ],
)
def test_a_positive_strength_parts_the_points_and_a_negative_one_brings_them_together(face, region, name, points):
    now = distance(face.mesh, *points)
    assert distance(moved(face, region, name, 1), *points) > 1.03 * now
    assert distance(moved(face, region, name, -1), *points) < 0.97 * now


def test_a_closed_jaw_closes_an_open_mouth_and_no_further(face):
    closed = moved(face, "lower face", "jaw", -1)
    assert distance(face.mesh, 13, 14) > 3
    assert distance(closed, 13, 14) < 0.5 * distance(face.mesh, 13, 14)
    assert closed[14, 1] > closed[13, 1] - 1


def test_the_mouth_shifts_sideways_by_four_hundredths_of_the_face(face):
    shift = moved(face, "lower face", "mouth shift", 1) - face.mesh
    assert np.linalg.norm(shift[13]) == pytest.approx(0.04 * distance(face.mesh, 10, 152), rel=1e-4)
    assert not shift[159].any()


@pytest.mark.parametrize("angle", [0, 90, 200])
def test_moves_turn_with_the_face(face, angle):
    """A turned face is moved as the upright one, turned."""
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    turn = np.float32([[cos, sin], [-sin, cos]])
    turned = FaceImage(face.image, face.mesh @ turn)
    for region, name in ALL_MOVES:
        straight = moved(face, region, name, 0.7) - face.mesh
        np.testing.assert_allclose(moved(turned, region, name, 0.7) - turned.mesh, straight @ turn, atol=1e-2)


def test_the_picture_follows_the_mesh_and_rests_outside_the_mask(face):
    mesh = face.mesh.copy()
    rows = np.arange(face.image.shape[0], dtype=np.uint8)
    slope = np.repeat(rows[:, None], face.image.shape[1], axis=1)[..., None].repeat(3, axis=2)
    mask = hull_mask(mesh, "face", *slope.shape[:2])
    same = _warp(FaceImage(slope, mesh), mesh, mask)
    lower = _warp(FaceImage(slope, mesh), mesh + np.float32([0, 5]), mask)
    np.testing.assert_array_equal(same, slope)
    np.testing.assert_array_equal(lower[mask == 0], slope[mask == 0])
    x, y = mesh[4].round().astype(int)
    assert int(lower[y, x, 0]) == pytest.approx(int(slope[y, x, 0]) - 5, abs=1)


def test_a_newly_opened_mouth_is_dark_above_the_lower_lip_and_an_unmoved_one_stays(face):
    white = np.full(face.image.shape, 200, np.float32)
    np.testing.assert_array_equal(_darken_gap(white, face.mesh, face.mesh), white)
    opened = moved(face, "lower face", "jaw", 1)
    darkened = _darken_gap(white, face.mesh, opened)
    x, y = opened[14].round().astype(int)
    assert darkened[y - 3, x, 0] < 120
    assert darkened[: y - 40].min() == 200


def test_every_move_comes_up_and_stays_in_its_region(face):
    made = [reenactment(face, [], np.random.default_rng(seed)) for seed in range(40)]
    for _, name in ALL_MOVES:
        assert any(f" {name} " in forgery.how for forgery in made)
    chin_to_brows = hull_mask(face.mesh, "face", *face.image.shape[:2])
    for forgery in made:
        assert forgery.how.startswith("reenacted ")
        assert (forgery.mask > 0.5)[chin_to_brows == 0].sum() < 0.1 * (forgery.mask > 0.5).sum()
