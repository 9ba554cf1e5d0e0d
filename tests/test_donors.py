import numpy as np
import pytest

from forensics.errors import TrainingError
from forensics.synthesis.donors import choose_donor, shape_distances
from forensics.synthesis.forgery import FaceImage


def sitter(mesh: np.ndarray, gray: int = 128) -> FaceImage:
    return FaceImage(np.full((100, 100, 3), gray, np.uint8), mesh.astype(np.float32))


def face(side: float = 60, seed: int = 0, bend: float = 0.0) -> np.ndarray:
    """468 points of chance around the middle of a picture of 100 pixels; bend moves them each its own way."""
    points = np.random.default_rng(0).uniform(-0.5, 0.5, (468, 2))
    return 50 + side * (points + bend * np.random.default_rng(seed).normal(size=(468, 2)))


def test_shift_turn_and_scale_do_not_count():
    mesh = face()
    turn = np.array([[0, -1], [1, 0]])  # a right angle
    distances = shape_distances(mesh, np.stack([mesh, mesh * 3 + 7, mesh @ turn.T]))
    np.testing.assert_allclose(distances, 0, atol=1e-6)


def test_a_square_is_further_from_a_long_rectangle_than_from_a_short_one():
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    short, long = square * (2, 1), square * (9, 1)
    # corners x + iy: <square, rectangle> = (w + h) / sqrt(2 (w² + h²)); for 2:1 3/sqrt(10), for 9:1 10/sqrt(164)
    np.testing.assert_allclose(
        shape_distances(square, np.stack([short, long])), [np.sqrt(1 - 9 / 10), np.sqrt(1 - 100 / 164)]
    )


def test_the_target_is_never_its_own_donor():
    target, other = sitter(face()), sitter(face(bend=0.2, seed=1), gray=60)
    for seed in range(5):
        donor = choose_donor(target, [target, other, FaceImage(target.image, target.mesh)], np.random.default_rng(seed))
        assert donor.image.max() == 60


def test_nobody_else_is_an_error():
    target = sitter(face())
    for donors in ([], [target]):
        with pytest.raises(TrainingError, match="another person's face"):
            choose_donor(target, donors, np.random.default_rng(0))


def test_those_alike_in_shape_are_taken_whatever_their_color():
    near = [sitter(face(bend=0.01, seed=i), gray=200) for i in range(1, 13)]
    far = [sitter(face(bend=0.5, seed=i), gray=128) for i in range(1, 13)]  # of the target's own color
    chosen = [choose_donor(sitter(face()), far + near, np.random.default_rng(seed)) for seed in range(10)]
    assert {int(donor.image.max()) for donor in chosen} == {200}


def test_of_those_alike_in_shape_the_three_nearest_in_color_are_drawn_from():
    people = [sitter(face(bend=0.01, seed=i), gray=128 + 10 * i) for i in range(1, 11)]
    chosen = [choose_donor(sitter(face()), people, np.random.default_rng(seed)) for seed in range(30)]
    assert {int(donor.image.max()) for donor in chosen} == {138, 148, 158}


def test_small_faces_are_the_last_resort():
    target, small, large = sitter(face(60)), sitter(face(30, bend=0.01), gray=1), sitter(face(50, bend=0.4), gray=2)
    assert choose_donor(target, [small, large], np.random.default_rng(0)).image.max() == 2
    assert choose_donor(target, [small], np.random.default_rng(0)).image.max() == 1


def test_the_donor_is_cut_out_with_its_surroundings():
    donor = choose_donor(sitter(face()), [sitter(face(40, bend=0.001))], np.random.default_rng(0))
    height, width = donor.image.shape[:2]
    assert 60 <= width <= 68 and 60 <= height <= 68  # 40 and 30 % of it on each side
    assert np.abs(donor.mesh.mean(axis=0) - (width / 2, height / 2)).max() < 3
