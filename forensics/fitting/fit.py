"""From the answers of a network to what its card says of their worth."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from forensics.decision.image_quality import Quality
from forensics.fitting.answers import Answers
from forensics.fitting.limits import (
    cells,
    on_common_scale,
    signs_logit,
    source_spread,
    state_limits,
    survival,
    untouched_curve,
)
from forensics.fitting.ratio import fit_ratio
from forensics.fitting.scorers import whose
from forensics.fitting.states import AS_FOUND
from forensics.training.calibrating import (
    SMALLEST_FACE,
    STATED_FALSE_ALARMS,
    fit_calibration,
    fit_thresholds,
    just_above,
    promised,
)
from forensics.types.evidence import Calibration, Evidence
from forensics.types.model_card import DetectorCard, Thresholds

KNOWN_KIND = "openforensics"
"""Of the kinds that a network was trained on the one that its ratio for known kinds is fitted on: swaps in photographs
of many makers, of which openforensics-val holds others to test it on."""

KNOWN_SOURCES = ("openforensics", "lfw", "ffhq")

SLIGHT = (AS_FOUND, "recompressed")
"""States in which the threshold for no signs keeps its promise for known kinds."""


def fitted_card(card: DetectorCard, answers: Answers) -> DetectorCard:
    """The card with thresholds, ratios and the spread of sources of these answers.

    The threshold for signs holds twice: over all untouched faces as found with its bound, and in every source and state
    to the nearest face.

    answers: of all parts and states; what the gate refused takes no part.
    """
    judged = answers.where(answers.quality != "")
    calibration, known = fit_known(judged)
    found = list(cells(judged, Quality.CLEAN))
    signs = max(signs_logit(found), bounded_logit(judged))
    states = state_limits(judged, signs)
    common = on_common_scale(judged, states)
    unknown = common.where(~common.known)
    ratio, hardest = fit_ratio(unknown, f"forgeries of {len(unknown.kinds)} kinds{whose(card)}")
    signs = max(signs, neutral(ratio))
    as_found = common.where(common.state == AS_FOUND)
    untouched = as_found.where(~as_found.manipulated)
    evidence = Evidence(
        ratio=ratio,
        kinds=tuple(unknown.kinds),
        hardest=hardest,
        sources=tuple(unknown.sources),
        untouched=untouched_curve(common),
        spread=source_spread(as_found, signs),
        states=states,
        masks=survival(untouched, untouched.mask_share),
    )
    thresholds = Thresholds(
        signs=float(expit(signs)),
        no_signs=float(min(known.no_signs, expit(neutral(ratio)))),
        smallest_face=SMALLEST_FACE,
        false_alarms=promised(STATED_FALSE_ALARMS, untouched.logit >= signs),
        misses=known.misses,
    )
    return replace(card, thresholds=thresholds, calibration=calibration, evidence=evidence)


def bounded_logit(judged: Answers) -> float:
    """The lowest threshold that so few of all untouched faces as found reach that the bound of their share is 2 %."""
    untouched = judged.where(~judged.manipulated & (judged.state == AS_FOUND))
    return just_above(untouched.logit, STATED_FALSE_ALARMS)


def neutral(ratio: Calibration) -> float:
    """The logit at which the ratio is 1; 0 where no score says anything."""
    return -ratio.intercept / ratio.slope if ratio.slope > 0 else 0.0


def fit_known(judged: Answers) -> tuple[Calibration, Thresholds]:
    """The ratio for the kinds that the network was trained on, and the thresholds that hold for these alone."""
    known = of_known_kind(judged)
    as_found = known.where(known.state == AS_FOUND)
    data = "faces that neither trained nor chose the network: OpenForensics; LFW and FFHQ, untouched"
    calibration = fit_calibration(expit(as_found.logit), as_found.manipulated, data)
    worst, manipulated = worst_of(known.where(np.isin(known.state, SLIGHT)))
    return calibration, fit_thresholds(expit(worst), manipulated, calibration)


def of_known_kind(judged: Answers) -> Answers:
    """The answers that the ratio for known kinds is fitted on, in every state."""
    rows = np.where(judged.manipulated, judged.group == KNOWN_KIND, np.isin(judged.group, KNOWN_SOURCES))
    return judged.where(rows & (~judged.manipulated | judged.known))


def known_faces(answers: Answers) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Scores in [0, 1] and labels of these as found, of those that the gate lets pass."""
    known = of_known_kind(answers.where((answers.quality != "") & (answers.state == AS_FOUND)))
    return expit(known.logit), known.manipulated


def worst_of(answers: Answers) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Of each face the logit that misleads most, and whether it is forged: (faces,) each."""
    _, first, inverse = np.unique(answers.face, return_index=True, return_inverse=True)
    manipulated = answers.manipulated[first]
    worst = np.where(manipulated, np.inf, -np.inf)  # of every face at least one row takes its place
    np.minimum.at(worst, inverse[answers.manipulated], answers.logit[answers.manipulated])
    np.maximum.at(worst, inverse[~answers.manipulated], answers.logit[~answers.manipulated])
    return worst, manipulated
