"""All that is said of an analysed video, as one value that page, PDF, JSON, table and annotated video share."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakKeyDictionary

from forensics.analysis.references import video_with_references
from forensics.decision.key_moments import Moments, moments
from forensics.decision.score_curve import Line, line
from forensics.decision.video_verdict import FileJudgement, TrackJudgement, judge_file
from forensics.types.video import VideoResult


@dataclass(frozen=True, slots=True)
class Assessment:
    """file: what is said of the file and of each person. lines, moments: by face_id. without_references: what would be
    said of the file without the reference pictures; the same as `file` where there are none."""

    file: FileJudgement
    lines: Mapping[int, Line]
    moments: Mapping[int, Moments]
    without_references: FileJudgement

    def person_without_references(self, face_id: int) -> TrackJudgement:
        """What would be said of a person without the reference pictures."""
        return next(track for track in self.without_references.tracks if track.face_id == face_id)


_ASSESSED: WeakKeyDictionary[VideoResult, Assessment] = WeakKeyDictionary()
"""Of the results that are in use. A result never changes."""


def assess(result: VideoResult) -> Assessment:
    """Worked out at the first call for a result, which takes seconds for half an hour with several persons."""
    known = _ASSESSED.get(result)
    if known is None:
        known = _ASSESSED[result] = _assessment(result)
    return known


def _assessment(result: VideoResult) -> Assessment:
    lines = {track.face_id: line(track, result.judged_by(track.face_id)) for track in result.tracks}
    judged = judge_file(result, lines)
    return Assessment(
        judged,
        MappingProxyType(lines),
        MappingProxyType({track.face_id: moments(track, lines[track.face_id]) for track in result.tracks}),
        judged if result.references is None else judge_file(video_with_references(result, None)),
    )
