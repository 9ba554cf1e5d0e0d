"""The frames of a video that stand for the rest of it: each person's most suspect, typical and least suspect moment."""

from collections.abc import Iterator
from dataclasses import replace

from explain.drawing.timeline_layout import MAX_PERSONS, top_persons
from forensics.analysis.references import decide_with_references
from forensics.analysis.stills import extract_still
from forensics.analysis.video_assessment import assess_video
from forensics.detectors.registry import Detector
from forensics.types.analysis import ImageResult
from forensics.types.video import SampledFrame, VideoResult


def most_suspect_frames(result: VideoResult, detector: Detector) -> Iterator[ImageResult]:
    """Each person's most suspect moment as a picture, with the finding of this person alone. Raises MediaError."""
    for face_id, moments in assess_video(result).moments.items():
        yield _still(result, moments.worst.frame, {face_id}, detector)


def key_frames(result: VideoResult, detector: Detector) -> tuple[ImageResult, ...]:
    """The moments of the MAX_PERSONS foremost persons, for a report. Raises MediaError.

    Their pictures are left out, for a report shows the faces alone and holds all of them until it is written.
    """
    wanted: dict[SampledFrame, set[int]] = {}
    for judged in top_persons(assess_video(result).file, MAX_PERSONS):
        for sighting in assess_video(result).moments[judged.face_id]:
            wanted.setdefault(sighting.frame, set()).add(judged.face_id)
    stills = (_still(result, frame, wanted[frame], detector) for frame in sorted(wanted))
    return tuple(replace(s, media=replace(s.media, content=b""), overview=s.overview[:1, :1].copy()) for s in stills)


def _still(result: VideoResult, frame: SampledFrame, persons: set[int], detector: Detector) -> ImageResult:
    """The frame with the findings of these persons alone."""
    taken = decide_with_references(extract_still(result, frame, detector), result.references)
    return replace(taken, findings=tuple(finding for finding in taken.findings if finding.region.face_id in persons))
