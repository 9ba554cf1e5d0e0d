"""Sessions that hold pictures and videos, for the tests of what they keep and forget."""

from pathlib import Path
from weakref import WeakSet

import numpy as np
from made_video import VIDEO_SHA256, made_result
from small_detector import small_detector

from explain.types import Explanation, ExplanationRequest
from forensics.faces.detection import whole_frame_region
from forensics.jobs.job import AnalysisTask, JobHandle
from forensics.types.analysis import AnalysisSettings, Frame, ImageFile, ImageResult
from forensics.types.video import VideoFile
from pages.parts.session.items import PreparedReport, StoredFile
from pages.parts.session.session import AnalystSession

A_SHA256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"  # of b"a"
B_SHA256 = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"  # of b"b"

QUESTION = ExplanationRequest("gradcam")


def result(sha256: str, content: bytes = b"a") -> ImageResult:
    detector, pixels = small_detector(), np.full((10, 10, 3), 200, np.uint8)
    findings = tuple(detector.score([whole_frame_region(Frame(0, 0.0, pixels))]))
    media = ImageFile("a.png", "image", content, sha256, "image/png", 10, 10)
    return ImageResult(media, detector.card, AnalysisSettings(), findings, (), {}, pixels)


def picture(name: str, sha256: str) -> StoredFile:
    return StoredFile(name, Path(name), sha256, is_video=False)


def film(name: str, sha256: str) -> StoredFile:
    return StoredFile(name, Path(name), sha256, is_video=True)


def full_session() -> AnalystSession:
    """Two analyzed files with an explanation each, and a report."""
    state = AnalystSession()
    for sha256, name in ((A_SHA256, "a.png"), (B_SHA256, "b.png")):
        state.stored[sha256] = picture(name, sha256)
        state.arrived[sha256] = None
        state.store_outcome(sha256, result(sha256))
        state.store_map((sha256, 1), Explanation(1, QUESTION, np.zeros((10, 10), np.float32), 0.1))
        state.choose_for_report((sha256, 1), (QUESTION,))
    state.report = PreparedReport(b"pdf", b"json")
    return state


def watched(state: AnalystSession, video: VideoFile) -> JobHandle:
    """An analysis that waits for its turn."""
    job = JobHandle(video, state.watcher, AnalysisTask(video, state.settings, small_detector(), None, WeakSet()))
    job.work.watchers.add(job)
    state.start_analysis(video.sha256, job)
    return job


def session_with_video() -> AnalystSession:
    """An analyzed video, of which two frames were taken out; the first of them is explained."""
    state, video = AnalystSession(), made_result()
    watched(state, video.video).work.state = "done"
    state.store_outcome(VIDEO_SHA256, video)
    for frame, sha256 in zip(video.frames, (A_SHA256, B_SHA256), strict=False):
        state.store_still(VIDEO_SHA256, frame, result(sha256))
    state.store_map((A_SHA256, 1), Explanation(1, QUESTION, np.zeros((10, 10), np.float32), 0.1))
    state.report = PreparedReport(b"pdf", b"json")
    return state
