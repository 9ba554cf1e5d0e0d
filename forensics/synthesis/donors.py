"""Whose face to borrow: one whose landmarks lie alike, so that pose and expression fit (OpenForensics, section 3)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.synthesis.compositing import face_window
from forensics.synthesis.forgery import FaceImage

N_SIMILAR_SHAPE, N_SIMILAR_COLOR = 12, 3
"""So many are taken by their landmarks, so many of these by their colors, and one of these by chance: always the
nearest would pair the same two faces again and again."""

MIN_SIZE_RATIO = 0.6
"""Side of a donor's face over the target's: enlarged further, it would be told by its blur alone."""

MARGIN = 0.3
"""Surroundings that a swap works on, on each side of the face as a share of its side: soft edges end inside."""


def choose_donor(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> FaceImage:
    """Another person alike in landmarks and colors, cut out with the face's surroundings; never the target.

    Small faces are taken where no other is left. Raises TrainingError where nobody but the target is there.
    """
    meshes = np.stack([target.mesh, *(donor.mesh for donor in donors)])
    others = np.nonzero((meshes != target.mesh).any((1, 2)))[0]
    if not len(others):
        raise TrainingError(TrainingCode.NO_DONOR)
    sides = np.ptp(meshes, axis=1).max(axis=1)
    large = others[sides[others] >= MIN_SIZE_RATIO * sides[0]]
    others = large if len(large) else others
    nearest = np.argsort(shape_distances(target.mesh, meshes[others]), kind="stable")[:N_SIMILAR_SHAPE]
    fitting = [donors[i - 1] for i in others[nearest]]
    colors = _landmark_colors(target)
    fitting.sort(key=lambda donor: float(np.abs(_landmark_colors(donor) - colors).mean()))
    donor = fitting[int(generator.integers(min(N_SIMILAR_COLOR, len(fitting))))]
    return face_window(donor, MARGIN).cut(donor)


def shape_distances(mesh: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float64]:
    """Full Procrustes distances in [0, 1] of a mesh (P, 2) to each of (N, P, 2): what no shift, turn or scale removes.

    With points as complex numbers, centerd and of unit norm, it is sqrt(1 − |⟨a, b⟩|²) (Kendall, 1984).
    """
    one, many = _shape(mesh), _shape(others)
    return np.sqrt(np.clip(1 - np.abs(many @ one.conj()) ** 2, 0, 1))


def _shape(points: NDArray[np.float32]) -> NDArray[np.complex128]:
    numbers = points[..., 0] + 1j * points[..., 1].astype(np.float64)
    numbers = numbers - numbers.mean(axis=-1, keepdims=True)
    return numbers / np.linalg.norm(numbers, axis=-1, keepdims=True)


def _landmark_colors(sitter: FaceImage) -> NDArray[np.float32]:
    """Colors (468, 3) under the landmarks: skin, shadow, beard and glasses, point by point."""
    height, width = sitter.image.shape[:2]
    x, y = sitter.mesh.round().astype(int).T
    return sitter.image[y.clip(0, height - 1), x.clip(0, width - 1)].astype(np.float32)
