"""The table of a map's figures beside those of chance."""

import dataclasses

import numpy as np
from specimens import explanation_of, faithfulness_of, figures_of, finding_of, region_of

from explain.pdf.map_metrics_table import map_metrics_table
from explain.pdf.style import register_fonts
from explain.types import Faithfulness
from forensics.facts import Fact, told_fact

FINDING = finding_of(region_of(np.zeros((10, 8, 3), np.uint8)))


def lines_of(faithfulness: Faithfulness, further: Fact | None = None) -> list[list[str]]:
    """The table's cells as text."""
    register_fonts()
    table = map_metrics_table([(2, explanation_of(FINDING, "gradcam", faithfulness), further)])
    return [[cell if isinstance(cell, str) else cell.getPlainText() for cell in row] for row in table._cellvalues]


def test_a_map_stands_beside_random_maps_and_randomised_weights() -> None:
    measured = dataclasses.replace(faithfulness_of(), figures=figures_of(2.9), randomised=figures_of(0.4))
    heads, own, random, randomised, _ = lines_of(measured)
    assert heads == [
        *("", "deletion area ↓", "insertion area ↑", "ROAD ↑", "infidelity ↓", "in mask ↑", "mask share"),
        "rank correlation",
    ]
    assert own == ["2 · Grad-CAM", "1.17", "2.83", "0.725", "0.0123", "75%", "50%", ""]
    assert random[1:4] == ["2.54 ± 0.69", "1.46 ± 0.69", "0.375 ± 0.18"]
    assert random[5:] == ["75%", "50%", ""]  # no spread where all are alike
    assert randomised == ["randomised weights", "3.61", "0.390", "0.100", "0.0123", "75%", "50%", "0.12"]


def test_the_verdict_comes_with_its_reason_and_what_else_is_to_be_said() -> None:
    *_, words = lines_of(faithfulness_of("weak"), told_fact("The places disagree."))
    assert words[0] == "◐ weak. It is weak. The places disagree."


def test_what_could_not_be_measured_is_a_dash() -> None:
    nothing = dataclasses.replace(faithfulness_of(energy=None), randomised=None, rank_correlation=None)
    _, own, random, randomised, _ = lines_of(nothing)
    assert own[5:7] == random[5:7] == ["–", "–"]
    assert randomised == ["randomised weights", *["–"] * 7]
