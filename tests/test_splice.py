"""Splicing: pieces of a donor's face fitted into a portrait."""

import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.splice import PIECES, SETS, _near_in_color, _similarity, splice


@pytest.fixture(scope="module")
def people():
    return sitters()


def test_the_shares_of_the_sets_add_up_to_one_and_name_pieces():
    assert sum(share for _, share in SETS) == pytest.approx(1)
    assert {piece for pieces, _ in SETS for piece in pieces} == set(PIECES)


def test_a_similarity_is_found_again():
    points = np.float32([[0, 0], [4, 0], [4, 2], [1, 5]])
    doubled_and_turned = points @ np.float32([[0, 2], [-2, 0]]) + np.float32([10, 20])
    np.testing.assert_allclose(_similarity(points, doubled_and_turned), [[0, -2, 10], [2, 0, 20]], atol=1e-5)


def test_every_set_comes_up_and_its_mask_lies_on_its_pieces(people):
    target = people[0]
    seen = set()
    for seed in range(60):
        forgery = splice(target, people[1:], np.random.default_rng(seed))
        pieces = forgery.how.removeprefix("spliced ").split(", colors")[0].split(", ")
        seen.add(tuple(pieces))
        for piece in pieces:
            x, y = target.mesh[list(PIECES[piece])].mean(axis=0).round().astype(int)
            assert forgery.mask[y, x] > 0.5
    assert len(seen) >= 8


def test_the_piece_is_the_donors(people):
    """A donor of one plain color leaves plain pieces."""
    plain = FaceImage(np.full_like(people[1].image, (60, 190, 60)), people[1].mesh)
    for seed in range(20):
        forgery = splice(people[0], [plain], np.random.default_rng(seed))
        inside = forgery.mask > 0.99
        if inside.any():
            flat, before = (
                picture[inside].astype(float).std(axis=0).mean() for picture in (forgery.image, people[0].image)
            )
            assert flat < before


def test_colors_move_by_the_strength():
    rng = np.random.default_rng(1)
    image, reference = rng.integers(90, 110, (30, 30, 3), np.uint8), rng.integers(140, 160, (30, 30, 3), np.uint8)
    where = np.ones((30, 30), bool)
    full, half, none = (_near_in_color(image, reference, where, strength) for strength in (1.0, 0.5, 0.0))
    assert full.mean() == pytest.approx(reference.mean(), abs=2)
    assert half.mean() == pytest.approx((image.mean() + reference.mean()) / 2, abs=3)
    assert none.mean() == pytest.approx(image.mean(), abs=1)


def test_a_face_outside_its_picture_is_left_alone(people):
    outside = FaceImage(people[0].image, people[0].mesh + 5000)
    forgery = splice(outside, people[1:], np.random.default_rng(0))
    np.testing.assert_array_equal(forgery.image, outside.image)
    assert not forgery.mask.any()
