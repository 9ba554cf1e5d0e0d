"""Polygon-hull swaps: convex masks with few corners, a face warped onto the target's points."""

import cv2
import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.hull_swap import OUTLINES, hull_swap


@pytest.fixture(scope="module")
def people():
    return sitters()


@pytest.fixture(scope="module")
def swaps(people):
    return [hull_swap(people[1], people, np.random.default_rng(seed)) for seed in range(20)]


def test_every_outline_comes_up(swaps):
    assert {swap.how.removeprefix("hull swap, ") for swap in swaps} == set(OUTLINES)


def test_the_mask_is_one_convex_polygon(swaps):
    for swap in swaps:
        inside = (swap.mask > 0.5).astype(np.uint8)
        contours, _ = cv2.findContours(inside, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        assert len(contours) == 1
        assert cv2.contourArea(contours[0]) > 0.96 * cv2.contourArea(cv2.convexHull(contours[0]))


def test_edges_are_hard_or_hardly_softened(people, swaps):
    """Seen from the area: the soft rim over the length of the outline is its width in pixels."""
    side = float(np.ptp(people[1].mesh, axis=0).max())
    widths = []
    for swap in swaps:
        contours, _ = cv2.findContours((swap.mask > 0.5).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        rim = ((swap.mask > 0) & (swap.mask < 1)).sum()
        widths.append(rim / cv2.arcLength(contours[0], True))
    assert min(widths) < 2
    assert 3 < max(widths) < 0.12 * side


def test_the_target_gives_its_shape_and_the_donor_its_face(people):
    """A donor with a bright bar across its eyes: the bar comes to the target's eyes."""
    target, donor = people[0], people[2]
    marked = donor.image // 2
    left, right = donor.mesh[[33, 263]]
    cv2.line(marked, left.round().astype(int).tolist(), right.round().astype(int).tolist(), (255, 255, 255), 9)
    swap = hull_swap(target, [FaceImage(marked, donor.mesh)], np.random.default_rng(1))
    gray = swap.image.mean(axis=2)
    x, y = target.mesh[[160, 153, 168, 385, 373]].mean(axis=0).round().astype(int)  # between the eyes
    cheek_x, cheek_y = target.mesh[205].round().astype(int)
    assert gray[y, x] > gray[cheek_y, cheek_x] + 25
