"""Faces rebuilt by a network: the whole picture, or the face alone as inpainting leaves it.

Nothing is changed but the grain: what tells such a picture from its original is the trace of the layers that enlarge
it, in the picture and in its spectrum. See forensics/network/autoencoder.py.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.network.autoencoder import DECODERS, LATENT_CHANNELS, STRIDE
from forensics.network.autoencoder_inference import reconstruct
from forensics.synthesis.compositing import alpha_composite
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import deform_and_feather, hull_mask

WHOLE_SHARE = 0.6
"""Share of forgeries in which the whole picture is made, as a generator of portraits makes it."""

SIZES = (0.6, 1.3)
"""The picture is rebuilt at a size between these shares of its own, so that the pattern's period varies."""

KEPT_SIGMA_RANGE = (2.0, 10.0)
"""Standard deviation, in pixels, of the blur that parts what is kept of the original from what the network rebuilds: a
small autoencoder shifts colors and loses features, which a generator does not."""


def resynthesis(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    """Rebuild the picture or its face; nobody's face is borrowed."""
    height, width = target.image.shape[:2]
    decoder = str(generator.choice(DECODERS))
    noise = float(generator.choice([0, generator.uniform(0, 0.3)]))
    size = float(generator.choice([1, np.exp(generator.uniform(*np.log(SIZES)))]))
    rebuilt = rebuild_at(target.image, size, decoder, noise, generator)
    rebuilt = keep_coarse(rebuilt, target.image, float(np.exp(generator.uniform(*np.log(KEPT_SIGMA_RANGE)))))
    if generator.random() < 0.4:
        soft = cv2.GaussianBlur(rebuilt, (0, 0), generator.uniform(0.7, 1.4))
        rebuilt = cv2.addWeighted(rebuilt, 1.7, soft, -0.7, 0)
    if generator.random() < WHOLE_SHARE:
        return Forgery(rebuilt, np.ones((height, width), np.float32), f"whole picture rebuilt, decoder {decoder}")
    part = str(generator.choice(["face", "inner face", "lower face"]))
    side = float(np.ptp(target.mesh, axis=0).max())
    mask = deform_and_feather(hull_mask(target.mesh, part, height, width), side, generator)
    return Forgery(alpha_composite(rebuilt, target.image, mask), mask, f"{part} rebuilt, decoder {decoder}")


def keep_coarse(rebuilt: NDArray[np.uint8], image: NDArray[np.uint8], sigma: float) -> NDArray[np.uint8]:
    """The rebuilt picture with the colors and shadows of the original: what a blur of `sigma` pixels leaves."""
    coarse = cv2.GaussianBlur(image, (0, 0), sigma).astype(np.float32) - cv2.GaussianBlur(rebuilt, (0, 0), sigma)
    return np.clip(rebuilt + coarse + np.float32(0.5), 0, 255).astype(np.uint8)


def rebuild_at(
    image: NDArray[np.uint8], size: float, decoder: str, noise: float, generator: np.random.Generator
) -> NDArray[np.uint8]:
    """The picture rebuilt at `size` times its sides, then brought back to them; noise of the latent as a share of its
    spread. Same shape and type."""
    height, width = image.shape[:2]
    across, down = (max(STRIDE, round(side * size)) for side in (width, height))
    small = cv2.resize(image, (across, down), interpolation=cv2.INTER_AREA if size < 1 else cv2.INTER_CUBIC)
    padded = cv2.copyMakeBorder(small, 0, -down % STRIDE, 0, -across % STRIDE, cv2.BORDER_REFLECT)
    shape = padded.shape[0] // STRIDE, padded.shape[1] // STRIDE, LATENT_CHANNELS
    disturbance = noise * generator.standard_normal(shape, np.float32) if noise else None
    rebuilt = np.ascontiguousarray(reconstruct(padded, decoder, disturbance)[:down, :across])
    kind = cv2.INTER_AREA if size > 1 else cv2.INTER_CUBIC
    return rebuilt if size == 1 else cv2.resize(rebuilt, (width, height), interpolation=kind)
