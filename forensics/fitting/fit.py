"""From the answers of a network to what its card says of their worth."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from forensics.decision.image_quality import QualityState
from forensics.fitting.answers import Answers
from forensics.fitting.ratio import fit_ratio
from forensics.fitting.scorers import scored_by
from forensics.fitting.states import AS_FOUND
from forensics.fitting.thresholds import (
    fit_source_spread,
    fit_state_limits,
    signs_threshold,
    source_cells,
    subtract_state_offsets,
    survival_curve,
    untouched_tail_curve,
)
from forensics.training.calibration_fit import (
    MIN_FACE_SIDE,
    STATED_FALSE_ALARM_RATE,
    error_rate_bound,
    fit_calibration,
    fit_thresholds,
    threshold_for_rate,
)
from forensics.training.stretch import trained_parts
from forensics.types.evidence import Calibration, Evidence
from forensics.types.model_card import DetectorCard, Thresholds

KNOWN_KIND = "openforensics"
"""The kind, of those trained on, that the ratio for known kinds is fitted on: swaps in photographs
of many makers, of which openforensics-val holds others to test it on."""

KNOWN_SOURCES = ("openforensics", "lfw", "ffhq")

LIGHT_STATES = (AS_FOUND, "recompressed")
"""States in which the threshold for no signs keeps its promise for known kinds."""


def fit_card(card: DetectorCard, answers: Answers) -> DetectorCard:
    """The card with thresholds, ratios and the spread of sources of these answers.

    The threshold for signs holds twice: over all untouched faces as found with its bound, and in every source and state
    to the nearest face.

    answers: of all parts and states; what the gate refused takes no part.
    """
    judged = answers.select(answers.quality != "")
    calibration, known = fit_known(judged)
    found = list(source_cells(judged, QualityState.CLEAN))
    signs = max(signs_threshold(found), bounded_threshold(judged))
    states = fit_state_limits(judged, signs)
    common = subtract_state_offsets(judged, states)
    unknown = common.select(~common.known)
    ratio, hardest = fit_ratio(unknown, f"forgeries of {len(unknown.kinds)} kinds{scored_by(card)}")
    signs = max(signs, neutral_logit(ratio))
    as_found = common.select(common.state == AS_FOUND)
    untouched = as_found.select(~as_found.manipulated)
    own = untouched.select(~np.isin(untouched.group, trained_parts(card)))  # another network drew the masks of others
    evidence = Evidence(
        ratio=ratio,
        kinds=tuple(unknown.kinds),
        hardest=hardest,
        sources=tuple(unknown.sources),
        untouched=untouched_tail_curve(common),
        spread=fit_source_spread(as_found, signs),
        states=states,
        masks=survival_curve(own, own.mask_share),
    )
    thresholds = Thresholds(
        signs=float(expit(signs)),
        no_signs=float(min(known.no_signs, expit(neutral_logit(ratio)))),
        smallest_face=MIN_FACE_SIDE,
        false_alarms=error_rate_bound(STATED_FALSE_ALARM_RATE, untouched.logit >= signs),
        misses=known.misses,
    )
    return replace(card, thresholds=thresholds, calibration=calibration, evidence=evidence)


def bounded_threshold(judged: Answers) -> float:
    """The lowest threshold that so few of all untouched faces as found reach that the bound of their share is 2 %."""
    untouched = judged.select(~judged.manipulated & (judged.state == AS_FOUND))
    return threshold_for_rate(untouched.logit, STATED_FALSE_ALARM_RATE)


def neutral_logit(ratio: Calibration) -> float:
    """The logit at which the ratio is 1; 0 where no score says anything."""
    return -ratio.intercept / ratio.slope if ratio.slope > 0 else 0.0


def fit_known(judged: Answers) -> tuple[Calibration, Thresholds]:
    """The ratio for the kinds that the network was trained on, and the thresholds that hold for these alone."""
    known = known_kind_answers(judged)
    as_found = known.select(known.state == AS_FOUND)
    data = "faces that neither trained nor chose the network: OpenForensics; LFW and FFHQ, untouched"
    calibration = fit_calibration(expit(as_found.logit), as_found.manipulated, data)
    worst, manipulated = worst_state_logits(known.select(np.isin(known.state, LIGHT_STATES)))
    return calibration, fit_thresholds(expit(worst), manipulated, calibration)


def known_kind_answers(judged: Answers) -> Answers:
    """The answers that the ratio for known kinds is fitted on, in every state."""
    rows = np.where(judged.manipulated, judged.group == KNOWN_KIND, np.isin(judged.group, KNOWN_SOURCES))
    return judged.select(rows & (~judged.manipulated | judged.known))


def known_kind_scores(answers: Answers) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Scores in [0, 1] and labels of these as found, of those that the gate lets pass."""
    known = known_kind_answers(answers.select((answers.quality != "") & (answers.state == AS_FOUND)))
    return expit(known.logit), known.manipulated


def worst_state_logits(answers: Answers) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The logit of each face that misleads most, and whether the face is forged: (faces,) each."""
    _, first, inverse = np.unique(answers.face, return_index=True, return_inverse=True)
    manipulated = answers.manipulated[first]
    worst = np.where(manipulated, np.inf, -np.inf)  # of every face at least one row takes its place
    np.minimum.at(worst, inverse[answers.manipulated], answers.logit[answers.manipulated])
    np.maximum.at(worst, inverse[~answers.manipulated], answers.logit[~answers.manipulated])
    return worst, manipulated
