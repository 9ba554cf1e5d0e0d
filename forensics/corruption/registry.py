"""A ladder of four levels of damage that pictures take on their way, after the corrupted test of OpenForensics (Le et
al., *OpenForensics*, ICCV 2021, arXiv 2107.14480): what a detector is worth once it has climbed it.

Level 1 is no more than a phone or a messenger does, level 2 what a careless user does, level 3 as hard as one change
gets while a person still knows the face; level 4 chains several.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.corruption.camera import (
    color_cast,
    contrast,
    emboss,
    exposure,
    gaussian_blur,
    gaussian_noise,
    median_filter,
    motion_blur,
    salt_and_pepper,
    sharpen,
    speckle_noise,
)
from forensics.corruption.encoding import (
    desaturate,
    double_jpeg_compress,
    jpeg_compress,
    pixelate,
    posterize,
    resample,
    saturate,
    webp_compress,
)
from forensics.corruption.scene import elastic, fog, rain, snow
from forensics.validation import require

LEVELS = (1, 2, 3, 4)


class Corruption(NamedTuple):
    """change(pixels (H, W, 3) uint8 RGB, amount, generator) → a new picture of the same size; amounts: by level."""

    change: Callable[[NDArray[np.uint8], float, np.random.Generator], NDArray[np.uint8]]
    amounts: tuple[float, float, float, float]


CORRUPTIONS: dict[str, Corruption] = {
    "fog": Corruption(fog, (0.12, 0.3, 0.5, 0.55)),  # mean opacity
    "rain": Corruption(rain, (0.15, 0.35, 0.6, 0.65)),  # opacity of the streaks
    "snow": Corruption(snow, (0.01, 0.04, 0.1, 0.12)),  # share of the picture covered by flakes
    "elastic warp": Corruption(elastic, (0.003, 0.007, 0.014, 0.016)),  # displacement / shorter side; more is a grimace
    "exposure": Corruption(exposure, (0.3, 0.7, 1.3, 1.4)),  # aperture stops
    "contrast": Corruption(contrast, (0.15, 0.3, 0.5, 0.55)),  # share gained or lost
    "color cast": Corruption(color_cast, (0.06, 0.15, 0.3, 0.35)),  # of each channel; 0.06 is a white balance
    "blur": Corruption(gaussian_blur, (0.6, 1.2, 2.2, 2.5)),  # σ in pixels
    "motion blur": Corruption(motion_blur, (3, 5, 9, 11)),  # pixels
    "median": Corruption(
        median_filter, (3, 3, 5, 5)
    ),  # pixels; the denoising of phones, and no more than that at level 2
    "noise": Corruption(gaussian_noise, (3, 8, 18, 20)),  # σ in gray levels
    "speckle": Corruption(speckle_noise, (0.03, 0.08, 0.18, 0.2)),  # σ over brightness
    "impulses": Corruption(salt_and_pepper, (0.001, 0.006, 0.03, 0.035)),  # share of pixels black or white
    "sharpen": Corruption(sharpen, (0.5, 1.0, 2.0, 2.2)),  # unsharp mask; phones add half the difference
    "relief": Corruption(emboss, (0.12, 0.3, 0.55, 0.6)),  # opacity of an embossed copy
    "vivid": Corruption(saturate, (0.2, 0.45, 0.9, 1.0)),  # saturation gained: the filters of social networks
    "gray": Corruption(desaturate, (0.4, 0.75, 1.0, 1.0)),  # color lost
    "resize": Corruption(resample, (0.75, 0.55, 0.35, 0.33)),  # scale, then back to the old size
    "pixelate": Corruption(pixelate, (2, 3, 4, 4)),  # pixels a block; above 4 small faces lose their features
    "quantize": Corruption(posterize, (64, 24, 9, 8)),  # values a channel
    "webp": Corruption(webp_compress, (80, 45, 15, 12)),  # quality of the encoder
    "jpeg": Corruption(jpeg_compress, (75, 45, 18, 15)),  # 75 is what messengers write
    "double jpeg": Corruption(double_jpeg_compress, (80, 50, 22, 18)),  # quality of the first of two, grids apart
}
"""In the order in which they happen to a picture: the scene, the camera, the editor, the file."""

CHAIN_LENGTH = {1: (1, 1), 2: (1, 2), 3: (1, 2), 4: (3, 4)}
"""How many corruptions a level chains. A level's amount hardly grows from 3 to 4: there the chain is what is hard."""


def corrupt(pixels: NDArray[np.uint8], level: int, generator: np.random.Generator) -> NDArray[np.uint8]:
    """The picture, (H, W, 3) uint8 RGB, with the corruptions drawn for this level, in the same size.

    The same seed gives the same picture. Raises ValueError where the level is not 1 to 4.
    """
    require(level in LEVELS, f"level must be one of {LEVELS}, got {level}")
    fewest, most = CHAIN_LENGTH[level]
    drawn = generator.choice(len(CORRUPTIONS), generator.integers(fewest, most + 1), replace=False)
    ladder = list(CORRUPTIONS.values())
    for place in sorted(drawn):
        pixels = ladder[place].change(pixels, ladder[place].amounts[level - 1], generator)
    return pixels
