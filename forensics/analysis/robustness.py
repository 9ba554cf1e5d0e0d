"""The robustness card of a finding: the same face scored again after changes that any picture may go through.

A score that falls apart under a messenger's compression is weaker evidence than one that stays; so the spread stands
beside the score. It changes neither the score nor the decision.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.corruption.encoding import downscale, recompress
from forensics.decision.decide import decide_in_state
from forensics.decision.strength_wording import VERDICTS
from forensics.detectors.crop_detector import OnProgress, ignore_progress
from forensics.detectors.registry import Detector
from forensics.faces.detection import crop_region
from forensics.messages.catalogue import format_list, text
from forensics.types.analysis import Box, FaceFinding, FaceRegion, Frame, PerturbedScore, Verdict
from forensics.types.model_card import DetectorCard

MAX_FACES_PERTURBED = 12
"""Faces of a picture that are scored again, highest scores first: each costs as much as five, and in a crowd the
suspect ones are those that will be asked about. As many as the app shows at once."""

SHIFT_PIXELS = 0.04
"""Shift of the crop, over the sides of the face box: about what two face finders differ by."""

CONTEXT_MARGIN = 1 / 8
"""Width of what is changed around the crop, over the crop's longer side, so that its border is changed like the rest
and a shifted crop is still full."""

JPEG_GRID = 16
"""Pixels of a JPEG's block with its colors at half resolution: patches begin on this grid, as they would where the
whole picture is saved again."""

MAX_JPEG_SIDE = 50_000
"""Longer side of a crop in pixels: with its surroundings it must stay within the 65,500 that libjpeg writes."""

Patch = tuple[NDArray[np.uint8], Box]
"""A piece of the picture, (H, W, 3) uint8 RGB, and the face's box in it."""


def _jpeg(quality: int) -> Callable[[Patch], Patch]:
    return lambda patch: (recompress(patch[0], ".jpg", [cv2.IMWRITE_JPEG_QUALITY, quality]), patch[1])


def _half(patch: Patch) -> Patch:
    return downscale(patch[0], 0.5), Box(*(round(edge / 2) for edge in patch[1]))


def _blurred(patch: Patch) -> Patch:
    return cv2.GaussianBlur(patch[0], (0, 0), 1.0), patch[1]


def _shifted(patch: Patch) -> Patch:
    pixels, box = patch
    right, down = round(SHIFT_PIXELS * box.width), round(SHIFT_PIXELS * box.height)
    return pixels, Box(box.left + right, box.top + down, box.right + right, box.bottom + down)


class Perturbation(StrEnum):
    """What the face is scored again after."""

    JPEG_75 = "jpeg_75"
    JPEG_50 = "jpeg_50"
    HALF_SIZE = "half_size"
    SLIGHT_BLUR = "slight_blur"
    SHIFTED_CROP = "shifted_crop"


PERTURBATIONS: dict[Perturbation, Callable[[Patch], Patch]] = {
    Perturbation.JPEG_75: _jpeg(75),
    Perturbation.JPEG_50: _jpeg(50),
    Perturbation.HALF_SIZE: _half,
    Perturbation.SLIGHT_BLUR: _blurred,
    Perturbation.SHIFTED_CROP: _shifted,
}

JPEG_PERTURBATIONS = (Perturbation.JPEG_75, Perturbation.JPEG_50)


def rescore(
    detector: Detector, frame: Frame, findings: Sequence[FaceFinding], tick: OnProgress = ignore_progress
) -> list[FaceFinding]:
    """The findings, in their order, with rescores for the MAX_FACES_PERTURBED evaluated faces of the highest scores.

    Faces are not sought again.
    """
    evaluated = [finding for finding in findings if finding.decision.verdict != Verdict.NOT_EVALUATED]
    evaluated.sort(key=lambda finding: finding.fake_score, reverse=True)
    chosen = [finding.region for finding in evaluated[:MAX_FACES_PERTURBED]]
    rescores: dict[int, list[PerturbedScore]] = {region.face_id: [] for region in chosen}
    for (
        name,
        change,
    ) in PERTURBATIONS.items():  # one after the other, so that no two changed copies of a picture are held
        able = [region for region in chosen if _is_applicable(region, name, detector.card.thresholds.smallest_face)]
        again = detector.predict_scores(
            [_region(region, change(_crop_with_context(frame, region))) for region in able], tick
        )
        for region, score in zip(able, again, strict=True):
            rescores[region.face_id].append(PerturbedScore(str(name), score))
    return [
        replace(finding, rescores=tuple(rescores[finding.region.face_id]))
        if finding.region.face_id in rescores
        else finding
        for finding in findings
    ]


def _is_applicable(region: FaceRegion, change: Perturbation, smallest_face: int) -> bool:
    """Whether the change leaves a face that the detector may score, and a picture that its format can hold."""
    if change == Perturbation.HALF_SIZE:
        return min(region.box.width, region.box.height) >= 2 * smallest_face
    return change not in JPEG_PERTURBATIONS or max(region.crop.shape) <= MAX_JPEG_SIDE


def _crop_with_context(frame: Frame, region: FaceRegion) -> Patch:
    """The crop with its surroundings, as far as the frame reaches."""
    cut, box = region.crop_box, region.box
    margin = round(CONTEXT_MARGIN * max(cut.width, cut.height))
    left, top = (max(0, edge - margin) // JPEG_GRID * JPEG_GRID for edge in (cut.left, cut.top))
    pixels = frame.pixels[top : cut.bottom + margin, left : cut.right + margin]
    return pixels, Box(box.left - left, box.top - top, box.right - left, box.bottom - top)


def _region(region: FaceRegion, patch: Patch) -> FaceRegion:
    pixels, box = patch
    frame = Frame(region.frame_index, region.seconds, pixels)
    return crop_region(frame, region.face_id, box, region.detector_confidence, region.landmarks)  # they say what is up


def score_range(finding: FaceFinding) -> float:
    """Highest less lowest of the scores before and after the changes, in [0, 1]; 0 where there are no rescores."""
    scores = [finding.fake_score, *(again.fake_score for again in finding.rescores)]
    return max(scores) - min(scores)


def perturbation_label(change: str) -> str:
    """change: as a rescore names it."""
    return text("change", change=change)


def stability_sentence(finding: FaceFinding, card: DetectorCard) -> str:
    """In one sentence: whether the card's thresholds would give the face another decision after any of the changes.

    Empty where the face was not evaluated.
    """
    if finding.decision.verdict == Verdict.NOT_EVALUATED:
        return ""
    changes = len(finding.rescores)
    if not changes:
        return text("not-scored-again", most=MAX_FACES_PERTURBED)
    others = _other_verdicts(finding, card)
    if not others:
        return text("stays-the-same", changes=changes)
    every = text("after-all-changes", changes=changes)
    would_be = [
        text(
            "would-be",
            first=place == 0,
            after=every if len(after) == changes else _join_with_and(after),
            verdict=VERDICTS[verdict],
        )
        for place, (verdict, after) in enumerate(others.items())
    ]
    lost = sum(len(after) for after in others.values())
    weak = finding.decision.verdict == Verdict.SIGNS and 2 * lost > changes
    return text("would-change", changed=format_list(would_be), weak=weak)


def _other_verdicts(finding: FaceFinding, card: DetectorCard) -> dict[Verdict, list[str]]:
    """The verdicts that the face would have instead, with the changes after which it would."""
    others: dict[Verdict, list[str]] = {}
    for change, score in finding.rescores:
        verdict = decide_in_state(score, finding.region.box, finding.decision.quality, card).verdict
        if verdict != finding.decision.verdict:
            others.setdefault(verdict, []).append(change)
    return others


def _join_with_and(changes: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return format_list([text("after-change", change=change) for change in changes], last="list-and")
