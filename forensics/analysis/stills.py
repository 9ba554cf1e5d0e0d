"""A frame taken out of an analysed video, as a picture of its own with the findings of its faces.

Whatever works for a photograph then works for it: cards, explanations, report.
"""

import hashlib
import io
from dataclasses import replace

from PIL import Image

from forensics.analysis.image import overview
from forensics.detectors.registry import Detector
from forensics.faces.detection import region_of, whole_picture
from forensics.formatting import clock
from forensics.media.video.reader import frames_at
from forensics.types.analysis import AnalysisResult, FaceRegion, Frame, MediaFile
from forensics.types.video import SampledFrame, Sighting, VideoResult
from forensics.versions import versions


def still(result: VideoResult, sampled: SampledFrame, detector: Detector) -> AnalysisResult:
    """The frame as a lossless PNG, with findings of exactly the faces that the tracks saw there; their face_id is the
    person's. Scores are those of the video's analysis: the same boxes of the same pixels.

    Raises MediaError where the file can no longer be read.
    """
    (frame,) = frames_at(result.video, [sampled])
    content = _png(frame)
    media = MediaFile(
        name=f"{result.video.name}, {clock(sampled.seconds, 3)}",
        kind="image",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="image/png",
        width=frame.pixels.shape[1],
        height=frame.pixels.shape[0],
        video=result.video.sha256,
    )
    regions = [
        _region(frame, track.face_id, sighting)
        for track in result.tracks
        for sighting in track.sightings
        if sighting.frame.index == sampled.index
    ]
    return AnalysisResult(
        media=media,
        card=detector.card,
        settings=result.settings,
        findings=tuple(detector.score(regions)),
        skipped=(),
        versions=versions(),
        overview=overview(frame),
    )


def _region(frame: Frame, face_id: int, sighting: Sighting) -> FaceRegion:
    if sighting.landmarks is None:
        return replace(whole_picture(frame), face_id=face_id)  # every shot has its own
    return region_of(frame, face_id, sighting.box, sighting.detector_confidence, sighting.landmarks)


def _png(frame: Frame) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(frame.pixels).save(stream, "PNG", compress_level=1)
    return stream.getvalue()
