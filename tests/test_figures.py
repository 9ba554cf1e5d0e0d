"""The overview of a picture."""

import numpy as np
from reasons import BETWEEN
from specimens import finding_of, region_of
from test_session import result

from explain.drawing.numbered_faces import BOX_STYLES, outline
from explain.drawing.palette import VERDICT_COLORS
from forensics.facts import told_fact
from forensics.types.analysis import Box, Decision, Skipped
from pages.parts.widgets.annotated_image import annotated_image, plotly_dash

UNTOUCHED = Decision("no signs found", 0.1, BETWEEN)


def several_faces():
    crop = np.full((3, 3, 3), 100, np.uint8)
    findings = (
        finding_of(region_of(crop, 1, left=0)),
        finding_of(region_of(crop, 2, left=4), 0.05, UNTOUCHED),
        finding_of(region_of(crop, 3, left=7), 0.04, UNTOUCHED),
    )
    analyzed = result("0" * 64)
    skipped = (Skipped(told_fact("Too many."), Box(5, 5, 9, 9)),)
    return type(analyzed)(analyzed.media, analyzed.card, analyzed.settings, findings, skipped, {}, analyzed.overview)


def test_every_verdict_has_a_color_and_a_line_of_its_own():
    box = Box(0, 0, 8, 8)
    assert list(BOX_STYLES) == list(VERDICT_COLORS)
    assert len({(len(outline(box, verdict)), plotly_dash(verdict)) for verdict in BOX_STYLES}) == 4
    assert len(set(VERDICT_COLORS.values())) == 4


def test_faces_are_numbered_and_named_by_verdict_in_the_legend():
    figure = annotated_image(several_faces(), 400)
    legend = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert legend == ["▲ signs of manipulation", "● no signs found"]
    numbers = [list(trace.text) for trace in figure.data if trace.text is not None]
    assert numbers == [["<b>1</b>"], ["<b>2</b>", "<b>3</b>"]]
    labels = [list(trace.customdata) for trace in figure.data if trace.customdata is not None]
    assert labels[1] == ["Face 2: no signs found, score 0.050", "Face 3: no signs found, score 0.040"]


def test_boxes_lie_in_the_pixels_of_the_file():
    figure = annotated_image(several_faces(), 400)
    outline = figure.data[4]
    assert outline.name == "● no signs found"
    assert list(outline.x) == [4, 7, 7, 4, 4, None, 7, 10, 10, 7, 7, None]
    assert list(outline.y) == [0, 0, 3, 3, 0, None, 0, 0, 3, 3, 0, None]
    assert tuple(figure.layout.xaxis.range) == (0, 10)
    assert tuple(figure.layout.yaxis.range) == (10, 0)


def test_what_was_not_scored_is_outlined_with_its_reason():
    skipped = annotated_image(several_faces(), 400).data[-1]
    assert list(skipped.x) == [5, 9, 9, 5, 5]
    assert skipped.hovertemplate == "Too many.<extra></extra>"
