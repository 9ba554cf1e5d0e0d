"""A video's analysis with its key frames, for tests of the report."""

from dataclasses import replace

import numpy as np
from specimens import finding_of, result_of

from explain.report import ReportedVideo
from forensics.analysis.video_assessment import assess_video
from forensics.types.analysis import FaceFinding, FaceRegion, ImageResult
from forensics.types.video import FaceObservation, VideoResult


def case_of(result: VideoResult) -> ReportedVideo:
    """With a still of every person's moments."""
    wanted = {sighting.frame for moments in assess_video(result).moments.values() for sighting in moments}
    return ReportedVideo(result, tuple(still_of(result, frame.index) for frame in sorted(wanted)))


def still_of(result: VideoResult, frame_index: int) -> ImageResult:
    """The frame, in a gray of its own, with all persons seen in it."""
    picture = np.full((result.video.height, result.video.width, 3), 60 + frame_index % 100, np.uint8)
    findings = [
        _finding(track.face_id, sighting, picture)
        for track in result.tracks
        for sighting in track.sightings
        if sighting.frame.index == frame_index
    ]
    return result_of(findings, picture, f"{result.video.name}, frame {frame_index}")


def _finding(face_id: int, sighting: FaceObservation, picture: np.ndarray) -> FaceFinding:
    box = sighting.box
    crop = picture[box.top : box.bottom, box.left : box.right]
    region = FaceRegion(face_id, sighting.frame.index, sighting.seconds, box, box, 0.9, None, crop)
    return replace(finding_of(region, sighting.fake_score), decision=sighting.decision)
