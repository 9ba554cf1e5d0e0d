"""One small picture of every person, to tell them apart by."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.faces.detection import expand_box
from forensics.media.video.decoding_process import read_frames
from forensics.types.analysis import Box
from forensics.types.video import FaceObservation, SampledFrame, Track, VideoFile

THUMBNAIL_SIDE = 96
"""Longer side in pixels."""


def add_thumbnails(video: VideoFile, tracks: Sequence[tuple[FaceObservation, ...]]) -> tuple[Track, ...]:
    """The tracks, numbered from 1, each with the crop of its clearest sighting."""
    clearest = [max(track, key=_clarity) for track in tracks]
    crops: dict[FaceObservation, NDArray[np.uint8]] = {}
    wanted: dict[SampledFrame, list[FaceObservation]] = {}
    for sighting in clearest:
        wanted.setdefault(sighting.frame, []).append(sighting)
    frames = sorted(wanted)
    for frame, picture in zip(frames, read_frames(video, frames), strict=True):
        for sighting in wanted[frame]:
            crops[sighting] = thumbnail(picture.pixels, sighting.box)
    return tuple(
        Track(number, sightings, crops[best])
        for number, (sightings, best) in enumerate(zip(tracks, clearest, strict=True), start=1)
    )


def _clarity(sighting: FaceObservation) -> tuple[float, float, int]:
    """Evaluated in full before the rest, then by how surely it is a face and how large."""
    return sighting.weight, round(sighting.detector_confidence, 1), sighting.box.width * sighting.box.height


def thumbnail(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """The crop of a face out of a frame (H, W, 3), made smaller to at most THUMBNAIL_SIDE pixels."""
    cut = expand_box(box, pixels.shape[1], pixels.shape[0])
    crop = pixels[cut.top : cut.bottom, cut.left : cut.right]
    scale = THUMBNAIL_SIDE / max(crop.shape[:2])
    if scale >= 1:
        return crop.copy()
    size = (max(1, round(crop.shape[1] * scale)), max(1, round(crop.shape[0] * scale)))
    return cv2.resize(crop, size, interpolation=cv2.INTER_AREA)
