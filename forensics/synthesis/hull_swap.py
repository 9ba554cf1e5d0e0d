"""Polygon-hull swaps: FaceSwap (Kowalski, 2016), one of the four attacks of FaceForensics++.

The donor's face is warped triangle by triangle onto the target's points and cut out along the convex polygon of jaw and
brows; colors are matched in part, and the edge is hard or hardly softened.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.faces.landmarks import FACE_OVAL, INNER_FACE
from forensics.synthesis.color_match import adapt_colors
from forensics.synthesis.compositing import alpha_composite, face_window
from forensics.synthesis.degradation import degrade_source, match_grain
from forensics.synthesis.donors import MARGIN, choose_donor
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import odd_kernel_size
from forensics.synthesis.warp import warp_triangles

JAW_AND_BROWS = (*FACE_OVAL[8:29], 70, 63, 105, 66, 107, 336, 296, 334, 293, 300)
OUTLINES = {"jaw and brows": JAW_AND_BROWS, "inner face": INNER_FACE, "whole face": FACE_OVAL}

GRAIN_SHARE = 0.25
"""Share of forgeries with matched grain: rarer than by hand, the program does not do it."""


def hull_swap(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    """Lay another person's face, warped onto the target's landmarks, into a polygon."""
    donor = choose_donor(target, donors, generator)
    window = face_window(target, MARGIN)
    near = window.cut(target)
    outline = str(generator.choice(list(OUTLINES), p=[0.6, 0.25, 0.15]))
    mask = _polygon(near, outline, generator)
    solid = mask >= mask.max() / 2
    source = warp_triangles(FaceImage(degrade_source(donor.image, generator), donor.mesh), near.mesh, *mask.shape)
    source = adapt_colors(source, near.image, solid, generator)
    if generator.random() < GRAIN_SHARE:
        source = match_grain(source, near.image, generator)
    return window.put_back(Forgery(alpha_composite(source, near.image, mask), mask, f"hull swap, {outline}"), target)


def _polygon(face: FaceImage, outline: str, generator: np.random.Generator) -> NDArray[np.float32]:
    """(h, w) float32: the convex hull of some of the outline's points, with an edge of one to a few pixels."""
    points = face.mesh[list(OUTLINES[outline])]
    middle = points.mean(axis=0)
    points = (points - middle) * np.float32(generator.uniform(0.86, 0.97)) + middle  # the mesh's jaw is often too wide
    corners = cv2.convexHull(points)[:, 0]
    corners = corners[:: int(generator.integers(1, 3))]
    canvas = np.zeros(face.image.shape[:2], np.uint8)
    cv2.fillConvexPoly(canvas, (corners * 16).round().astype(np.int32), 255, cv2.LINE_AA, shift=4)
    mask = canvas.astype(np.float32) / np.float32(255)
    if generator.random() < 0.35:
        return mask
    edge = odd_kernel_size(generator.uniform(0.015, 0.08) * float(np.ptp(face.mesh, axis=0).max()))
    return np.clip(cv2.GaussianBlur(mask, (edge, edge), 0), 0, 1)
