"""The same file gets the same scores, however it is analyzed."""

import pytest

from forensics.benchmark.repeatability import SAMPLES, _difference, run_repeatability
from forensics.detectors.registry import load_detector
from forensics.measurements.metrics import Metric

HOLDS_TO = 1e-4
"""What the README promises."""


@pytest.mark.slow
def test_scores_are_the_same_once_more_in_company_on_two_threads_and_by_page_and_command_line():
    figures = run_repeatability(load_detector("telltale"), [SAMPLES / "collins.jpg", SAMPLES / "swap-feathered.jpg"])
    assert len(figures) == 5
    assert {figure.n for figure in figures} == {2}
    assert max(figure.value for figure in figures) < HOLDS_TO


def test_the_greatest_difference_counts_and_other_faces_are_no_difference():
    some = {("a", 1, 0): 0.5, ("b", 1, 0): 0.25}
    figure = _difference(Metric.DIFFERENCE_AGAIN, some, {("a", 1, 0): 0.5, ("b", 1, 0): 0.75})
    assert (figure.value, figure.n) == (0.5, 2)
    with pytest.raises(ValueError, match="other faces"):
        _difference(Metric.DIFFERENCE_AGAIN, some, {("a", 1, 0): 0.5})
