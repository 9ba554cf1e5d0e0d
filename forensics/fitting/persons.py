"""What the strongest stretch of a person in a video is worth, fitted on whole clips: one clip is one case."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from forensics.decision.calibration import clopper_pearson, logit
from forensics.fitting.answers import Answers
from forensics.fitting.clips import Clip
from forensics.fitting.fit import neutral_logit
from forensics.fitting.ratio import fit_ratio
from forensics.fitting.scorers import scored_by
from forensics.fitting.states import AS_FOUND
from forensics.fitting.thresholds import untouched_tail_curve
from forensics.training.calibration_fit import STATED_FALSE_ALARM_RATE, STATED_MISS_RATE, fit_calibration
from forensics.types.evidence import ErrorRateBound, PersonEvidence
from forensics.types.model_card import DetectorCard

MAX_LIGHT_CRF = 30
"""Constant rate factor up to which a clip counts as lightly compressed: the threshold holds on either side of it."""


def fit_persons(clips: list[Clip], card: DetectorCard) -> PersonEvidence:
    """clips: all that were made; those whose person was not evaluated take no part."""
    judged = [clip for clip in clips if not np.isnan(clip.low)]
    known = [clip for clip in judged if clip.known or not clip.manipulated]
    unknown = clips_to_answers([clip for clip in judged if not (clip.known and clip.manipulated)])
    ratio, hardest = fit_ratio(unknown, f"clips of {len(unknown.kinds)} kinds{scored_by(card)}")
    lows, forged = lower_ends_and_labels(known)
    untouched = [clip for clip in judged if not clip.manipulated]
    signs = max(fit_person_threshold(untouched), float(expit(neutral_logit(ratio))))
    highs = np.sort([clip.high for clip in known if clip.manipulated])
    return PersonEvidence(
        ratio=ratio,
        known=fit_calibration(lows, forged, "clips of kinds that the network was trained on"),
        signs=signs,
        no_signs=float(
            min(highs[int(STATED_MISS_RATE * len(highs))], np.nextafter(signs, 0), expit(neutral_logit(ratio)))
        ),
        false_alarms=person_error_bound(untouched, signs),
        untouched=untouched_tail_curve(unknown),
        kinds=tuple(unknown.kinds),
        hardest=hardest,
        real_clips=sum(clip.real for clip in untouched),
    )


def lower_ends_and_labels(clips: list[Clip]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Lower ends and labels, (n,) each."""
    return np.array([clip.low for clip in clips]), np.array([clip.manipulated for clip in clips])


def fit_person_threshold(untouched: list[Clip]) -> float:
    """The lowest limit that at most 2 % of the lower ends reach, of lightly and of strongly compressed clips alike."""
    sides = ([clip.low for clip in untouched if (clip.crf <= MAX_LIGHT_CRF) == light] for light in (True, False))
    tops = [np.sort(side)[::-1][int(STATED_FALSE_ALARM_RATE * len(side))] for side in sides if side]
    return float(np.nextafter(max(tops), 1))


def person_error_bound(untouched: list[Clip], signs: float) -> ErrorRateBound:
    """What the limit does on all these clips; the bound is of the side of the higher rate."""
    sides = {}
    for name, light in (("light compression", True), ("strong compression", False)):
        lows = np.array([clip.low for clip in untouched if (clip.crf <= MAX_LIGHT_CRF) == light])
        if len(lows):
            sides[name] = clopper_pearson(int((lows >= signs).sum()), len(lows))[1], len(lows)
    worst = max(sides, key=lambda name: sides[name])
    return ErrorRateBound(STATED_FALSE_ALARM_RATE, *sides[worst], worst)


def clips_to_answers(clips: list[Clip]) -> Answers:
    """Clips as answers: the logit is that of the lower end, and a clip is a face as found; features as of clips."""
    lows, manipulated = lower_ends_and_labels(clips)
    n = len(clips)
    return Answers(
        logit(lows),
        np.array([clip.group for clip in clips]),
        manipulated,
        np.array([clip.known for clip in clips]),
        np.array([clip.name for clip in clips]),
        np.full(n, AS_FOUND),
        np.full(n, "clip"),
        np.full(n, np.nan),
        np.array([clip.features for clip in clips]).reshape(n, -1),
    )
