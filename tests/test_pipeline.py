import io

import numpy as np
import pytest
from PIL import Image
from small_detector import small_detector
from training_faces import SAMPLES

from forensics.analysis.image import MAX_PREVIEW_SIDE, analyze_image, downscale_for_display
from forensics.media.image import probe_image
from forensics.types.analysis import AnalysisSettings, Frame


def media(name):
    return probe_image((SAMPLES / name).read_bytes(), name)


def png(pixels):
    encoded = io.BytesIO()
    Image.fromarray(pixels).save(encoded, "PNG")
    return probe_image(encoded.getvalue(), "made.png")


def test_every_face_of_a_photograph_gets_a_finding():
    result = analyze_image(media("group.jpg"), AnalysisSettings(), small_detector())
    ids = [finding.region.face_id for finding in result.findings]
    assert len(ids) >= 3
    assert ids == list(range(1, len(ids) + 1))
    assert result.finding(2).region.face_id == 2
    with pytest.raises(KeyError, match="no face 99"):
        result.finding(99)
    assert result.versions["torch"]


def test_every_evaluated_face_is_scored_again_and_keeps_its_decision():
    detector = small_detector()
    result = analyze_image(media("group.jpg"), AnalysisSettings(), detector)
    for finding in result.findings:
        assert len(finding.rescores) == 5
        (alone,) = detector.score([finding.region])
        assert (finding.fake_score, finding.decision) == (alone.fake_score, alone.decision)


def test_the_whole_picture_can_be_taken_as_one_face():
    result = analyze_image(media("collins.jpg"), AnalysisSettings(faces="whole"), small_detector())
    assert [finding.region.box for finding in result.findings] == [(0, 0, 512, 512)]
    assert result.findings[0].mask.shape == (512, 512)


def test_a_picture_without_a_face_has_no_finding():
    result = analyze_image(png(np.full((50, 60, 3), 90, np.uint8)), AnalysisSettings(), small_detector())
    assert result.findings == ()
    assert result.skipped == ()


def test_faces_past_the_limit_are_listed_as_skipped():
    result = analyze_image(media("group.jpg"), AnalysisSettings(max_faces=1), small_detector())
    assert len(result.findings) == 1
    assert len(result.skipped) >= 2


def test_the_same_file_gives_the_same_scores():
    first, second = (analyze_image(media("group.jpg"), AnalysisSettings(), small_detector()) for _ in range(2))
    assert [f.fake_score for f in first.findings] == [f.fake_score for f in second.findings]


def test_the_overview_of_a_large_picture_is_smaller_and_knows_its_scale():
    large = downscale_for_display(Frame(0, 0.0, np.zeros((1000, 3200, 3), np.uint8)))
    assert large.shape == (500, MAX_PREVIEW_SIDE, 3)
    result = analyze_image(png(np.zeros((40, 3200, 3), np.uint8)), AnalysisSettings(), small_detector())
    assert result.overview_scale == 0.5
    small = np.zeros((10, 20, 3), np.uint8)
    np.testing.assert_array_equal(downscale_for_display(Frame(0, 0.0, small)), small)
