"""The curves of one map beside those of maps that know nothing."""

from dataclasses import replace

import numpy as np
from specimens import faithfulness_of

from explain.types import PIXEL_FRACTIONS
from pages.parts.explain.deletion_insertion_chart import deletion_insertion_chart


def named(figure, name):
    return [trace for trace in figure.data if trace.name == name]


def test_both_curves_are_drawn_over_the_share_of_pixels():
    figure = deletion_insertion_chart(faithfulness_of(), "class logit", 300)
    deletion, insertion = named(figure, "this map")
    assert tuple(deletion.x) == PIXEL_FRACTIONS
    assert tuple(deletion.y) == (4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
    assert tuple(insertion.y) == (0.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0)
    assert figure.layout.xaxis.title.text == "share of pixels blurred"
    assert figure.layout.xaxis2.title.text == "share of pixels given back"
    assert figure.layout.yaxis.title.text == "class logit"


def test_the_band_of_random_maps_spans_a_standard_deviation_either_way():
    figure = deletion_insertion_chart(faithfulness_of(), "class logit", 300)
    band = next(trace for trace in figure.data if trace.fill == "toself")
    # Two random maps leave 3 and 2 of 4: mean 2.5, standard deviation 0.5 · √2.
    assert tuple(named(figure, "random maps, mean ± sd")[0].y)[:2] == (4.0, 2.5)
    np.testing.assert_allclose([band.y[1], band.y[-2]], [2.5 - 0.5**0.5, 2.5 + 0.5**0.5])


def test_the_curve_of_randomised_weights_is_dashed_and_left_out_where_there_is_none():
    measured = faithfulness_of()
    dashed = named(deletion_insertion_chart(measured, "class logit", 300), "randomised weights")
    assert [trace.line.dash for trace in dashed] == ["dash", "dash"]
    without = deletion_insertion_chart(replace(measured, randomised=None), "class logit", 300)
    assert named(without, "randomised weights") == []
