"""What a borrowed face has been through before it is pasted: every camera, network and program leaves its own traces.

Moderate on purpose: a detector shall learn what blending leaves, not what bad forgeries look like.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

ENLARGE = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4)


def degrade_source(image: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.uint8]:
    """Each with a chance of its own: fewer pixels, blur or sharpening, noise, JPEG. Shapes and types stay the same."""
    if generator.random() < 0.4:
        image = downsample_upsample(image, float(np.exp(generator.uniform(np.log(0.35), np.log(0.9)))), generator)
    choice = generator.random()
    if choice < 0.15:
        image = cv2.GaussianBlur(image, (0, 0), generator.uniform(0.4, 1.1))
    elif choice < 0.4:
        amount = generator.uniform(0.3, 1.1)
        soft = cv2.GaussianBlur(image, (0, 0), generator.uniform(0.7, 1.6))
        image = cv2.addWeighted(image, 1 + amount, soft, -amount, 0)
    if generator.random() < 0.25:
        image = add_noise(image, generator.uniform(1, 5), int(generator.choice([1, 3])), generator)
    if generator.random() < 0.4:
        image = compress(image, int(generator.integers(45, 96)))
    return image


def downsample_upsample(image: NDArray[np.uint8], factor: float, generator: np.random.Generator) -> NDArray[np.uint8]:
    """Through a picture `factor` times as large in both directions, and back."""
    height, width = image.shape[:2]
    size = max(1, round(width * factor)), max(1, round(height * factor))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (width, height), interpolation=int(generator.choice(ENLARGE)))


def add_noise(
    image: NDArray[np.uint8], sigma: float, channels: int, generator: np.random.Generator
) -> NDArray[np.uint8]:
    """Gaussian noise of `sigma` gray levels: of each color alone (3 channels, a sensor's) or of the brightness (1)."""
    noise = generator.standard_normal((*image.shape[:2], channels), np.float32)
    return np.clip(image + noise * np.float32(sigma) + np.float32(0.5), 0, 255).astype(np.uint8)


def compress(image: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    """Through JPEG of this quality, 1 to 100."""
    _, encoded = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(encoded, cv2.IMREAD_COLOR)[..., ::-1]


def match_grain(
    image: NDArray[np.uint8], reference: NDArray[np.uint8], generator: np.random.Generator
) -> NDArray[np.uint8]:
    """Add the noise that the image lacks beside the reference; a careful forger does so."""
    missing = noise_level(reference) ** 2 - noise_level(image) ** 2
    return add_noise(image, float(np.sqrt(missing)), 1, generator) if missing > 0 else image


def noise_level(image: NDArray[np.uint8]) -> float:
    """Standard deviation of the noise of the brightness (Immerkær, *Fast Noise Variance Estimation*, 1996)."""
    gray = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    response = cv2.filter2D(gray, cv2.CV_32F, np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32))
    return float(np.sqrt(np.pi / 2) * np.abs(response).mean() / 6)
