"""Other scales than the common one: what reference faces, and the state of a picture, do to the answer.

Sources differ: the faces of one camera, site or channel score higher or lower than those of another, all alike. A few
untouched faces of the same source tell where its faces usually lie. Their logits are taken as normal around the
source's own mean, that mean as normal around the mean of all sources (a normal model with two levels; Gelman et al.,
Bayesian Data Analysis, 3rd edition, section 5.4), so that a handful moves the answer a little and many move it to what
the source itself shows. A questioned score is brought to the common scale by where it lies among the faces that this
model expects of the source. Thresholds and ratios are then the card's own: brought the other way, they make the card of
this source.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from forensics.decision.calibration import likelihood_ratio, logit
from forensics.decision.image_quality import QualityState
from forensics.decision.quality_gate import FaceQuality
from forensics.types.analysis import MIN_LEANING_RATIO
from forensics.types.evidence import Calibration, Evidence, PersonEvidence, SourceSpread
from forensics.types.face_thumbnail import same_picture
from forensics.types.model_card import DetectorCard, Thresholds
from forensics.types.references import Misfit, ReferenceFace, References
from forensics.validation import present, require

SIZE_RATIO = 2.0
"""Times smaller or larger than the questioned face, on its shorter side, from which a reference face is of another
size."""

MAX_SHIFT = 2.0
"""Standard deviations: no reference face, however it scores, counts for more, and no source is taken to lie farther off
than one in twenty does."""

SCALE_STEP = 1e-6
"""In logits: just above a reference face it no longer counts among those that score so high."""

DETAIL_RATIO = 2.0
"""The same for sharpness and for how far blocks of compression stand out: such a picture came another way."""


class LogitScale(NamedTuple):
    """A straight line over logits, rising: from the scores of one source to the common scale."""

    slope: float
    offset: float

    def to_source(self, fake_score: float) -> float:
        """What a score of the common scale is in this source."""
        return float(expit((logit(fake_score) - self.offset) / self.slope))


IDENTITY = LogitScale(1.0, 0.0)


def source_scale(logits: Sequence[float] | NDArray[np.float64], spread: SourceSpread) -> LogitScale:
    """The line that takes what is expected of this source's untouched faces to what is expected of any source's.

    logits: of n ≥ 1 reference faces; those farther than MAX_SHIFT deviations from what is expected of any source count
    as if they lay there. Expected of any source: mean m, variance b² + w². Of this source, with its mean x and variance
    s²: mean (n b² x + v m) / (n b² + v), with the variance b² v / (n b² + v) of its own; variance of one more face
    v (1 + b² / (n b² + v)) with v = (k w² + (n − 1) s²) / (k + n − 1), at least w², where k faces speak for the common
    w²: references that are all alike may be one picture many times. Where that mean is under m, so that signs would be
    told from lower scores, one deviation of its own is given back, up to m. It is at most MAX_SHIFT · b from m.
    """
    require(len(logits) > 0, "a source's scale needs reference faces")
    between, within = spread.between**2, spread.within**2
    reach = MAX_SHIFT * np.sqrt(between + within)
    values = np.clip(np.asarray(logits, float), spread.mean - reach, spread.mean + reach)
    n = len(values)
    own = float(values.var(ddof=1)) if n > 1 else 0.0
    known = max(within, (spread.faces * within + (n - 1) * own) / (spread.faces + n - 1))
    pull = n * between + known
    shift = n * between * (float(values.mean()) - spread.mean) / pull
    if shift < 0:
        shift = min(0.0, shift + float(np.sqrt(between * known / pull)))
    middle = spread.mean + float(np.clip(shift, -MAX_SHIFT * spread.between, MAX_SHIFT * spread.between))
    expected = known * (1 + between / pull)
    slope = float(np.sqrt((between + within) / expected))
    return LogitScale(slope, spread.mean - slope * middle)


def scale_for(references: References | None, card: DetectorCard) -> LogitScale:
    """The same where there are no reference faces, or the card knows no spread of sources."""
    if references is None or not references.faces or card.evidence is None:
        return IDENTITY
    return source_scale(_logits(references, card.evidence), card.evidence.spread)


def _logits(references: References, evidence: Evidence) -> NDArray[np.float64]:
    """Logits of the reference faces, as they would be in a picture of the best state."""
    states = evidence.states
    faces = references.distinct
    known = [None if face.quality is None else states.get(face.quality) for face in faces]
    offsets = [0.0 if state is None else state.offset for state in known]
    return logit(np.array([face.fake_score for face in faces])) - np.array(offsets)


def card_for_source(card: DetectorCard, references: References | None) -> DetectorCard:
    """The card with thresholds and ratios as they are for the source of these reference faces.

    Where the source scores high, so that thresholds rise, its card holds nothing against manipulation by kinds that the
    network knows: reference faces that are no untouched ones would otherwise clear a forgery. Reference faces that
    score so high are counted among the untouched ones that do.
    """
    made = card_on_scale(card, scale_for(references, card))
    if made is not card:
        evidence = present(made.evidence)
        untouched = _with_untouched_shares(evidence, _logits(present(references), present(card.evidence)))
        made = replace(made, evidence=replace(evidence, untouched=untouched))
    if made.thresholds.signs <= card.thresholds.signs:
        return made
    return replace(
        made,
        calibration=replace(made.calibration, log10_floor=0.0),
        persons=made.persons and replace(made.persons, known=replace(made.persons.known, log10_floor=0.0)),
    )


def _with_untouched_shares(evidence: Evidence, logits: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """The shares of untouched faces that score at least so high, at least those that reference faces of these logits
    show: their own shares, pulled to the common ones as if these were of `spread.faces` faces more."""
    places, shares = np.array(evidence.untouched).T
    at = np.unique(np.round(np.concatenate([places, logits, logits + SCALE_STEP]), 9))
    common = np.interp(at, places, shares)
    hits = (logits[:, None] >= at - SCALE_STEP / 2).sum(axis=0)
    pulled = (evidence.spread.faces * common + hits) / (evidence.spread.faces + len(logits))
    return tuple(zip(at.tolist(), np.maximum(common, pulled).tolist(), strict=True))


def card_for_state(card: DetectorCard, quality: QualityState | None) -> DetectorCard:
    """The card as it is for pictures in this state; None: where that is not known.

    Signs of manipulation, and the ratio for kinds that the network may not know, ask for so much higher a score. What
    is said of a low score stays as it is: that untouched faces score higher in a state clears no low one.
    """
    if card.evidence is None or quality is None or quality not in card.evidence.states:
        return card
    shifted = card_on_scale(card, LogitScale(1.0, -card.evidence.states[quality].offset))
    promise = None if card.thresholds.false_alarms is None else card.evidence.states[quality].false_alarms
    thresholds = replace(card.thresholds, signs=shifted.thresholds.signs, false_alarms=promise)
    return replace(shifted, thresholds=thresholds, calibration=card.calibration, persons=card.persons)


def card_on_scale(card: DetectorCard, scale: LogitScale) -> DetectorCard:
    """The card as it is for scores on another scale than the common one."""
    if scale == IDENTITY:
        return card
    return replace(
        card,
        thresholds=_limits(card.thresholds, scale),
        calibration=_calibration(card.calibration, scale),
        evidence=card.evidence and _evidence(card.evidence, scale),
        persons=card.persons and _persons(card.persons, scale),
    )


Limits = TypeVar("Limits", Thresholds, PersonEvidence)


def _limits(limits: Limits, scale: LogitScale) -> Limits:
    """What is told of a low score never reaches higher than on the common scale: that the untouched faces of a source
    score high clears none that does. What a threshold promised was measured at its old place."""
    no_signs = min(limits.no_signs, scale.to_source(limits.no_signs))
    signs = max(scale.to_source(limits.signs), float(np.nextafter(no_signs, 1)))
    moved = replace(limits, signs=signs, no_signs=no_signs, false_alarms=None)
    return moved if no_signs == limits.no_signs or isinstance(moved, PersonEvidence) else replace(moved, misses=None)


def _calibration(calibration: Calibration, scale: LogitScale) -> Calibration:
    """slope · (a x + b) + intercept as a line over x."""
    slope, intercept = calibration.slope * scale.slope, calibration.intercept + calibration.slope * scale.offset
    return replace(calibration, slope=slope, intercept=intercept)


def _knots(knots: tuple[tuple[float, float], ...], scale: LogitScale) -> tuple[tuple[float, float], ...]:
    return tuple(((place - scale.offset) / scale.slope, share) for place, share in knots)


def _evidence(evidence: Evidence, scale: LogitScale) -> Evidence:
    return replace(evidence, ratio=_calibration(evidence.ratio, scale), untouched=_knots(evidence.untouched, scale))


def _persons(persons: PersonEvidence, scale: LogitScale) -> PersonEvidence:
    return replace(
        _limits(persons, scale),
        untouched=_knots(persons.untouched, scale),
        ratio=_calibration(persons.ratio, scale),
        known=_calibration(persons.known, scale),
    )


def misfits_of(
    references: References, size: int, measures: FaceQuality, card: DetectorCard, look: bytes = b""
) -> list[tuple[str, Misfit]]:
    """Reference faces that are unlike a questioned face of this size, these measures and this look, or too like it, or
    suspect themselves."""
    found = []
    distinct = set(map(id, references.distinct))
    same = same_picture([face.look for face in references.faces], [look])[:, 0]
    for face, is_questioned in zip(references.faces, same, strict=True):
        kinds = {
            Misfit.OTHER_SIZE: _differ_by(face.size, size) > SIZE_RATIO,
            Misfit.OTHER_SHARPNESS: _differ_by(face.sharpness, measures.sharpness) > DETAIL_RATIO,
            Misfit.OTHER_COMPRESSION: _differ_by(face.blockiness, measures.blockiness) > DETAIL_RATIO,
            Misfit.SUSPICIOUS: _leans(face, card),
            Misfit.SAME_PICTURE: is_questioned,
            Misfit.REPEATED: id(face) not in distinct,
        }
        found += [(face.name, kind) for kind, holds in kinds.items() if holds]
    return found


def _leans(face: ReferenceFace, card: DetectorCard) -> bool:
    """Whether a face that is said to be untouched leans towards manipulation, or shows signs of it."""
    leading = card.calibration if card.evidence is None else card.evidence.ratio
    signs = face.fake_score >= card.thresholds.signs
    return signs or likelihood_ratio(face.fake_score, leading) >= MIN_LEANING_RATIO


def _differ_by(one: float, other: float) -> float:
    return max(one, other) / max(min(one, other), 1e-9)
