"""Laying a changed picture over the untouched one, so that nothing outside the mask changes."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.forgery import FaceImage, Forgery


class CropWindow(NamedTuple):
    """The part of a picture that a forgery works on, in pixels; right and bottom lie outside."""

    left: int
    top: int
    right: int
    bottom: int

    def cut(self, sitter: FaceImage) -> FaceImage:
        """The same face in the window alone."""
        image = np.ascontiguousarray(sitter.image[self.top : self.bottom, self.left : self.right])
        return FaceImage(image, sitter.mesh - np.array([self.left, self.top], np.float32))

    def put_back(self, forgery: Forgery, target: FaceImage) -> Forgery:
        """The forgery of the window in the whole picture."""
        image, mask = target.image.copy(), np.zeros(target.image.shape[:2], np.float32)
        image[self.top : self.bottom, self.left : self.right] = forgery.image
        mask[self.top : self.bottom, self.left : self.right] = forgery.mask
        return Forgery(image, mask, forgery.how)


def face_window(sitter: FaceImage, margin: float) -> CropWindow:
    """The mesh with `margin` × its longer side around it, cut at the picture's border; at least one pixel."""
    height, width = sitter.image.shape[:2]
    reach = margin * float(np.ptp(sitter.mesh, axis=0).max())
    left, top = np.floor(sitter.mesh.min(axis=0) - reach).clip(0, [width - 1, height - 1]).astype(int).tolist()
    right, bottom = np.ceil(sitter.mesh.max(axis=0) + reach).clip(1, [width, height]).astype(int).tolist()
    return CropWindow(left, top, max(right, left + 1), max(bottom, top + 1))


def alpha_composite(changed: NDArray[Any], target: NDArray[np.uint8], mask: NDArray[np.float32]) -> NDArray[np.uint8]:
    """changed: (H, W, 3) uint8 or float32; mask: its opacity, (H, W) in [0, 1]. Where it is 0 the target stays."""
    difference = np.subtract(changed, target, dtype=np.float32)
    difference *= mask[..., None]
    return np.clip(target + difference + np.float32(0.5), 0, 255).astype(np.uint8)
