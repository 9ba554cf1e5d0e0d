"""One face brought onto the points of another: by one affine map, or by one for each triangle between the points."""

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Delaunay

from forensics.faces.landmarks import FACE_OVAL
from forensics.synthesis.forgery import FaceImage

KNOTS = (
    *FACE_OVAL[::2],
    *(70, 63, 105, 66, 107, 336, 296, 334, 293, 300),  # brows
    *(33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380),  # eyes
    *(168, 197, 4, 98, 2, 327),  # nose
    *(61, 39, 0, 269, 291, 405, 17, 181),  # lips
    *(50, 205, 280, 425),  # cheeks
)
"""Corners of the triangles: few enough to be quick, on every line that the eye follows."""


def similarity_transform(source_mesh: NDArray[np.float32], target_mesh: NDArray[np.float32]) -> NDArray[np.float64]:
    """The (2, 3) affine map of least squared error from the source's points to the target's."""
    points = np.column_stack([source_mesh, np.ones(len(source_mesh))])
    return np.linalg.lstsq(points, target_mesh, rcond=None)[0].T


def warp_affine(source: FaceImage, target_mesh: NDArray[np.float32], height: int, width: int) -> NDArray[np.uint8]:
    """The source's picture moved, scaled, turned and sheared onto the target's points; (height, width, 3) uint8."""
    return cv2.warpAffine(
        source.image,
        similarity_transform(source.mesh, target_mesh),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REFLECT,
    )


def warp_triangles(source: FaceImage, target_mesh: NDArray[np.float32], height: int, width: int) -> NDArray[np.uint8]:
    """The same with an affine map for each triangle between `KNOTS` (FaceSwap); outside of them as before."""
    there, here = source.mesh[list(KNOTS)], target_mesh[list(KNOTS)]
    triangles, maps = _triangle_maps(there, here)
    maps = np.concatenate([similarity_transform(target_mesh, source.mesh).T[None], maps]).astype(np.float32)
    label = np.zeros((height, width), np.int32)
    for number, triangle in enumerate(triangles, start=1):
        cv2.fillConvexPoly(label, here[triangle].round().astype(np.int32), number)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    u, v = (part[label, 0] * x + part[label, 1] * y + part[label, 2] for part in maps.transpose(2, 0, 1))
    return cv2.remap(source.image, u, v, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)


def _triangle_maps(
    there: NDArray[np.float32], here: NDArray[np.float32]
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Triangles (T, 3) between the points `here`, and (T, 3, 2) for each the affine map from `here` to `there`.

    Left out are those without an area and those folded over in the source, as on the far cheek of a turned head.
    """
    triangles = Delaunay(here).simplices
    corners, wanted = (np.dstack([p[triangles], np.ones_like(triangles)]) for p in (here, there))  # (T, 3, 3)
    areas, wanted_areas = np.linalg.det(corners) / 2, np.linalg.det(wanted) / 2  # of a pixel, signed
    drawn = (np.abs(areas) > 0.5) & (areas * wanted_areas > 0)
    return triangles[drawn], np.linalg.solve(corners[drawn], wanted[drawn][..., :2])
