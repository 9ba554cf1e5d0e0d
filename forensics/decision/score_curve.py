"""One line for each person: the robust local mean of the score over time, with its band."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri

from forensics.decision.calibration import logit, person_limits
from forensics.decision.robust_mean import MedianEstimate, noise_std, sliding_windows, weighted_median
from forensics.types.analysis import Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.video import Track

WINDOW_SECONDS = 1.6
"""Seconds over which a point of the line looks, half before and half after it. The line follows what fills more than
half of them: a second is seen, half a second is not."""

MIN_OBSERVATIONS = 4
"""Evaluated sightings from which a stretch, or a person, is judged: of three, two flickering ones would decide."""

MIN_INTERVAL_SECONDS = 1.0
"""Seconds, from first to last sighting, from which a stretch counts as sustained."""

MAX_GAP_SECONDS = 1.0
"""Seconds without an evaluated sighting over which the line goes on; beyond that it breaks."""

DEFAULT_INTERVAL = 0.2
"""Seconds that a sighting stands for where it is the only one."""

CONFIDENCE = 0.95


class ScoreCurve(NamedTuple):
    """All (n,), in the order of time: a point for each evaluated sighting, and a point of NaN where the line breaks.

    score: robust local mean. low, high: a band that covers the whole line, all its points at once, with 95 %, as far as
    frames of one face scatter at random; that a detector errs about a face throughout, no band can tell. NaN where
    fewer than MIN_OBSERVATIONS sightings lie in the window. verdicts: what the card's limits for persons say of each
    point; one is "signs of manipulation" only in a run over the limit that reaches it with the lower end of the band,
    too."""

    seconds: NDArray[np.float64]
    score: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, eq=False)
class LogitCurve:
    """The line in logits, before it is drawn. first, last: seconds of the sightings in each point's window, (n,).

    whole: the same estimate over all sightings, one row. reach: standard errors from the middle to the ends of a band.
    bridge: seconds over which the line goes on.
    """

    seconds: NDArray[np.float64] = field(repr=False)
    first: NDArray[np.float64] = field(repr=False)
    last: NDArray[np.float64] = field(repr=False)
    local: MedianEstimate = field(repr=False)
    whole: MedianEstimate
    reach: float
    bridge: float

    @property
    def sustained(self) -> NDArray[np.bool_]:
        """Which points look at a stretch long and full enough to be judged, (n,)."""
        return (self.last - self.first >= MIN_INTERVAL_SECONDS * (1 - 1e-6)) & (self.local.count >= MIN_OBSERVATIONS)

    def band(self, made: MedianEstimate) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Lower and upper end, in logits; NaN where too few sightings speak."""
        margin = np.where(made.count >= MIN_OBSERVATIONS, self.reach * made.error, np.nan)
        return made.middle - margin, made.middle + margin


def score_curve(track: Track, card: DetectorCard) -> ScoreCurve:
    """The line of a person; of no points where none of its sightings was evaluated."""
    curve = logit_curve(track)
    if curve is None:
        nothing = np.zeros(0)
        return ScoreCurve(nothing, nothing, nothing, nothing, ())
    breaks = np.flatnonzero(np.diff(curve.seconds) > curve.bridge) + 1
    low, high = curve.band(curve.local)
    between = (curve.seconds[breaks - 1] + curve.seconds[breaks]) / 2
    verdicts = np.insert(_verdicts(curve, card), breaks, Verdict.NOT_EVALUATED)
    score, lowest, highest = (np.insert(expit(values), breaks, np.nan) for values in (curve.local.middle, low, high))
    return ScoreCurve(
        np.insert(curve.seconds, breaks, between),
        score,
        lowest,
        highest,
        tuple(Verdict(verdict) for verdict in verdicts),
    )


def logit_curve(track: Track) -> LogitCurve | None:
    """None where none of its sightings was evaluated.

    A sighting weighs as much as it is clear and as it stands for time: where frames were looked at more densely,
    because the score changed fast, they do not count more. The reach is that of a band for as many stretches, one
    beside the other, as the person was seen for, and for the whole (Bonferroni), because the strongest of them will be
    picked.
    """
    counted = [sighting for sighting in track.sightings if sighting.weight > 0]
    if not counted:
        return None
    step = sampling_interval(track)
    half = max(WINDOW_SECONDS, MIN_OBSERVATIONS * step) / 2
    seconds = np.array([sighting.seconds for sighting in counted])
    logits = logit(np.array([sighting.fake_score for sighting in counted]))
    to_next = np.minimum(np.diff(seconds, prepend=-np.inf, append=np.inf), step) / 2
    shares = to_next[:-1] + to_next[1:]
    weights = np.array([sighting.weight for sighting in counted]) * shares
    rows, spread = sliding_windows(logits, weights, seconds, half), noise_std(logits, seconds)
    chances = 1 + shares.sum() / (2 * half)
    return LogitCurve(
        seconds,
        np.where(rows[1] > 0, rows[2], np.inf).min(axis=1),
        np.where(rows[1] > 0, rows[2], -np.inf).max(axis=1),
        weighted_median(*rows, spread),
        weighted_median(logits[None], weights[None], seconds[None], spread),
        float(ndtri(1 - (1 - CONFIDENCE) / 2 / chances)),
        max(MAX_GAP_SECONDS, half),
    )


def sampling_interval(track: Track) -> float:
    """Seconds between two sightings where frames were looked at as densely as everywhere: two in three are no farther
    apart, because some may be nearer."""
    apart = np.diff([sighting.seconds for sighting in track.sightings])
    return float(np.quantile(apart, 0.66, method="inverted_cdf")) if len(apart) else DEFAULT_INTERVAL


def _verdicts(curve: LogitCurve, card: DetectorCard) -> NDArray[np.str_]:
    signs, no_signs = (float(logit(value)) for value in person_limits(card))
    verdicts = np.where(curve.local.middle <= no_signs, Verdict.NO_SIGNS, Verdict.INCONCLUSIVE).astype("<U21")
    over = curve.local.middle >= signs
    sure = curve.sustained & (curve.band(curve.local)[0] >= signs) | (curve.band(curve.whole)[0] >= signs)
    edges = np.flatnonzero(np.diff(over)) + 1
    for run in np.split(np.arange(len(over)), edges):
        if over[run[0]] and sure[run].any():
            verdicts[run] = Verdict.SIGNS
    return verdicts
