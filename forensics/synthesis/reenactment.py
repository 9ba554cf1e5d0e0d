"""Reenactment: another expression on the same face.

After Face2Face (Thies et al., CVPR 2016), without a 3-D model: points of the mesh around mouth, eyes and brows are
moved, the picture follows them smoothly, and what moved is rendered anew. The identity stays; what is left behind is a
resampled, slightly softer and differently colored region with a smooth edge.
"""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.compositing import alpha_composite, face_window
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import hull_mask, odd_kernel_size

UPPER_LIP = (185, 40, 39, 37, 0, 267, 269, 270, 409, 191, 80, 81, 82, 13, 312, 311, 310, 415)
LOWER_LIP = (146, 91, 181, 84, 17, 314, 405, 321, 375, 95, 88, 178, 87, 14, 317, 402, 318, 324)
MOUTH_CORNERS = (61, 78, 291, 308)
LIPS = (*UPPER_LIP, *LOWER_LIP, *MOUTH_CORNERS)
CHIN = (18, 83, 182, 313, 406, 200, 201, 421, 199, 208, 428, 175, 171, 396, 152, 148, 377)
INNER_UPPER_LIP = (191, 80, 81, 82, 13, 312, 311, 310, 415)
INNER_LOWER_LIP = (95, 88, 178, 87, 14, 317, 402, 318, 324)
UPPER_LIDS = (161, 160, 159, 158, 157, 388, 387, 386, 385, 384)
LOWER_LIDS = (163, 144, 145, 153, 154, 390, 373, 374, 380, 381)
BROWS = (70, 63, 105, 66, 107, 46, 53, 52, 65, 55, 336, 296, 334, 293, 300, 285, 295, 282, 283, 276)
INNER_BROWS = (107, 55, 66, 65, 336, 285, 296, 295)
"""Indices of the mesh. Those of a lid, and of the inner lips, lie in the same order above and below."""

GRID = 128
"""Cells along the window's longer side in which points are gathered: one is about a hundredth of the face."""

REACH = 3.0
"""How far a point takes the skin along, in cells: the points of the mesh lie some three cells apart."""

HOLD = 0.004
"""Weight of "nothing moves" where no point lies near, of a sum of weights that is some 0.05 amid the mesh."""

Move = Callable[[NDArray[np.float32], float], NDArray[np.float32]]
"""From the mesh upright in units of the face's height, (468, 2) with y upwards, and a strength in [-1, 1], to the
displacement of every point in the same frame."""


def _displaced(points: Sequence[int], by: NDArray[np.float32] | tuple[float, float]) -> NDArray[np.float32]:
    shift = np.zeros((468, 2), np.float32)
    shift[list(points)] = by
    return shift


def _jaw(mesh: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Open the mouth; a negative strength closes it as far as it is open."""
    corner = np.abs(mesh[[61, 291], 0]).max()
    gap = (mesh[list(INNER_UPPER_LIP), 1] - mesh[list(INNER_LOWER_LIP), 1]).mean()
    drop = strength * (0.06 if strength > 0 else max(float(gap), 0.0))
    middle = np.clip(1 - (mesh[:, 0] / max(float(corner), 1e-3)) ** 2, 0, 1)[:, None]
    lip = _displaced(LOWER_LIP, (0, -drop)) * middle
    return lip + _displaced(CHIN, (0, -0.6 * drop))


def _smile(mesh: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Draw the corners of the mouth out and up, or in and down."""
    out = np.clip(mesh[list(LIPS), 0] / 0.2, -1, 1)
    return _displaced(LIPS, np.column_stack([0.045 * strength * out, 0.03 * strength * out**2]))


def _shift(mesh: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Move the mouth sideways."""
    return _displaced(LIPS, (0.04 * strength, 0))


def _lips(mesh: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Make the lips fuller or thinner."""
    middle = mesh[list(LIPS)].mean(axis=0)
    return _displaced(LIPS, (mesh[list(LIPS)] - middle) * [0.05, 0.3] * np.float32(strength))


def _lids(mesh: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Widen the eyes, or close them by up to three quarters."""
    opening = mesh[list(UPPER_LIDS)] - mesh[list(LOWER_LIDS)]
    factor = strength * (0.3 if strength > 0 else 0.75)
    return _displaced(UPPER_LIDS, 0.8 * factor * opening) + _displaced(LOWER_LIDS, -0.2 * factor * opening)


def _brows(mesh: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Raise or lower the brows."""
    return _displaced(BROWS, (0, 0.035 * strength))


def _frown(mesh: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Draw the inner ends of the brows together and down, or apart and up."""
    inwards = -np.sign(mesh[list(INNER_BROWS), 0])
    return _displaced(
        INNER_BROWS, np.column_stack([0.02 * strength * inwards, np.full(len(inwards), -0.025 * strength)])
    )


MOVES: dict[str, dict[str, Move]] = {
    "lower face": {"jaw": _jaw, "smile": _smile, "mouth shift": _shift, "lips": _lips},
    "eyes": {"lids": _lids, "brows": _brows, "frown": _frown},
}
"""What can be moved in each region of `hull.PARTS`."""

REGIONS = (("lower face",), ("eyes",), ("lower face", "eyes"))
REGION_SHARES = (0.5, 0.2, 0.3)


def reenactment(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    """Move mouth, eyes or both, and render them anew. The donors are not needed."""
    window = face_window(target, 0.15)
    face = window.cut(target)
    regions = REGIONS[generator.choice(len(REGIONS), p=REGION_SHARES)]
    upright, to_pixels = _upright(face.mesh)
    shift, done = np.zeros((468, 2), np.float32), []
    for region in regions:
        names = list(MOVES[region])
        for name in generator.choice(names, generator.integers(1, 3), replace=False):
            strength = float(generator.uniform(0.4, 1) * generator.choice([-1, 1]))
            shift += MOVES[region][str(name)](upright, strength)
            done.append(f"{name} {strength:+.1f}")
    mask = _soft_mask(face, regions, generator)
    moved = face.mesh + shift @ to_pixels
    rendered = _render(_warp(face, moved, mask), generator)
    rendered = _darken_gap(rendered, face.mesh, moved)
    forged = Forgery(
        alpha_composite(rendered, face.image, mask), mask, f"reenacted {' and '.join(regions)}: {', '.join(done)}"
    )
    return window.put_back(forged, target)


def _upright(mesh: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mesh with the middle of the mouth and nose on x = 0, y upwards, in units of the face's height; and the (2, 2)
    matrix that takes displacements (as rows) back to pixels."""
    up = mesh[10] - mesh[152]
    to_pixels = np.array(
        [[-up[1], up[0]], [up[0], up[1]]], np.float32
    )  # rows: one face height to the right, and upwards
    return ((mesh - mesh[[13, 14]].mean(axis=0)) @ np.linalg.pinv(to_pixels)).astype(np.float32), to_pixels


def _soft_mask(face: FaceImage, regions: Sequence[str], generator: np.random.Generator) -> NDArray[np.float32]:
    """The regions' hulls grown a little, with a smooth edge."""
    height, width = face.image.shape[:2]
    hull = np.maximum.reduce([hull_mask(face.mesh, region, height, width) for region in regions])
    side = float(np.ptp(face.mesh, axis=0).max())
    grown = odd_kernel_size(generator.uniform(0.01, 0.06) * side)
    edge = odd_kernel_size(generator.uniform(0.05, 0.14) * side)
    return np.clip(cv2.GaussianBlur(cv2.dilate(hull, np.ones((grown, grown), np.uint8)), (edge, edge), 0), 0, 1)


def _warp(face: FaceImage, moved: NDArray[np.float32], mask: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The picture with its mesh at `moved`, at rest where the mask is 0.

    Between the points the displacement is a normalized convolution (Knutsson & Westin, CVPR 1993): a sum of Gaussians
    at the points, over the sum of their weights.
    """
    height, width = mask.shape
    scale = GRID / max(height, width)
    rows, columns = max(2, round(height * scale)), max(2, round(width * scale))
    cells = (moved * scale).astype(int).clip(0, [columns - 1, rows - 1])
    gathered = np.zeros((rows, columns, 3), np.float32)
    np.add.at(gathered, (cells[:, 1], cells[:, 0]), np.column_stack([face.mesh - moved, np.ones(468)]))
    spread = cv2.GaussianBlur(gathered, (0, 0), REACH)
    field = cv2.resize(spread[..., :2] / (spread[..., 2:] + HOLD), (width, height), interpolation=cv2.INTER_CUBIC)
    field *= mask[..., None]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return cv2.remap(face.image, x + field[..., 0], y + field[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def _render(image: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.float32]:
    """What a renderer gives back: a little softer, or sharpened to hide that, and a little off in color."""
    pixels = image.astype(np.float32)
    soft = cv2.GaussianBlur(pixels, (0, 0), generator.uniform(0.4, 1.1))
    pixels = soft if generator.random() < 0.6 else pixels + (pixels - soft) * np.float32(generator.uniform(0, 0.9))
    gain = 1 + generator.uniform(-0.05, 0.05) + generator.uniform(-0.025, 0.025, 3)
    return pixels * gain.astype(np.float32) + generator.uniform(-4, 4, 3).astype(np.float32)


def _darken_gap(
    image: NDArray[np.float32], mesh: NDArray[np.float32], moved: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Where the lips part further than they did, no picture shows the inside: below the upper teeth it is dark."""
    upper, lower = list(INNER_UPPER_LIP), list(INNER_LOWER_LIP)
    before, after = (float(np.linalg.norm(points[upper] - points[lower], axis=1).mean()) for points in (mesh, moved))
    if after - before < 1:  # less than a pixel
        return image
    new = (after - before) / after  # share of the opening
    edge = moved[lower] + new * (moved[upper] - moved[lower])
    gap = np.zeros(image.shape[:2], np.float32)
    cv2.fillPoly(gap, [np.concatenate([edge, moved[lower[::-1]]]).round().astype(np.int32)], 1.0)
    gap = cv2.GaussianBlur(gap, (0, 0), 0.6 + 0.15 * (after - before))
    return image * (1 - np.float32(0.65) * gap[..., None])
