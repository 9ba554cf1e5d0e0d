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

from forensics.decision.calibration import person_limits, person_ratios
from forensics.decision.score_curve import FEWEST, Curve, Line, curve_of, line
from forensics.decision.segments import Span, spans_of, within_shots
from forensics.decision.strength import RANK
from forensics.facts import Fact
from forensics.types.analysis import Decision, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.reasons import ReasonCode
from forensics.types.video import Track, VideoResult

NO_NUMBER = float("nan")


@dataclass(frozen=True, slots=True)
class TrackJudgement:
    """What is said of one person.

    score: robust mean of the strongest lasting stretch, in [0, 1]; low, high: its 95 % interval, wide enough for having
    chosen the strongest; NaN where fewer than FEWEST frames were looked at, and all three where the person was not
    evaluated. evaluated: of how many of the sightings the score was used. stretch: seconds of the first and the last
    sighting that the score comes from. typical: robust mean of all, NaN where the person was not evaluated.
    """

    face_id: int
    score: float
    low: float
    high: float
    decision: Decision
    evaluated: int
    sightings: int
    spans: tuple[Span, ...]
    stretch: tuple[float, float] | None = None
    typical: float = NO_NUMBER


@dataclass(frozen=True, slots=True)
class FileJudgement:
    """What is said of a file: the decision of its strongest person, face_id None where nobody was seen."""

    decision: Decision
    face_id: int | None
    tracks: tuple[TrackJudgement, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The stretch that speaks: a robust mean with its interval, all in [0, 1], and from when to when."""

    score: float
    low: float
    high: float
    start: float
    end: float
    sightings: int
    everything: bool


def judge_track(
    track: Track, card: DetectorCard, frames: int | None = None, drawn: Line | None = None
) -> TrackJudgement:
    """The person's decision.

    "signs of manipulation" if the lower end of the strongest stretch's interval reaches the card's limit for persons;
    "no signs found" if its upper end does not pass the other limit and nor does the line anywhere; "inconclusive"
    between; "not evaluated" under FEWEST evaluated sightings. frames: how many were looked at in the whole video; where
    there are fewer than that, the sighting of the middle score is judged as a picture would be, and the reason says so.
    drawn: the person's line, where it was worked out already.

    The likelihood ratio is that of persons: neighbouring frames show the same face and are no independent pieces of
    evidence, so theirs are never multiplied.
    """
    curve = curve_of(track)
    counted = 0 if curve is None else len(curve.seconds)
    if curve is None or counted < FEWEST:
        return _of_few(track, counted, frames)
    drawn, strongest = drawn or line(track, card), _strongest(curve)
    low_everywhere = not (drawn.score > person_limits(card).no_signs).any()
    return TrackJudgement(
        face_id=track.face_id,
        score=strongest.score,
        low=strongest.low,
        high=strongest.high,
        decision=_decide(strongest, card, low_everywhere),
        evaluated=counted,
        sightings=len(track.sightings),
        spans=spans_of(track, drawn.seconds.tolist(), drawn.verdicts),
        stretch=(strongest.start, strongest.end),
        typical=float(expit(curve.whole.middle[0])),
    )


def judge_file(result: VideoResult, lines: Mapping[int, Line] | None = None) -> FileJudgement:
    """The strongest person's decision: by verdict first (`RANK`), then by the lower end of the interval, then by
    score. lines: those of the persons, by face_id, where they were worked out already."""
    judged = tuple(_judge_within(result, track, (lines or {}).get(track.face_id)) for track in result.tracks)
    if not judged:
        reason = Fact(ReasonCode.NOBODY_FOLLOWED, {"frames": len(result.frames)})
        return FileJudgement(Decision(Verdict.NOT_EVALUATED, None, reason), None, ())
    strongest = max(judged, key=_order)
    decision = strongest.decision
    left = sum(track.decision.verdict == Verdict.NOT_EVALUATED for track in judged)
    numbers = {"person": strongest.face_id, "persons": len(judged), "not_evaluated": left}
    reason = Fact(ReasonCode.STRONGEST_PERSON, numbers, decision.reason)
    return FileJudgement(replace(decision, reason=reason), strongest.face_id, judged)


def _judge_within(result: VideoResult, track: Track, drawn: Line | None) -> TrackJudgement:
    judged = judge_track(track, result.judged_by(track.face_id), len(result.frames), drawn)
    return replace(judged, spans=within_shots(judged.spans, track, (*result.cuts, result.seconds)))


def _order(judged: TrackJudgement) -> tuple[float, ...]:
    low, score = (-1.0 if np.isnan(value) else value for value in (judged.low, judged.score))
    return RANK.index(judged.decision.verdict), low, score, -judged.face_id


def _strongest(curve: Curve) -> _Stretch:
    """Of the stretches that last and of all sightings together the one with the highest lower end."""
    low, high = curve.band(curve.local)
    best = int(np.argmax(np.where(curve.sustained, low, -np.inf)))
    (low_of_all,), (high_of_all,) = curve.band(curve.whole)
    if not curve.sustained[best] or low_of_all >= low[best]:
        ends, middle = (low_of_all, high_of_all), curve.whole.middle[0]
        start, end, count = curve.seconds[0], curve.seconds[-1], curve.whole.count[0]
    else:
        ends, middle = (low[best], high[best]), curve.local.middle[best]
        start, end, count = curve.first[best], curve.last[best], curve.local.count[best]
    numbers = (float(expit(value)) for value in (middle, *ends))
    return _Stretch(*numbers, float(start), float(end), int(count), int(count) == len(curve.seconds))


def _decide(strongest: _Stretch, card: DetectorCard, low_everywhere: bool) -> Decision:
    limits = person_limits(card)
    if strongest.low >= limits.signs:
        promise = None if card.persons is None else card.persons.false_alarms
        stated, bound = (NO_NUMBER, NO_NUMBER) if promise is None else (promise.stated, promise.bound)
        promised = {"threshold": limits.signs, "stated": stated, "bound": bound}
        reason = _reason(ReasonCode.STRETCH_REACHES_SIGNS, strongest, **promised)
        return Decision(Verdict.SIGNS, *person_ratios(strongest.score, strongest.low, card, reason))
    if strongest.high <= limits.no_signs and low_everywhere:
        reason = _reason(ReasonCode.STRETCH_WITHIN_NO_SIGNS, strongest, threshold=limits.no_signs)
        return Decision(Verdict.NO_SIGNS, *person_ratios(strongest.score, strongest.low, card, reason))
    reason = _reason(ReasonCode.STRETCH_BETWEEN, strongest, no_signs=limits.no_signs, signs=limits.signs)
    return Decision(Verdict.INCONCLUSIVE, *person_ratios(strongest.score, strongest.low, card, reason))


def _reason(code: ReasonCode, strongest: _Stretch, **limits: float) -> Fact:
    return Fact(code, asdict(strongest) | limits)


def _of_few(track: Track, counted: int, frames: int | None) -> TrackJudgement:
    seen = len(track.sightings)
    numbers, stretch = (NO_NUMBER,) * 3, None
    if counted and frames is not None and frames < FEWEST:
        evaluated = sorted((one for one in track.sightings if one.evaluated), key=lambda one: one.fake_score)
        middle = evaluated[(counted - 1) // 2]
        decision = _as_a_picture(middle.decision, frames)
        numbers, stretch = (middle.fake_score, NO_NUMBER, NO_NUMBER), (middle.seconds, middle.seconds)
    else:
        decision = Decision(Verdict.NOT_EVALUATED, None, _why_few(track, counted))
    spans = spans_of(track, [sighting.seconds for sighting in track.sightings], [decision.verdict] * seen)
    return TrackJudgement(track.face_id, *numbers, decision, counted, seen, spans, stretch, numbers[0])


def _as_a_picture(said: Decision, frames: int) -> Decision:
    return replace(said, reason=Fact(ReasonCode.FEW_FRAMES, {"frames": frames}, said.reason))


def _why_few(track: Track, counted: int) -> Fact:
    """The commonest reason of the sightings that were not evaluated comes with it."""
    reasons = Counter(sighting.decision.reason for sighting in track.sightings if not sighting.evaluated)
    commonest = reasons.most_common(1)[0][0] if reasons else None
    numbers = {"sightings": len(track.sightings), "evaluated": counted, "least": FEWEST}
    return Fact(ReasonCode.FEW_SIGHTINGS, numbers, commonest)
