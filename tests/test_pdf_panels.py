"""One scale for all panels of a report."""

import io

import numpy as np
import pytest
from PIL import Image
from specimens import explanation_of, finding_of, region_of, report_of, result_of

from explain.pdf.panels import SharedScale, evidence_panel, evidence_panels, jpeg_bytes, shared_scale
from explain.types import Explanation, ExplanationRequest
from forensics.types.analysis import FaceFinding

PICTURE = np.full((40, 60, 3), 120, np.uint8)
SCALE = SharedScale(error=0.1, evidence=2.0, pixels=80)


def finding(face_id: int = 1) -> FaceFinding:
    return finding_of(region_of(PICTURE[5:35, 10:30], face_id, 10, 5))  # reconstruction: 10 of 255 lighter


def test_the_scale_spans_the_errors_and_explanations_of_all_faces() -> None:
    result = result_of([finding(1), finding(2)], PICTURE)
    heat_map = np.full((30, 20), 0.001, np.float32)
    heat_map[:15] = 0.002  # mean 0.0015
    explanation = Explanation(2, ExplanationRequest("occlusion"), heat_map, 0.1)
    scale = shared_scale(report_of([result], explanations={(result.media.sha256, 2): (explanation,)}))
    assert scale.error == pytest.approx(10 / 255)
    assert scale.evidence == pytest.approx(0.002 / 0.0015, rel=1e-3)
    assert scale.pixels == 300


@pytest.mark.parametrize(("faces", "pixels"), [(12, 300), (13, 200), (61, 140)])
def test_more_faces_get_smaller_pictures(faces: int, pixels: int) -> None:
    assert shared_scale(report_of([result_of([finding(i) for i in range(1, faces + 1)], PICTURE)])).pixels == pixels


def test_an_empty_report_has_a_scale() -> None:
    assert shared_scale(report_of([])) == SharedScale(1.0, 1.0, 300)


def test_panels_keep_the_shape_of_the_crop() -> None:
    panels = [*evidence_panels(finding(), SCALE, 84), evidence_panel(finding(), explanation_of(finding()), SCALE, 84)]
    assert len(panels) == 5
    for panel in panels:
        assert (panel.drawWidth, panel.drawHeight) == pytest.approx((56, 84), rel=0.02)
        assert (panel.imageWidth, panel.imageHeight) == (53, 80)


def test_a_picture_is_embedded_as_jpeg_and_the_same_each_time() -> None:
    assert jpeg_bytes(PICTURE) == jpeg_bytes(PICTURE.copy())
    with Image.open(io.BytesIO(jpeg_bytes(PICTURE))) as image:
        assert (image.format, image.size, image.getpixel((5, 5))) == ("JPEG", (60, 40), (120, 120, 120))
