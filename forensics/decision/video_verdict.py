"""What is said of a person over time, and of a file: never because of one flickering frame.

A person is judged by the strongest stretch that lasts: a second or more of sightings whose robust mean, less its
uncertainty, is the highest. Or by all sightings together, where those are stronger, as they are if everything is forged
and every single second is a little unclear. A mean alone would hide two forged seconds in ten.

Whoever looks at many stretches finds a strong one by chance. The bands are therefore wider the longer a person was
seen: all stretches of one person lie within theirs with 95 % (Bonferroni). That holds for scores that scatter at
random from frame to frame. A detector that errs about a face, its light or its pose errs for as long as they last, and
of that no number of frames tells: the share of false alarms that the card promises is of faces, hence of persons, and a
file with many persons has as many chances of one.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

import numpy as np
from scipy.special import expit

from forensics.decision.calibration import person_decision_ratios, person_limits
from forensics.decision.score_curve import MIN_OBSERVATIONS, LogitCurve, ScoreCurve, logit_curve, score_curve
from forensics.decision.segments import Segment, clip_to_shots, verdict_segments
from forensics.decision.strength import SEVERITY_ORDER
from forensics.facts import Fact
from forensics.types.analysis import Decision, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.reasons import ReasonCode
from forensics.types.video import Track, VideoResult

NOT_EVALUATED = float("nan")


@dataclass(frozen=True, slots=True)
class PersonVerdict:
    """What is said of one person.

    score: robust mean of the strongest lasting stretch, in [0, 1]; low, high: its 95 % interval, wide enough for having
    chosen the strongest; NaN where fewer than MIN_OBSERVATIONS frames were looked at, and all three where the person
    was not evaluated. evaluated: of how many of the sightings the score was used. stretch: seconds of the first and the
    last sighting that the score comes from. typical: robust mean of all, NaN where the person was not evaluated."""

    face_id: int
    score: float
    low: float
    high: float
    decision: Decision
    evaluated: int
    sightings: int
    spans: tuple[Segment, ...]
    stretch: tuple[float, float] | None = None
    typical: float = NOT_EVALUATED


@dataclass(frozen=True, slots=True)
class VideoVerdict:
    """What is said of a file: the decision of its strongest person, face_id None where nobody was seen."""

    decision: Decision
    face_id: int | None
    tracks: tuple[PersonVerdict, ...]


@dataclass(frozen=True, slots=True)
class _Interval:
    """The stretch that speaks: a robust mean with its interval, all in [0, 1], and from when to when."""

    score: float
    low: float
    high: float
    start: float
    end: float
    sightings: int
    everything: bool


def decide_person(
    track: Track, card: DetectorCard, frames: int | None = None, drawn: ScoreCurve | None = None
) -> PersonVerdict:
    """The person's decision.

    "signs of manipulation" if the lower end of the strongest stretch's interval reaches the card's limit for persons;
    "no signs found" if its upper end does not pass the other limit and nor does the line anywhere; "inconclusive"
    between; "not evaluated" under MIN_OBSERVATIONS evaluated sightings. frames: how many were looked at in the whole
    video; where there are fewer than that, the sighting of the middle score is judged as a picture would be, and the
    reason says so. drawn: the person's line, where it was worked out already.

    The likelihood ratio is that of persons: neighboring frames show the same face and are no independent pieces of
    evidence, so theirs are never multiplied.
    """
    curve = logit_curve(track)
    counted = 0 if curve is None else len(curve.seconds)
    if curve is None or counted < MIN_OBSERVATIONS:
        return _decide_from_few_frames(track, counted, frames)
    drawn, strongest = drawn or score_curve(track, card), _strongest_interval(curve)
    low_everywhere = not (drawn.score > person_limits(card).no_signs).any()
    return PersonVerdict(
        face_id=track.face_id,
        score=strongest.score,
        low=strongest.low,
        high=strongest.high,
        decision=_decide(strongest, card, low_everywhere),
        evaluated=counted,
        sightings=len(track.sightings),
        spans=verdict_segments(track, drawn.seconds.tolist(), drawn.verdicts),
        stretch=(strongest.start, strongest.end),
        typical=float(expit(curve.whole.middle[0])),
    )


def decide_video(result: VideoResult, lines: Mapping[int, ScoreCurve] | None = None) -> VideoVerdict:
    """The strongest person's decision: by verdict first (`SEVERITY_ORDER`), then by the lower end of the interval, then
    by score. lines: those of the persons, by face_id, where they were worked out already."""
    judged = tuple(_decide_within(result, track, (lines or {}).get(track.face_id)) for track in result.tracks)
    if not judged:
        reason = Fact(ReasonCode.NOBODY_FOLLOWED, {"frames": len(result.frames)})
        return VideoVerdict(Decision(Verdict.NOT_EVALUATED, None, reason), None, ())
    strongest = max(judged, key=_order)
    decision = strongest.decision
    left = sum(track.decision.verdict == Verdict.NOT_EVALUATED for track in judged)
    numbers = {"person": strongest.face_id, "persons": len(judged), "not_evaluated": left}
    reason = Fact(ReasonCode.STRONGEST_PERSON, numbers, decision.reason)
    return VideoVerdict(replace(decision, reason=reason), strongest.face_id, judged)


def _decide_within(result: VideoResult, track: Track, drawn: ScoreCurve | None) -> PersonVerdict:
    judged = decide_person(track, result.judged_by(track.face_id), len(result.frames), drawn)
    ends = (float(result.video.start), *result.cuts, result.seconds)
    return replace(judged, spans=clip_to_shots(judged.spans, track, ends))


def _order(judged: PersonVerdict) -> tuple[float, ...]:
    low, score = (-1.0 if np.isnan(value) else value for value in (judged.low, judged.score))
    return SEVERITY_ORDER.index(judged.decision.verdict), low, score, -judged.face_id


def _strongest_interval(curve: LogitCurve) -> _Interval:
    """The interval with the highest lower end, among the stretches that last and all sightings together."""
    low, high = curve.band(curve.local)
    best = int(np.argmax(np.where(curve.sustained, low, -np.inf)))
    (low_of_all,), (high_of_all,) = curve.band(curve.whole)
    if not curve.sustained[best] or low_of_all >= low[best]:
        ends, middle = (low_of_all, high_of_all), curve.whole.middle[0]
        start, end, count = curve.seconds[0], curve.seconds[-1], curve.whole.count[0]
    else:
        ends, middle = (low[best], high[best]), curve.local.middle[best]
        start, end, count = curve.first[best], curve.last[best], curve.local.count[best]
    score, lowest, highest = (float(expit(value)) for value in (middle, *ends))
    return _Interval(score, lowest, highest, float(start), float(end), int(count), int(count) == len(curve.seconds))


def _decide(strongest: _Interval, card: DetectorCard, low_everywhere: bool) -> Decision:
    limits = person_limits(card)
    if strongest.low >= limits.signs:
        promise = None if card.persons is None else card.persons.false_alarms
        stated, bound = (NOT_EVALUATED, NOT_EVALUATED) if promise is None else (promise.stated, promise.bound)
        promised = {"threshold": limits.signs, "stated": stated, "bound": bound}
        reason = _reason(ReasonCode.STRETCH_REACHES_SIGNS, strongest, **promised)
        return Decision(Verdict.SIGNS, *person_decision_ratios(strongest.score, strongest.low, card, reason))
    if strongest.high <= limits.no_signs and low_everywhere:
        reason = _reason(ReasonCode.STRETCH_WITHIN_NO_SIGNS, strongest, threshold=limits.no_signs)
        return Decision(Verdict.NO_SIGNS, *person_decision_ratios(strongest.score, strongest.low, card, reason))
    reason = _reason(ReasonCode.STRETCH_BETWEEN, strongest, no_signs=limits.no_signs, signs=limits.signs)
    return Decision(Verdict.INCONCLUSIVE, *person_decision_ratios(strongest.score, strongest.low, card, reason))


def _reason(code: ReasonCode, strongest: _Interval, **limits: float) -> Fact:
    return Fact(code, asdict(strongest) | limits)


def _decide_from_few_frames(track: Track, counted: int, frames: int | None) -> PersonVerdict:
    seen = len(track.sightings)
    numbers, stretch = (NOT_EVALUATED,) * 3, None
    if counted and frames is not None and frames < MIN_OBSERVATIONS:
        evaluated = sorted((one for one in track.sightings if one.evaluated), key=lambda one: one.fake_score)
        middle = evaluated[(counted - 1) // 2]
        decision = _decide_like_image(middle.decision, frames)
        numbers, stretch = (middle.fake_score, NOT_EVALUATED, NOT_EVALUATED), (middle.seconds, middle.seconds)
    else:
        decision = Decision(Verdict.NOT_EVALUATED, None, _commonest_reason(track, counted))
    spans = verdict_segments(track, [sighting.seconds for sighting in track.sightings], [decision.verdict] * seen)
    return PersonVerdict(track.face_id, *numbers, decision, counted, seen, spans, stretch, numbers[0])


def _decide_like_image(said: Decision, frames: int) -> Decision:
    return replace(said, reason=Fact(ReasonCode.FEW_FRAMES, {"frames": frames}, said.reason))


def _commonest_reason(track: Track, counted: int) -> Fact:
    """The commonest reason of the sightings that were not evaluated comes with it."""
    reasons = Counter(sighting.decision.reason for sighting in track.sightings if not sighting.evaluated)
    commonest = reasons.most_common(1)[0][0] if reasons else None
    numbers = {"sightings": len(track.sightings), "evaluated": counted, "least": MIN_OBSERVATIONS}
    return Fact(ReasonCode.FEW_SIGHTINGS, numbers, commonest)
