"""Retouching: what portrait editors do to a face without another person's picture.

Skin is smoothed, spots and features are painted over from their surroundings (Telea, 2004; Bertalmío et al., 2001),
parts are pinched or bulged, eyes and teeth brightened, patches of skin copied over others.
"""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.compositing import alpha_composite, face_window
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import hull_mask, odd_kernel_size

EYE_RINGS = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    (263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249),
)
INNER_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
LIPS = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
FEATURES = {
    "left brow": (70, 63, 105, 66, 107, 55, 65, 52, 53, 46),
    "right brow": (336, 296, 334, 293, 300, 276, 283, 282, 295, 285),
    "mouth": LIPS,
    "left eye": EYE_RINGS[0],
    "right eye": EYE_RINGS[1],
}
"""Outlines of what may be painted over whole."""

PINCHED = (4, 61, 291, 13, 152, 172, 397, 159, 386, 50, 280)
"""Points at whose place parts are pinched or bulged: nose, mouth, chin, jaw, eyes, cheeks."""

Step = Callable[[FaceImage, np.random.Generator], Forgery]


def retouch(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    """One step of retouching or two on each other. The donors are not needed."""
    window = face_window(target, 0.1)
    face = window.cut(target)
    names = list(STEPS)
    image, kept, done = face.image, np.ones(face.image.shape[:2], np.float32), []
    for name in generator.choice(names, generator.integers(1, 3), replace=False, p=list(SHARES.values())):
        step = STEPS[str(name)](FaceImage(image, face.mesh), generator)
        image, kept = step.image, kept * (1 - step.mask)
        done.append(step.how)
    return window.put_back(Forgery(image, 1 - kept, f"retouched: {', '.join(done)}"), target)


def _smooth_skin(face: FaceImage, generator: np.random.Generator) -> Forgery:
    """Take the fine texture from the skin, and leave the edges."""
    side = _side(face)
    mask = _soft(_skin(face), 0.04 * side)
    if generator.random() < 0.5:
        tone = generator.uniform(15, 45)  # differences in gray levels below which it smooths
        smooth = cv2.bilateralFilter(face.image, 7, tone, generator.uniform(0.01, 0.03) * side + 1)
        return Forgery(alpha_composite(smooth, face.image, mask), mask, "skin smoothed")
    pixels = face.image.astype(np.float32)
    low = cv2.GaussianBlur(pixels, (0, 0), generator.uniform(0.01, 0.03) * side + 0.5)
    high = pixels - low
    edges = 1 - np.exp(-((high / generator.uniform(12, 30)) ** 2))
    left = generator.uniform(0.05, 0.45)  # share of the texture that stays
    return Forgery(
        alpha_composite(low + high * (left + (1 - left) * edges), face.image, mask), mask, "skin texture evened"
    )


def _paint_spots(face: FaceImage, generator: np.random.Generator) -> Forgery:
    """Paint over some spots of the skin."""
    mask = np.zeros(face.image.shape[:2], np.uint8)
    places = np.argwhere(_skin(face))
    count = int(generator.integers(3, 9)) if len(places) else 0
    for y, x in places[generator.integers(0, max(len(places), 1), count)].tolist():
        mask |= _ellipse(face, (x, y), (0.012, 0.05), generator)
    return _inpaint(face, mask, f"{count} spots painted over", generator)


def _remove_feature(face: FaceImage, generator: np.random.Generator) -> Forgery:
    """Paint over a whole brow, eye or mouth."""
    name = str(generator.choice(list(FEATURES)))
    mask = _outline(face, FEATURES[name])
    grown = odd_kernel_size(generator.uniform(0.01, 0.05) * _side(face))
    return _inpaint(face, cv2.dilate(mask, np.ones((grown, grown), np.uint8)), f"{name} painted over", generator)


def _inpaint(face: FaceImage, mask: NDArray[np.uint8], how: str, generator: np.random.Generator) -> Forgery:
    """Fill from the surroundings; half of the time with grain, as retouchers add to hide it."""
    method = int(generator.choice([cv2.INPAINT_TELEA, cv2.INPAINT_NS]))
    filled = cv2.inpaint(face.image, mask, 3, method).astype(np.float32)
    if generator.random() < 0.5:
        grain = generator.normal(0, generator.uniform(1, 5), mask.shape)
        filled += grain[..., None].astype(np.float32)
    soft = mask.astype(np.float32)
    return Forgery(alpha_composite(filled, face.image, soft), soft, how)


def _liquify(face: FaceImage, generator: np.random.Generator) -> Forgery:
    """Pinch or bulge around one to three points."""
    height, width = face.image.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    shift, reach = np.zeros((height, width, 2), np.float32), np.zeros((height, width), np.float32)
    count = int(generator.integers(1, 4))
    for point in generator.choice(PINCHED, count, replace=False):
        radius = np.float32(generator.uniform(0.1, 0.22) * _side(face))
        away = np.dstack([x, y]) - face.mesh[point]
        falloff = np.clip(1 - (away**2).sum(axis=2, keepdims=True) / radius**2, 0, 1) ** 2
        amount = np.float32(generator.uniform(0.12, 0.4) * generator.choice([-1, 1]))
        shift += away * falloff * amount
        reach += falloff[..., 0] * radius * np.abs(amount)  # no pixel of the circle moves further
    moved = cv2.remap(face.image, x + shift[..., 0], y + shift[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    mask = np.clip(2 * reach, 0, 1)
    return Forgery(
        alpha_composite(moved, face.image, mask), mask, f"pinched or bulged at {count} place{'s' * (count > 1)}"
    )


def _brighten(face: FaceImage, generator: np.random.Generator) -> Forgery:
    """Make eyes and, in an open mouth, teeth lighter and less colored."""
    rings = np.maximum.reduce([_outline(face, ring) for ring in (*EYE_RINGS, INNER_LIPS)])
    mask = _soft(rings, 0.02 * _side(face))
    lab = cv2.cvtColor(face.image, cv2.COLOR_RGB2LAB).astype(np.float32)
    lab[..., 0] = np.clip(lab[..., 0] * generator.uniform(1.1, 1.35) + generator.uniform(0, 12), 0, 255)
    lab[..., 1:] = 128 + (lab[..., 1:] - 128) * generator.uniform(0.4, 0.9)
    lighter = cv2.cvtColor((lab + 0.5).astype(np.uint8), cv2.COLOR_LAB2RGB)
    return Forgery(alpha_composite(lighter, face.image, mask), mask, "eyes and teeth brightened")


def _copy_skin(face: FaceImage, generator: np.random.Generator) -> Forgery:
    """Copy patches of skin over others, brought to the brightness of their new place."""
    places = np.argwhere(_skin(face))
    image, whole = face.image, np.zeros(face.image.shape[:2], np.float32)
    count = int(generator.integers(1, 5)) if len(places) else 0
    for (y, x), (from_y, from_x) in places[generator.integers(0, max(len(places), 1), (count, 2))].tolist():
        spot = _ellipse(face, (x, y), (0.03, 0.09), generator)
        mask = _soft(spot, generator.uniform(0.005, 0.03) * _side(face))
        by = np.array([[1, 0, x - from_x], [0, 1, y - from_y]], np.float32)
        copied = cv2.warpAffine(face.image, by, spot.shape[::-1], borderMode=cv2.BORDER_REFLECT).astype(np.float32)
        copied += np.subtract(cv2.mean(image, spot)[:3], cv2.mean(copied, spot)[:3], dtype=np.float32)
        image, whole = alpha_composite(copied, image, mask), np.maximum(whole, mask)
    return Forgery(image, whole, f"{count} patch{'es' * (count != 1)} of skin copied")


STEPS: dict[str, Step] = {
    "smooth skin": _smooth_skin,
    "paint spots": _paint_spots,
    "remove feature": _remove_feature,
    "liquify": _liquify,
    "brighten": _brighten,
    "copy skin": _copy_skin,
}
SHARES = {
    "smooth skin": 0.25,
    "paint spots": 0.15,
    "remove feature": 0.1,
    "liquify": 0.25,
    "brighten": 0.1,
    "copy skin": 0.15,
}


def _side(face: FaceImage) -> float:
    return float(np.ptp(face.mesh, axis=0).max())


def _outline(face: FaceImage, points: Sequence[int]) -> NDArray[np.uint8]:
    """1 inside the closed line through these points of the mesh."""
    mask = np.zeros(face.image.shape[:2], np.uint8)
    cv2.fillPoly(mask, [face.mesh[list(points)].round().astype(np.int32)], 1)
    return mask


def _skin(face: FaceImage) -> NDArray[np.uint8]:
    """1 on the face, a little inside its outline, without eyes, brows and lips."""
    side = _side(face)
    height, width = face.image.shape[:2]
    inside = cv2.erode(
        hull_mask(face.mesh, "face", height, width).astype(np.uint8), np.ones((odd_kernel_size(0.05 * side),) * 2)
    )
    features = np.maximum.reduce([_outline(face, outline) for outline in FEATURES.values()])
    return inside & (1 - cv2.dilate(features, np.ones((odd_kernel_size(0.04 * side),) * 2)))


def _ellipse(
    face: FaceImage, center: tuple[int, int], size: tuple[float, float], generator: np.random.Generator
) -> NDArray[np.uint8]:
    """1 inside a turned ellipse whose half axes are drawn from `size` × the face's side."""
    mask = np.zeros(face.image.shape[:2], np.uint8)
    axes = np.maximum(generator.uniform(*size, 2) * _side(face), 1).round().astype(int).tolist()
    return cv2.ellipse(mask, center, axes, generator.uniform(0, 180), 0, 360, 1, cv2.FILLED)


def _soft(mask: NDArray[np.uint8], pixels: float) -> NDArray[np.float32]:
    """The mask with its edge softened over that many pixels."""
    edge = odd_kernel_size(2 * pixels)
    return np.clip(cv2.GaussianBlur(mask.astype(np.float32), (edge, edge), 0), 0, 1)
