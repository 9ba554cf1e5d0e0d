"""Colors of a borrowed face brought to those of the photograph, as well or as badly as forgers do."""

import cv2
import numpy as np
from numpy.typing import NDArray

MAX_SLOPE = 1.35
"""How much contrast a match may add to a borrowed face: more turns its noise and its compression into spots."""


def adapt_colors(
    image: NDArray[np.uint8], reference: NDArray[np.uint8], where: NDArray[np.bool_], generator: np.random.Generator
) -> NDArray[np.uint8]:
    """By mean and spread, by histograms, or in part only; never not at all, for anybody would see that.

    image, reference: (H, W, 3) uint8 RGB of the same frame; where: (H, W), the face in both, not empty.
    """
    choice = generator.random()
    matched = match_colors(image, reference, where, MAX_SLOPE)
    if choice < 0.5:
        return matched
    if choice < 0.7:  # by half: alone, histograms carry the color of a beard or of glasses over to skin
        return cv2.addWeighted(matched, 0.5, match_histograms(image, reference, where), 0.5, 0)
    strength = generator.uniform(0.6, 0.95)
    return cv2.addWeighted(matched, strength, image, 1 - strength, 0)


def match_colors(
    image: NDArray[np.uint8], reference: NDArray[np.uint8], where: NDArray[np.bool_], steepest: float = np.inf
) -> NDArray[np.uint8]:
    """Give the image the reference's mean and spread of each Lab channel inside `where` (Reinhard et al., 2001).

    steepest: the most that the spread may grow.
    """
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB)
    mean, spread = _statistics(lab[where])
    wanted_mean, wanted_spread = _statistics(cv2.cvtColor(reference[where][None], cv2.COLOR_RGB2LAB)[0])
    gain = np.minimum(wanted_spread / np.maximum(spread, 1), steepest)
    curves = (np.arange(256)[:, None] - mean) * gain + wanted_mean
    curves = np.clip(curves + 0.5, 0, 255).astype(np.uint8)
    return cv2.cvtColor(cv2.LUT(lab, curves[None]), cv2.COLOR_LAB2RGB)


def _statistics(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean and standard deviation of each channel of (N, 3) pixels."""
    mean, spread = cv2.meanStdDev(pixels[None])
    return mean[:, 0], spread[:, 0]


def match_histograms(
    image: NDArray[np.uint8], reference: NDArray[np.uint8], where: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    """Give each color of the image the reference's distribution inside `where`, by a smooth curve.

    Unsmoothed, a curve that jumps over rare levels would paint contours.
    """
    curves = np.empty((256, 3), np.float32)
    for channel in range(3):
        shares, wanted = (
            np.cumsum(np.bincount(pixels[..., channel][where], minlength=256)) / np.count_nonzero(where)
            for pixels in (image, reference)
        )
        curves[:, channel] = np.interp(shares, wanted, np.arange(256))
    curves = cv2.GaussianBlur(curves, (1, 63), 10, borderType=cv2.BORDER_REPLICATE)
    return cv2.LUT(image, np.clip(curves + 0.5, 0, 255).astype(np.uint8)[None])
