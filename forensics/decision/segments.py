"""The stretches of a person's time in the video, each with one verdict."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from forensics.decision.score_curve import MAX_GAP_SECONDS, sampling_interval
from forensics.types.analysis import Verdict
from forensics.types.video import FaceObservation, Track

MIN_SEGMENT_SECONDS = 0.5
"""Seconds under which a stretch joins the longer of its neighbors, so that verdicts do not flicker. One with signs of
manipulation stays: it stands for a sustained stretch, however little of it lies over the threshold."""


class Segment(NamedTuple):
    """Seconds from `start` up to `end` during which one verdict holds for a person."""

    start: float
    end: float
    verdict: Verdict


def verdict_segments(track: Track, seconds: Iterable[float], verdicts: Iterable[Verdict]) -> tuple[Segment, ...]:
    """Where the person was seen, in the order of time; no span where it was not.

    verdicts: of the sightings at these seconds; all others are "not evaluated". One verdict goes over into the next
    halfway between two sightings; the first and the last sighting stand for half a step beyond themselves.
    """
    said = dict(zip(seconds, verdicts, strict=True))
    spans: list[Segment] = []
    for stretch in _unbroken(track):
        spans += _without_short(_runs(stretch, said, sampling_interval(track) / 2))
    return tuple(spans)


def clip_to_shots(spans: Iterable[Segment], track: Track, cuts: Sequence[float]) -> tuple[Segment, ...]:
    """The spans without what of them lies beyond a cut before their first sighting or after their last.

    cuts: in seconds, with the beginning of the video, and its end where that is known.
    """
    times = [sighting.seconds for sighting in track.sightings]
    clipped = []
    for span in spans:
        inside = [time for time in times if span.start <= time <= span.end]
        start = max([span.start, *(cut for cut in cuts if span.start < cut <= inside[0])])
        end = min([span.end, *(cut for cut in cuts if inside[-1] < cut < span.end)])
        clipped.append(Segment(start, end, span.verdict))
    return tuple(clipped)


def _unbroken(track: Track) -> list[list[FaceObservation]]:
    """The sightings, parted where the person was out of sight for long."""
    longest = max(MAX_GAP_SECONDS, 3 * sampling_interval(track))
    stretches = [[track.sightings[0]]]
    for sighting in track.sightings[1:]:
        if sighting.seconds - stretches[-1][-1].seconds > longest:
            stretches.append([])
        stretches[-1].append(sighting)
    return stretches


def _runs(stretch: list[FaceObservation], said: dict[float, Verdict], reach: float) -> list[Segment]:
    """Each sighting's verdict, equal neighbors put together."""
    times = [sighting.seconds for sighting in stretch]
    middles = [(a + b) / 2 for a, b in pairwise(times)]
    edges = [max(0.0, times[0] - reach), *middles, times[-1] + reach]
    verdicts = [said.get(time, Verdict.NOT_EVALUATED) for time in times]
    pieces = [Segment(*ends, verdict) for ends, verdict in zip(pairwise(edges), verdicts, strict=True)]
    return _joined(pieces)


def _joined(spans: list[Segment]) -> list[Segment]:
    """Equal neighbors put together."""
    groups = (list(group) for _, group in groupby(spans, key=lambda span: span.verdict))
    return [Segment(group[0].start, group[-1].end, group[0].verdict) for group in groups]


def _without_short(spans: list[Segment]) -> list[Segment]:
    """From left to right: each that is too short goes as soon as both its neighbors are known."""
    kept: list[Segment] = []
    for span in spans:
        near = [*kept[-2:], span]
        if len(near) > 1 and _too_short(near[-2]):
            near[-2] = near[-2]._replace(verdict=_longer_neighbor(*near[:-2], near[-1]).verdict)
        kept[-2:] = _joined(near)
    if len(kept) > 1 and _too_short(kept[-1]):
        kept[-2:] = _joined([kept[-2], kept[-1]._replace(verdict=kept[-2].verdict)])
    return kept


def _longer_neighbor(*spans: Segment) -> Segment:
    return max(spans, key=lambda span: span.end - span.start)


def _too_short(span: Segment) -> bool:
    return span.end - span.start < MIN_SEGMENT_SECONDS and span.verdict != Verdict.SIGNS
