"""468 landmarks of a face: MediaPipe's face mesh (Kartynnik et al., 2019, Apache-2.0) through OpenCV.

Forging needs these points; analyzing does not.
"""

import threading

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.types.analysis import Box
from forensics.weights.released import FACE_MESH, read_model

ROI_SCALE = 1.5
"""Side of the square the mesh wants over the longer side of the face box (MediaPipe's own value)."""

INPUT_SIDE = 192

FACE_OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
"""Outline of the face, clockwise from the middle of the forehead."""

INNER_FACE = (
    *(70, 63, 105, 66, 107, 9, 336, 296, 334, 293, 300),  # along the upper edge of the brows
    *(368, 264, 447, 366, 401, 435, 367, 364, 394, 395, 369, 396, 175),  # down the cheek to the chin
    *(171, 140, 170, 169, 135, 138, 215, 177, 137, 227, 34, 139),  # and up the other side
)
"""Inside of the face, from the brows to the chin, without the outermost ring of the mesh."""


class FaceLandmarker:
    """Finds the points. Safe to share between threads."""

    def __init__(self) -> None:
        self._network = cv2.dnn.readNetFromTFLite(np.frombuffer(read_model(FACE_MESH), np.uint8))
        self._lock = threading.Lock()

    def detect(self, pixels: NDArray[np.uint8], box: Box) -> NDArray[np.float32]:
        """pixels: (H, W, 3) RGB; box: the face in it. Returns (468, 2) float32 x, y in frame pixels."""
        side = ROI_SCALE * max(box.width, box.height)
        left, top = (box.left + box.right - side) / 2, (box.top + box.bottom - side) / 2
        scale = INPUT_SIDE / side
        to_input = np.array([[scale, 0, -left * scale], [0, scale, -top * scale]], np.float32)
        flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        patch = cv2.warpAffine(pixels, to_input, (INPUT_SIDE, INPUT_SIDE), flags=flags)
        with self._lock:
            self._network.setInput(cv2.dnn.blobFromImage(patch, 1 / 255))
            points = self._network.forward(self._network.getUnconnectedOutLayersNames())
        mesh = max(points, key=np.size).reshape(468, 3)[:, :2]
        return (mesh / scale + [left, top]).astype(np.float32)
