import pytest

from forensics.types.model_card import Measurement
from pages.parts.widgets.interval_charts import STYLES, Series, dot_plot, line_chart


def figure(value, low=None, high=None, data="data"):
    return Measurement("AUC", value, low, high, 40, data, "run")


OURS = Series("telltale", {"seen": figure(0.9, 0.8, 0.95), "foreign": figure(0.6, 0.5, 0.7)})
THEIRS = Series("btas2019", {"foreign": figure(0.4, 0.3, 0.6)})


def test_series_are_told_apart_without_color():
    assert len({style.symbol for style in STYLES}) == len(STYLES)
    assert len({style.color for style in STYLES}) == len(STYLES)


def test_points_stand_in_the_row_of_their_label_one_series_under_the_other():
    chart = dot_plot([OURS, THEIRS], ["seen", "not measured", "foreign"], "AUC", (0.5, "guessing"))
    ours, theirs = chart.data
    assert list(chart.layout.yaxis.ticktext) == ["seen", "foreign"]
    assert list(ours.x) == [0.9, 0.6] and list(ours.y) == [-0.125, 0.875]
    assert list(theirs.x) == [0.4] and list(theirs.y) == [1.125]
    assert ours.error_x.array[0] == pytest.approx(0.05) and ours.error_x.arrayminus[0] == pytest.approx(0.1)
    assert chart.layout.annotations[0].text == "guessing"


def test_an_interval_is_said_in_words_and_left_out_where_there_is_none():
    chart = dot_plot([Series("a", {"x": figure(0.5, 0.25, 0.75), "y": figure(0.5)})], ["x", "y"], "AUC", None)
    assert list(chart.data[0].customdata) == [
        "0.500, 95 % interval 0.250 to 0.750, n = 40<br>data",
        "0.500, n = 40<br>data",
    ]
    assert list(chart.data[0].error_x.array) == [0.25, 0]


def test_a_band_lies_between_the_ends_of_the_intervals():
    band, line = line_chart([OURS], ["seen", "foreign"], ("damage", "AUC"), 0.5).data
    assert list(band.x) == ["seen", "foreign", "foreign", "seen"]
    assert list(band.y) == [0.8, 0.5, 0.7, 0.95]
    assert list(line.y) == [0.9, 0.6]
    assert len(line_chart([Series("a", {"x": figure(0.5)})], ["x"], ("x", "y"), 0.5).data) == 1


def test_an_axis_holds_every_interval_and_fits_small_shares():
    assert line_chart([THEIRS], ["foreign"], ("x", "y"), 0.5).layout.yaxis.range == pytest.approx((0.286, 1.014))
    small = dot_plot([Series("a", {"x": figure(0.02, 0.01, 0.1)})], ["x"], "share", None)
    assert small.layout.xaxis.range == pytest.approx((-0.0022, 0.1122))
    large = dot_plot([Series("a", {"x": figure(2.5, 2.0, 3.0)})], ["x"], "gain", None)
    assert large.layout.xaxis.range == pytest.approx((-0.066, 3.366))


def test_charts_without_figures_are_empty():
    assert not dot_plot([Series("a", {})], [], "AUC", None).data
    assert not line_chart([], [], ("x", "y"), 0.5).data
