"""All that is said of an analyzed video, as one value that page, PDF, JSON, table and annotated video share."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakKeyDictionary

from forensics.analysis.references import decide_video_with_references
from forensics.decision.key_moments import KeyMoments, key_moments
from forensics.decision.score_curve import ScoreCurve, score_curve
from forensics.decision.video_verdict import PersonVerdict, VideoVerdict, decide_video
from forensics.types.video import VideoResult


@dataclass(frozen=True, slots=True)
class VideoAssessment:
    """file: what is said of the file and of each person. lines, moments: by face_id. without_references: what would be
    said of the file without the reference pictures; the same as `file` where there are none."""

    file: VideoVerdict
    lines: Mapping[int, ScoreCurve]
    moments: Mapping[int, KeyMoments]
    without_references: VideoVerdict

    def person_without_references(self, face_id: int) -> PersonVerdict:
        """What would be said of a person without the reference pictures."""
        return next(track for track in self.without_references.tracks if track.face_id == face_id)


_CACHE: WeakKeyDictionary[VideoResult, VideoAssessment] = WeakKeyDictionary()
"""Assessments of the results that are in use. A result never changes."""


def assess_video(result: VideoResult) -> VideoAssessment:
    """Worked out at the first call for a result, which takes seconds for half an hour with several persons."""
    known = _CACHE.get(result)
    if known is None:
        known = _CACHE[result] = _compute_assessment(result)
    return known


def _compute_assessment(result: VideoResult) -> VideoAssessment:
    lines = {track.face_id: score_curve(track, result.judged_by(track.face_id)) for track in result.tracks}
    judged = decide_video(result, lines)
    return VideoAssessment(
        judged,
        MappingProxyType(lines),
        MappingProxyType({track.face_id: key_moments(track, lines[track.face_id]) for track in result.tracks}),
        judged if result.references is None else decide_video(decide_video_with_references(result, None)),
    )
