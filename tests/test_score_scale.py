"""The score on its scale."""

from explain.drawing.palette import VERDICT_COLORS
from forensics.types.analysis import PerturbedScore
from forensics.types.model_card import Thresholds
from pages.parts.widgets.score_scale import score_scale


def test_the_scale_tells_score_and_thresholds_in_words_and_places():
    drawing = score_scale(0.75, Thresholds(signs=0.6, no_signs=0.2, smallest_face=32))
    assert 'aria-label="Score 0.750 of 1: no signs up to 0.200, signs of manipulation from 0.600"' in drawing
    assert "left:75.00%;transform" in drawing
    assert f"left:0.00%;width:20.00%;top:22px;height:4px;background:{VERDICT_COLORS['no signs found']}" in drawing
    assert f"left:20.00%;width:40.00%;top:19px;height:7px;background:{VERDICT_COLORS['inconclusive']}" in drawing
    assert (
        f"left:60.00%;width:40.00%;top:16px;height:10px;background:{VERDICT_COLORS['signs of manipulation']}" in drawing
    )


def test_numbers_that_would_touch_are_moved_apart():
    drawing = score_scale(0.5, Thresholds(signs=0.99, no_signs=0.95, smallest_face=32))
    assert 'translateX(-100%);font-size:12px;line-height:16px;opacity:0.8">0.950<' in drawing
    assert 'translateX(-100%);font-size:12px;line-height:16px;opacity:0.8">1<' not in drawing
    assert ">0<" in drawing


def test_rescores_are_dots_with_their_names_and_the_numbers_make_room():
    thresholds = Thresholds(signs=0.6, no_signs=0.2, smallest_face=32)
    drawing = score_scale(0.75, thresholds, [PerturbedScore("half_size", 0.5), PerturbedScore("slight_blur", 0.125)])
    assert "from 0.600; after half size 0.500; after slight blur 0.125" in drawing
    assert '<span title="half size: 0.500" style="position:absolute;left:50.00%;top:28px' in drawing
    assert "height:52px" in drawing and "top:36px" in drawing
    assert "border-radius" not in score_scale(0.75, thresholds)
