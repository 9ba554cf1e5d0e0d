"""The pictures of one face, all on the report's one scale, with the bars that tell the scale."""

import io
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pixels
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image

from explain.drawing.overlay import (
    error_picture,
    heat_overlay,
    mask_overlay,
    normalize_by_mean_abs,
    shared_color_limit,
    signed_bar,
)
from explain.drawing.palette import UNSIGNED_COLORS
from explain.pdf.style import INK, SANS, SOFT_INK
from explain.report import Report
from explain.types import Explanation
from forensics.types.analysis import FaceFinding

SAMPLES = 64
"""Rows and columns of a map that enter the scale; a report of thousands of faces must not hold all maps twice."""

JPEG_QUALITY = 88
"""Half the bytes of 95, and in print no difference to be seen. The evidence is the file itself, not its print."""

BAR_HEIGHT = 4


@dataclass(frozen=True, slots=True)
class SharedScale:
    """What the panels of a report share: the error and the relative evidence at full color, and a panel's pixels."""

    error: float
    evidence: float
    pixels: int


def shared_scale(report: Report) -> SharedScale:
    """One scale for all faces, so that any two panels can be compared."""
    findings = [finding for result in report.pictures for finding in result.findings]
    explanations = [explanation for group in report.explanations.values() for explanation in group]
    errors = [_sample(finding.error_map()) for finding in findings]
    evidence = [_sample(normalize_by_mean_abs(explanation.heat_map)) for explanation in explanations]
    pixels = 300 if len(findings) <= 12 else 200 if len(findings) <= 60 else 140  # 2 to 5 MB in all
    return SharedScale(shared_color_limit(errors), shared_color_limit(evidence), pixels)


def _sample(map_: NDArray[np.float32]) -> NDArray[np.float32]:
    rows, columns = (max(1, -(-side // SAMPLES)) for side in map_.shape)
    return map_[::rows, ::columns].copy()


def evidence_panels(finding: FaceFinding, scale: SharedScale, side: float) -> list[Flowable]:
    """Crop, mask, reconstruction and error, each at most `side` points wide and high."""
    size = _panel_size(finding.region.crop.shape[:2], scale.pixels)
    crop = _resized(finding.region.crop, size)
    mask = np.clip(_resized(finding.mask, size), 0, 1)
    error = np.maximum(_resized(finding.error_map(), size), 0)
    reconstruction = _resized(finding.reconstruction, size)
    pictures = (crop, mask_overlay(crop, mask), reconstruction, error_picture(error, scale.error))
    return [jpeg_image(picture, side, side) for picture in pictures]


def evidence_panel(finding: FaceFinding, explanation: Explanation, scale: SharedScale, side: float) -> Flowable:
    """One explanation over the gray crop."""
    size = _panel_size(finding.region.crop.shape[:2], scale.pixels)
    evidence = _resized(normalize_by_mean_abs(explanation.heat_map), size)
    return jpeg_image(heat_overlay(_resized(finding.region.crop, size), evidence, scale.evidence), side, side)


def _panel_size(shape: tuple[int, int], pixels: int) -> tuple[int, int]:
    """Width and height of a crop whose longer side becomes `pixels`."""
    height, width = shape
    return max(1, round(width * pixels / max(shape))), max(1, round(height * pixels / max(shape)))


def _resized(map_: NDArray[Any], size: tuple[int, int]) -> NDArray[Any]:
    shrinks = map_.shape[1] > size[0]
    return cv2.resize(np.ascontiguousarray(map_), size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)


def jpeg_image(picture: NDArray[np.uint8], width: float, height: float) -> Image:
    """A picture, (h, w, 3) uint8 RGB, as large as fits into width × height points."""
    scale = min(width / picture.shape[1], height / picture.shape[0])
    return Image(io.BytesIO(jpeg_bytes(picture)), picture.shape[1] * scale, picture.shape[0] * scale)


def jpeg_bytes(picture: NDArray[np.uint8]) -> bytes:
    """A picture, (h, w, 3) uint8 RGB, with its colors at full resolution: the edges of maps are colored."""
    buffer = io.BytesIO()
    Pixels.fromarray(picture).save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return buffer.getvalue()


class ColorBar(Flowable):
    """A row of colors with a text under its left end, its middle and its right end."""

    def __init__(self, colors: NDArray[np.uint8], width: float, texts: tuple[str, str, str]) -> None:
        super().__init__()
        self.colors = ImageReader(Pixels.fromarray(colors))
        self.width, self.height = width, BAR_HEIGHT + 8
        self.texts = texts

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas: Canvas = self.canv
        bottom = self.height - BAR_HEIGHT
        canvas.drawImage(self.colors, 0, bottom, self.width, BAR_HEIGHT)
        canvas.setStrokeColor(SOFT_INK)
        canvas.setLineWidth(0.3)
        canvas.rect(0, bottom, self.width, BAR_HEIGHT)
        canvas.setFont(SANS, 5.8)
        canvas.setFillColor(INK)
        left, middle, right = self.texts
        canvas.drawString(0, bottom - 6.5, left)
        canvas.drawCentredString(self.width / 2, bottom - 6.5, middle)
        canvas.drawRightString(self.width, bottom - 6.5, right)


def unsigned_bar(width: float, texts: tuple[str, str, str]) -> ColorBar:
    """From nothing on the left to full color on the right."""
    ramp = UNSIGNED_COLORS(np.linspace(0, 1, 256))[None, :, :3]
    return ColorBar(np.rint(ramp * 255).astype(np.uint8), width, texts)


def evidence_bar(width: float, texts: tuple[str, str, str]) -> ColorBar:
    """From full evidence against the target over none to full evidence for it."""
    return ColorBar(signed_bar(256), width, texts)
