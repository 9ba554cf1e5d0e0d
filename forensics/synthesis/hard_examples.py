"""Only forgeries that fool a weak classifier are kept (OpenForensics, Le et al., ICCV 2021, section 3).

The plain ones teach a network little. The weak classifier sees a handful of statistics and no pixel; it is fitted in a
moment, anew for every training.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from forensics.synthesis.compositing import face_window
from forensics.synthesis.families import ForgeryFunction
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import hull_mask
from forensics.validation import present

Suspicion = Callable[[NDArray[np.uint8], NDArray[np.float32]], float]
"""From a picture (H, W, 3) uint8 RGB and its mesh (468, 2) to how forged it looks, in [0, 1]."""

SIDE = 128
"""Pixels at which the statistics are taken, so that they cost the same for every picture."""

PARTS = ("eyes", "nose", "mouth")
OUTLINES = ("face", "inner face", *PARTS)


def generate_hard_example(
    forge: ForgeryFunction,
    target: FaceImage,
    donors: Sequence[FaceImage],
    generator: np.random.Generator,
    suspicion: Suspicion,
    limit: float,
    most: int,
) -> Forgery:
    """Forge up to `most` times, until the suspicion is below the limit; otherwise the least suspect is given."""
    best: Forgery | None = None
    least = np.inf
    for _ in range(max(most, 1)):
        forgery = forge(target, donors, generator)
        found = suspicion(forgery.image, target.mesh)
        if best is None or found < least:
            best, least = forgery, found
        if found < limit:
            break
    return present(best)


@dataclass(frozen=True, slots=True, eq=False)
class WeakClassifier:
    """A logistic score of `glance_statistics`: weights (n,) float64 for their raw values, and the intercept."""

    weights: NDArray[np.float64]
    intercept: float

    def __call__(self, image: NDArray[np.uint8], mesh: NDArray[np.float32]) -> float:
        return float(1 / (1 + np.exp(-(glance_statistics(image, mesh) @ self.weights + self.intercept))))


def fit_weak_classifier(untouched: Sequence[FaceImage], forged: Sequence[FaceImage]) -> WeakClassifier:
    """Some two hundred faces of each kind are enough for so few weights."""
    values = np.stack([glance_statistics(*sitter) for sitter in (*untouched, *forged)])
    mean, spread = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-6)
    labels = np.repeat([0, 1], [len(untouched), len(forged)])
    model = LogisticRegression(class_weight="balanced").fit((values - mean) / spread, labels)
    weights = model.coef_[0] / spread
    return WeakClassifier(weights, float(model.intercept_[0] - weights @ mean))


def glance_statistics(image: NDArray[np.uint8], mesh: NDArray[np.float32]) -> NDArray[np.float64]:
    """What a glance compares: detail, noise and color inside the inner face with those around it, the steps along its
    outline, and the detail of eyes, nose and mouth with that of the whole. Returns (10,) float64, mostly logarithms of
    ratios.
    """
    window = face_window(FaceImage(image, mesh), 0.1)
    face = window.cut(FaceImage(image, mesh))
    scale = SIDE / max(face.image.shape[:2])
    pixels = cv2.resize(face.image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = pixels.shape[:2]
    outlines = {part: hull_mask(face.mesh * scale, part, height, width).astype(np.uint8) for part in OUTLINES}
    inside = outlines["inner face"]
    around = cv2.dilate(outlines["face"], np.ones((9, 9), np.uint8)) - cv2.dilate(inside, np.ones((5, 5), np.uint8))
    seam = cv2.morphologyEx(inside, cv2.MORPH_GRADIENT, np.ones((5, 5), np.uint8))

    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    detail = np.abs(cv2.Laplacian(gray, cv2.CV_32F))
    noise = np.minimum(detail, 6)  # gray levels: edges count no more than grain
    steps = cv2.magnitude(*(cv2.Sobel(gray, cv2.CV_32F, *order) for order in ((1, 0), (0, 1))))
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)
    color = np.abs(np.subtract(cv2.mean(lab, inside), cv2.mean(lab, around)))[:3]
    whole = _log_mean(detail, inside)
    return np.array(
        [
            whole,
            whole - _log_mean(detail, around),
            _log_mean(noise, inside) - _log_mean(noise, around),
            _log_mean(steps, seam) - _log_mean(steps, inside),
            *color,
            *(_log_mean(detail, outlines[part]) - whole for part in PARTS),
        ]
    )


def _log_mean(values: NDArray[np.float32], where: NDArray[np.uint8]) -> float:
    return float(np.log(cv2.mean(values, where)[0] + 0.1))
