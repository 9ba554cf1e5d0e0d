"""Finding faces: CenterFace (Xu et al., 2019, MIT license) through OpenCV, and the crop the network sees."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.faces.orientation import roll_angle, turn_back
from forensics.faces.tiles import MIN_TILE, tiles
from forensics.facts import Fact
from forensics.types.analysis import AnalysisSettings, Box, FaceRegion, Frame, Skipped
from forensics.types.reasons import SkippedCode
from forensics.weights.released import CENTERFACE, read_model

CROP_MARGIN = 1.4
"""Side of the square crop over the longer side of the face box: chin, ears and hair line come along, so that the seam
of a swap lies inside the crop."""

DETECTION_SCALES = (1280, 320)
"""Longer side, in pixels, of the pictures in which faces are sought: the large one finds small faces in large
photographs, the small one finds faces that fill the frame, which CenterFace misses."""

VIDEO_SCALES = (800, 320)
"""The same for frames of videos: a frame takes less than half the time, and a person is looked for in many of them."""

MAX_FACES_IN_FRAME = 64
"""Faces scored in one frame of a video, strongest first; only a crowd or a hostile file has more."""

MAX_FACE_AT_HIGH_RES = 256
"""Longer side of a box, in pixels of the large picture, from which only the small one is believed:
of so large a face CenterFace boxes the inside, or parts."""

CONFIDENCE_THRESHOLD = 0.4
"""Chosen on every fourth picture of `multiface-photos`, where 0.5 loses more faces than it saves false alarms."""

TIGHT_BORDER, MIN_TIGHT_FACE = 0.25, 0.25
"""Shares of a picture's sides: the border in which a face that fills the picture is sought, and the least that such a
face covers; what is smaller lies in the border, a reflection."""

NMS_IOU_THRESHOLD = 0.3
"""Intersection over union from which two boxes are one face (CenterFace's own value)."""

TURNED_SIDE, TURNED_SIDE_IN_FRAMES = 480, 320
"""Longer side, in pixels, of the pictures in which turned faces are sought first, for photographs and for frames of
videos: where there is one, the picture is searched at all scales that way up."""

TURNED_CONFIDENCE = 0.7
"""From which a face that only a turned picture shows is believed: of 186 faces in 30 pictures of `multiface-photos`
none is found more surely turned, and no false one so surely."""

MAX_ROLL = 45
"""Degrees from upright up to which a find in a turned picture counts; the others are the next quarter turn's. A find
beyond it in the picture as it lies gives way to such a one: CenterFace finds lying faces, too, and misplaces their
landmarks."""


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How faces are looked for in a frame.

    most: how many are kept, strongest first. sides, thorough: as in FaceDetector. whole: not at all; the whole frame is
    taken as one face.
    """

    most: int
    sides: tuple[int, ...] = DETECTION_SCALES
    thorough: bool = True
    whole: bool = False


def photograph_settings(settings: AnalysisSettings) -> SearchSettings:
    return SearchSettings(settings.max_faces, whole=settings.faces == "whole")


def video_settings(settings: AnalysisSettings) -> SearchSettings:
    """A frame is searched again for turned faces only where none is surely upright, and never for tight ones: many
    frames have none."""
    most = min(settings.max_faces, MAX_FACES_IN_FRAME)
    return SearchSettings(most, VIDEO_SCALES, thorough=False, whole=settings.faces == "whole")


def expand_box(box: Box, width: int, height: int) -> Box:
    """The square around a face box with its margin, cut at the border of a frame of width × height pixels."""
    half = CROP_MARGIN * max(box.width, box.height) / 2
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Box(
        max(0, round(x - half)), max(0, round(y - half)), min(width, round(x + half)), min(height, round(y + half))
    )


def whole_frame_region(frame: Frame) -> FaceRegion:
    """The whole frame as one face."""
    height, width = frame.pixels.shape[:2]
    box = Box(0, 0, width, height)
    return FaceRegion(1, frame.index, frame.seconds, box, box, 1.0, None, frame.pixels)


def detect_faces(frame: Frame, search: SearchSettings) -> tuple[list[FaceRegion], list[Skipped]]:
    """The faces of a frame, and the detections that are not kept."""
    if search.whole:
        return [whole_frame_region(frame)], []
    return shared_face_detector(search.sides, thorough=search.thorough).detect(frame, search.most)


def iou(first: Box, second: Box) -> float:
    """Intersection over union of two boxes, in [0, 1]."""
    width = min(first.right, second.right) - max(first.left, second.left)
    height = min(first.bottom, second.bottom) - max(first.top, second.top)
    shared = max(0, width) * max(0, height)
    return shared / (first.width * first.height + second.width * second.height - shared)


class FaceDetector:
    """Finds faces. Safe to share between threads.

    sides: longer side, in pixels, of the pictures in which faces are sought. thorough: whether a picture is searched
    turned by quarters even if it shows a face that is surely upright, and one in which nothing is found once more with
    a border, for a face that fills it from forehead to chin.

    A picture more than MAX_ASPECT times as long as wide is searched in tiles of TILE_ASPECT: the shorter side is never
    searched at fewer than max(sides) / MAX_ASPECT pixels, or its own if it has fewer.
    """

    def __init__(self, sides: Sequence[int] = DETECTION_SCALES, *, thorough: bool = True) -> None:
        self._sides, self._thorough = sides, thorough
        self._network = cv2.dnn.readNetFromONNX(np.frombuffer(read_model(CENTERFACE), np.uint8))
        self._lock = threading.Lock()

    def detect(self, frame: Frame, max_faces: int) -> tuple[list[FaceRegion], list[Skipped]]:
        """All faces, numbered from 1 from left to right; those past max_faces, the weakest detections, are skipped."""
        detections = self._detect(frame.pixels)  # strongest first
        if self._thorough and not len(detections):
            detections = self._detect_tight(frame.pixels)
        kept = sorted(detections[:max_faces], key=lambda row: (row[0], row[1]))
        regions = [_region(frame, number, row) for number, row in enumerate(kept, start=1)]
        height, width = frame.pixels.shape[:2]
        reason = Fact(SkippedCode.AMONG_THE_WEAKEST, {"most": max_faces})
        return regions, [Skipped(reason, _box(row, width, height)) for row in detections[max_faces:]]

    def _detect(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """(n, 15) float32 rows: left, top, right, bottom, confidence, five landmarks x, y; strongest first."""
        upright = self._search(pixels, self._sides)
        if not self._thorough and (_is_upright(upright) & (upright[:, 4] >= TURNED_CONFIDENCE)).any():
            return upright
        turned = [self._search_turned(pixels, turns, self._sides) for turns in self._ways_up(pixels, upright)]
        return _with_turned(upright, *turned)

    def _ways_up(self, pixels: NDArray[np.uint8], upright: NDArray[np.float32]) -> list[int]:
        """The quarter turns that show a face surely which the picture as it lies does not show so surely."""
        height, width = pixels.shape[:2]
        scale = min(1, MIN_TILE / tiles(max(height, width), min(height, width))[0].end)
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)  # once, and not after each turn
        side = min(TURNED_SIDE if self._thorough else TURNED_SIDE_IN_FRAMES, max(*size, min(self._sides)))
        ways = []
        for turns in (1, 2, 3):
            coarse = self._search_turned(small, turns, (side,))
            coarse[:, :4] *= np.tile(np.array([width / size[0], height / size[1]], np.float32), 2)
            left = _with_turned(upright, coarse)
            new = ~(left[:, None] == upright).all(axis=2).any(axis=1)
            if (left[new, 4] >= TURNED_CONFIDENCE).any():
                ways.append(turns)
        return ways

    def _search_turned(self, pixels: NDArray[np.uint8], turns: int, sides: Sequence[int]) -> NDArray[np.float32]:
        """The rows of the faces that quarter turns counterclockwise bring nearest to upright."""
        rows = self._search(np.ascontiguousarray(np.rot90(pixels, turns)), sides)
        rows = rows[_is_upright(rows)]
        rows[:, :4] = np.hstack([np.floor(rows[:, :2]), np.rint(rows[:, 2:4])])  # as `_box`: the same crop either way
        corners = turn_back(rows[:, :4].reshape(-1, 2, 2), turns, *pixels.shape[:2])
        marks = turn_back(rows[:, 5:].reshape(-1, 5, 2), turns, *pixels.shape[:2])
        return np.hstack([corners.min(axis=1), corners.max(axis=1), rows[:, 4:5], marks.reshape(-1, 10)])

    def _search(self, pixels: NDArray[np.uint8], sides: Sequence[int]) -> NDArray[np.float32]:
        """The rows of a picture, as it lies, at several scales."""
        height, width = pixels.shape[:2]
        axis, found = int(width > height), []
        for tile in tiles(max(height, width), min(height, width)):
            part = pixels[:, tile.start : tile.end] if axis else pixels[tile.start : tile.end]
            rows = self._search_tile(np.ascontiguousarray(part), sides)
            rows[:, [1 - axis, 3 - axis, *range(6 - axis, 15, 2)]] += tile.start
            middle = (rows[:, 1 - axis] + rows[:, 3 - axis]) / 2
            found.append(rows[(middle >= tile.first) & (middle < tile.last)])
        return found[0] if len(found) == 1 else _suppress(np.concatenate(found))

    def _search_tile(self, pixels: NDArray[np.uint8], sides: Sequence[int]) -> NDArray[np.float32]:
        longest = max(pixels.shape[:2])
        coarse, *fine = sorted({min(side, max(longest, min(sides))) for side in sides})
        found = [self._detect_at(pixels, coarse / longest)]
        for side in fine:
            rows = self._detect_at(pixels, side / longest)
            size = np.maximum(rows[:, 2] - rows[:, 0], rows[:, 3] - rows[:, 1])
            found.append(rows[size * side / longest < MAX_FACE_AT_HIGH_RES])
        rows = np.concatenate(found)
        return _suppress(rows[(rows[:, 2] - rows[:, 0] >= 1) & (rows[:, 3] - rows[:, 1] >= 1)])

    def _detect_tight(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """The same rows, found in the picture with a border of its own reflection; boxes end at the picture's edges."""
        height, width = pixels.shape[:2]
        down, across = max(1, round(TIGHT_BORDER * height)), max(1, round(TIGHT_BORDER * width))
        rows = self._detect(cv2.copyMakeBorder(pixels, down, down, across, across, cv2.BORDER_REFLECT))
        rows[:, :4] = np.clip(rows[:, :4] - (across, down) * 2, 0, (width, height) * 2)
        rows[:, 5:] -= (across, down) * 5
        wide, high = rows[:, 2] - rows[:, 0], rows[:, 3] - rows[:, 1]
        return rows[(wide > MIN_TIGHT_FACE * width) & (high > MIN_TIGHT_FACE * height)]

    def _detect_at(self, pixels: NDArray[np.uint8], scale: float) -> NDArray[np.float32]:
        height, width = pixels.shape[:2]
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        right, bottom = -size[0] % 32, -size[1] % 32  # CenterFace wants multiples of 32
        small = cv2.copyMakeBorder(small, 0, bottom, 0, right, cv2.BORDER_CONSTANT)
        with self._lock:
            self._network.setInput(cv2.dnn.blobFromImage(small))
            outputs = self._network.forward(["537", "538", "539", "540"])  # heat, log size / 4, offset, landmarks
        rows = _decode(*outputs)
        to_frame = np.array([width / size[0], height / size[1]], np.float32)
        rows[:, :4] *= np.tile(to_frame, 2)
        rows[:, 5:] *= np.tile(to_frame, 5)
        rows[:, :4] = np.clip(rows[:, :4], 0, [width, height, width, height])
        return rows


@cache
def shared_face_detector(sides: tuple[int, ...] = DETECTION_SCALES, *, thorough: bool = True) -> FaceDetector:
    """The process's one such face finder; loading it takes longer than using it."""
    return FaceDetector(sides, thorough=thorough)


def _is_upright(rows: NDArray[np.float32]) -> NDArray[np.bool_]:
    """(n,) whether the landmarks say so, up to MAX_ROLL."""
    return np.array([abs(roll_angle(row[5:].reshape(5, 2))) <= MAX_ROLL for row in rows], bool)


def _with_turned(upright: NDArray[np.float32], *turned: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows of the picture as it lies and of turned ones together, strongest first. What lies in the former gives
    way to what the latter show upright."""
    rows = np.concatenate([upright, *turned])
    lying = np.concatenate([~_is_upright(upright), np.zeros(len(rows) - len(upright), bool)])
    rows = _suppress(rows, rows[:, 4] + ~lying)
    return rows[np.argsort(-rows[:, 4], kind="stable")]


def _suppress(rows: NDArray[np.float32], ranks: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
    """The rows without those that overlap one of higher rank, of higher confidence where no ranks are given; highest
    first. ranks: at least the confidence."""
    ranks = rows[:, 4] if ranks is None else ranks
    corners = [[left, top, right - left, bottom - top] for left, top, right, bottom in rows[:, :4].tolist()]
    kept = cv2.dnn.NMSBoxes(corners, ranks.tolist(), CONFIDENCE_THRESHOLD, NMS_IOU_THRESHOLD)
    return rows[np.asarray(kept, dtype=int)] if len(kept) else rows[:0]


def _decode(heat: NDArray[Any], size: NDArray[Any], offset: NDArray[Any], marks: NDArray[Any]) -> NDArray[np.float32]:
    """CenterFace's maps at stride 4, (1, C, h, w) each with y before x, → (n, 15) rows in input pixels."""
    y, x = np.nonzero(heat[0, 0] > CONFIDENCE_THRESHOLD)
    high, wide = np.exp(size[0, :, y, x].T) * 4
    top = (y + offset[0, 0, y, x] + 0.5) * 4 - high / 2
    left = (x + offset[0, 1, y, x] + 0.5) * 4 - wide / 2
    points = marks[0, :, y, x]  # (n, 10) y, x in box units
    columns = [left, top, left + wide, top + high, heat[0, 0, y, x]]
    for mark in range(5):
        columns += [points[:, 2 * mark + 1] * wide + left, points[:, 2 * mark] * high + top]
    return np.stack(columns, axis=1).astype(np.float32)


def _box(row: NDArray[np.float32], width: int, height: int) -> Box:
    """The detection's box in whole pixels, at least one pixel large and inside the frame."""
    left, top = min(int(row[0]), width - 1), min(int(row[1]), height - 1)
    return Box(left, top, max(left + 1, min(width, round(row[2]))), max(top + 1, min(height, round(row[3]))))


def _region(frame: Frame, face_id: int, row: NDArray[np.float32]) -> FaceRegion:
    height, width = frame.pixels.shape[:2]
    return crop_region(frame, face_id, _box(row, width, height), float(min(row[4], 1)), row[5:].reshape(5, 2).copy())


def crop_region(
    frame: Frame, face_id: int, box: Box, confidence: float, landmarks: NDArray[np.float32] | None
) -> FaceRegion:
    """The face in `box` with its crop cut out of the frame."""
    height, width = frame.pixels.shape[:2]
    cut = expand_box(box, width, height)
    crop = np.ascontiguousarray(frame.pixels[cut.top : cut.bottom, cut.left : cut.right])
    return FaceRegion(face_id, frame.index, frame.seconds, box, cut, confidence, landmarks, crop)
