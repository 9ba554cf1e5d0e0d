"""A network that finds and judges every face of a frame in one pass, and knows no crops, fits without a change
elsewhere."""

import json
from dataclasses import replace

import cv2
import numpy as np
import pytest
from clips import write_clip
from PIL import Image
from small_detector import small_card

from explain.drawing.key_frames import key_frames
from explain.methods import explain
from explain.types import ExplanationRequest
from forensics.analysis.image import analyze_image
from forensics.analysis.video import analyze_video
from forensics.decision.decide import decide_face
from forensics.detectors.crop_detector import ignore_progress
from forensics.detectors.registry import Detector
from forensics.errors import ExplanationError
from forensics.export.image_document import file_entry, to_json
from forensics.faces.detection import crop_region
from forensics.media.image import probe_image
from forensics.media.video.reader import probe
from forensics.types.analysis import AnalysisSettings, Box, FaceFinding, FrameFindings


class OnePass:
    """Takes every bright patch for a face, and its red for signs of manipulation."""

    card = small_card()

    def detect(self, frames, search, tick=ignore_progress):
        tick()
        found = [self._in_frame(frame) for frame in frames]
        return [FrameFindings(tuple(one[: search.most]), ()) for one in found]

    def score(self, regions, tick=ignore_progress):
        return [self._finding(region) for region in regions]

    def predict_scores(self, regions, tick=ignore_progress):
        return [finding.fake_score for finding in self.score(regions)]

    def _in_frame(self, frame):
        count, _, rows, _ = cv2.connectedComponentsWithStats((frame.pixels.max(axis=2) > 128).astype(np.uint8))
        boxes = [Box(left, top, left + wide, top + high) for left, top, wide, high, _ in rows[1:count].tolist()]
        regions = [crop_region(frame, number, box, 0.9, None) for number, box in enumerate(sorted(boxes), start=1)]
        return self.score([replace(region, landmarks=_middle(region.box)) for region in regions])

    def _finding(self, region):
        mask = region.crop[..., 0].astype(np.float32) / 255
        score = float(mask[mask.shape[0] // 2, mask.shape[1] // 2])
        decision = decide_face(score, region, self.card)
        return FaceFinding(region, score, mask, region.crop.copy(), 0.0, decision)


def _middle(box):
    return np.full((5, 2), ((box.left + box.right) / 2, (box.top + box.bottom) / 2), np.float32)


def picture(shift=0):
    """(120, 240, 3): a reddish and a greenish patch."""
    pixels = np.zeros((120, 240, 3), np.uint8)
    pixels[30:90, 20 + shift : 80 + shift] = 250, 150, 150
    pixels[30:90, 150 + shift : 210 + shift] = 20, 200, 200
    return pixels


def test_a_photograph_is_analyzed_by_it(tmp_path):
    detector: Detector = OnePass()
    Image.fromarray(picture()).save(tmp_path / "two.png")
    result = analyze_image(probe_image((tmp_path / "two.png").read_bytes(), "two.png"), AnalysisSettings(), detector)
    red, green = result.findings
    assert red.region.box == Box(20, 30, 80, 90)
    assert red.fake_score > 0.9
    assert green.fake_score < 0.1
    assert len(red.rescores) >= 3
    assert json.loads(to_json(file_entry(result)))["faces"][0]["decision"] == red.decision.verdict
    with pytest.raises(ExplanationError, match="explain networks that look at one face at a time") as caught:
        explain(detector, red, ExplanationRequest("gradcam", "fake_evidence"))
    assert caught.value.code == "not_explained"


def test_a_video_is_analyzed_by_it(tmp_path):
    detector: Detector = OnePass()
    path = write_clip(tmp_path / "two.mp4", (picture(number) for number in range(15)))
    result = analyze_video(probe(path, "two.mp4", "0" * 64), AnalysisSettings(), detector)
    assert [len(track.sightings) for track in result.tracks] == [len(result.frames)] * 2
    scores = [track.sightings[0].fake_score for track in result.tracks]
    assert max(scores) > 0.9
    assert min(scores) < 0.1
    assert len(key_frames(result, detector)) >= 1
