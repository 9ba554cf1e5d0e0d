"""A frame taken out of an analyzed video, as a picture of its own with the findings of its faces.

Whatever works for a photograph then works for it: cards, explanations, report.
"""

import hashlib
import io
from dataclasses import replace

from PIL import Image

from forensics.analysis.image import downscale_for_display
from forensics.detectors.registry import Detector
from forensics.faces.detection import crop_region, whole_frame_region
from forensics.formatting import format_timecode
from forensics.media.video.decoding_process import read_frames
from forensics.types.analysis import FaceRegion, Frame, ImageFile, ImageResult
from forensics.types.video import FaceObservation, SampledFrame, VideoResult
from forensics.versions import software_versions


def extract_still(result: VideoResult, sampled: SampledFrame, detector: Detector) -> ImageResult:
    """The frame as a lossless PNG, with findings of exactly the faces that the tracks saw there; their face_id is the
    person's. Scores are those of the video's analysis: the same boxes of the same pixels.

    Raises MediaError where the file can no longer be read.
    """
    (frame,) = (replace(frame, seconds=sampled.seconds) for frame in read_frames(result.video, [sampled]))
    content = _png(frame)
    media = ImageFile(
        name=f"{result.video.name}, {format_timecode(sampled.seconds, 3)}",
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
        if sighting.frame == sampled
    ]
    return ImageResult(
        media=media,
        card=detector.card,
        settings=result.settings,
        findings=tuple(detector.score(regions)),
        skipped=(),
        versions=software_versions(),
        overview=downscale_for_display(frame),
    )


def _region(frame: Frame, face_id: int, sighting: FaceObservation) -> FaceRegion:
    if sighting.landmarks is None:
        return replace(whole_frame_region(frame), face_id=face_id)  # every shot has its own
    return crop_region(frame, face_id, sighting.box, sighting.detector_confidence, sighting.landmarks)


def _png(frame: Frame) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(frame.pixels).save(stream, "PNG", compress_level=1)
    return stream.getvalue()
