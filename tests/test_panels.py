"""Panels that zoom together and share their scale."""

import matplotlib
import numpy as np

from forensics.types.analysis import Box
from pages.parts.widgets.panel_chart import (
    ChartPanel,
    ColorScale,
    opaque_colorscale,
    panel_chart,
    transparent_colorscale,
)

CROP = np.full((4, 6, 3), 90, np.uint8)
SIZE = 6, 4
COLORS = matplotlib.colormaps["gray"]


def test_a_veil_is_clear_at_its_center_and_covers_at_its_ends():
    scale = dict(transparent_colorscale(COLORS, 0.8, 0.5))
    assert scale[0.0] == "rgba(0, 0, 0, 0.800)"
    assert scale[0.5].endswith(" 0.000)")
    assert scale[1.0] == "rgba(255, 255, 255, 0.800)"


def test_a_veil_for_one_sided_values_is_clear_at_zero():
    scale = dict(transparent_colorscale(COLORS, 1.0, 0.0))
    assert scale[0.0] == "rgba(0, 0, 0, 0.000)"
    assert scale[1.0] == "rgba(255, 255, 255, 1.000)"


def test_panels_on_one_scale_have_one_color_bar_and_keep_their_values():
    scale = ColorScale(-2.0, 2.0, opaque_colorscale(COLORS), "evidence")
    maps = [np.full((4, 6), value, np.float32) for value in (1.5, -9)]
    figure = panel_chart([ChartPanel(str(i), CROP, map_, scale) for i, map_ in enumerate(maps)], SIZE, 300)
    assert [trace.showscale for trace in figure.data] == [True, False]
    assert [(trace.zmin, trace.zmax) for trace in figure.data] == [(-2, 2), (-2, 2)]
    assert [float(np.asarray(trace.z)[0, 0]) for trace in figure.data] == [1.5, -9]


def test_panels_with_scales_of_their_own_have_a_bar_each():
    row = [
        ChartPanel(name, CROP, np.zeros((4, 6), np.float32), ColorScale(0, 1, opaque_colorscale(COLORS), name))
        for name in "ab"
    ]
    figure = panel_chart([ChartPanel("original", CROP), *row], SIZE, 300)
    assert [trace.showscale for trace in figure.data] == [False, True, True]


def test_panels_zoom_together():
    figure = panel_chart([ChartPanel(name, CROP) for name in "abc"], SIZE, 300)
    assert (figure.layout.xaxis2.matches, figure.layout.xaxis3.matches) == ("x", "x")
    assert (figure.layout.yaxis2.matches, figure.layout.yaxis3.matches) == ("y", "y")
    assert figure.layout.yaxis.scaleanchor == "x"


def test_an_outline_is_drawn_where_it_is_asked_for():
    probability = ColorScale(0, 1, opaque_colorscale(COLORS), "probability")
    figure = panel_chart([ChartPanel("mask", CROP, np.zeros((4, 6), np.float32), probability, outline=0.5)], SIZE, 300)
    assert [trace.type for trace in figure.data] == ["heatmap", "contour"]
    assert (figure.data[1].contours.start, figure.data[1].contours.end) == (0.5, 0.5)


def test_a_scale_has_a_bar_under_each_run_of_neighbors():
    scale, other = (ColorScale(0, 1, opaque_colorscale(COLORS), name) for name in "ab")
    row = [ChartPanel("map", CROP, np.zeros((4, 6), np.float32), one) for one in (scale, other, scale, scale)]
    figure = panel_chart(row, SIZE, 300)
    assert [trace.showscale for trace in figure.data] == [True, True, True, False]


def test_values_of_a_coarser_grid_lie_over_the_whole_crop():
    panel = ChartPanel("map", CROP, np.zeros((2, 3), np.float32), ColorScale(0, 1, opaque_colorscale(COLORS), "value"))
    (heat,) = panel_chart([panel], SIZE, 300).data
    assert (heat.x0, heat.dx, heat.y0, heat.dy) == (1, 2, 1, 2)


def test_a_region_is_outlined_on_every_panel():
    figure = panel_chart([ChartPanel(name, CROP) for name in "ab"], SIZE, 300, Box(1, 0, 4, 3))
    assert {(shape.xref, shape.x0, shape.y0, shape.x1, shape.y1) for shape in figure.layout.shapes} == {
        ("x", 1, 0, 4, 3),
        ("x2", 1, 0, 4, 3),
    }


def test_a_note_is_written_where_there_is_no_map():
    figure = panel_chart([ChartPanel("map", CROP, note="No answer for this face.")], SIZE, 300)
    assert [text.text for text in figure.layout.annotations] == ["map", "No answer for this face."]


def test_a_new_map_does_not_undo_the_zoom():
    first, second = (panel_chart([ChartPanel(name, CROP)], SIZE, 300) for name in "ab")
    assert first.layout.uirevision == second.layout.uirevision
