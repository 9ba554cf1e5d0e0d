"""The curves of a Tippett plot, and the file they are kept in."""

import json

import numpy as np
import pytest

from forensics.measurements import results
from forensics.measurements.tippett import read_curves, tippett_curves, write_evidence
from forensics.types.model_card import Calibration, Measurement

CALIBRATION = Calibration(1.0, 0.0, 1.0, 4, 2, "made", -2.0)
SCORES = np.array([1 / (1 + np.exp(2)), 0.5, 0.5, 0.999999, 0.5, 0.999999])  # log10 ratios −2, 0, 0, 1, 0, 1
MANIPULATED = np.array([False] * 4 + [True] * 2)


def test_the_curves_fall_from_all_to_those_at_the_limit():
    curve = tippett_curves(SCORES, MANIPULATED, CALIBRATION, "made")
    assert (curve.log10_ratio[0], curve.log10_ratio[-1], len(curve.log10_ratio)) == (-2, 1, 81)
    assert (curve.manipulated[0], curve.manipulated[-1]) == (1, 0.5)
    assert (curve.untouched[0], curve.untouched[1], curve.untouched[-1]) == (1, 0.75, 0.25)
    assert (curve.n_fake, curve.n_real) == (2, 4)


def test_curves_and_figures_come_back_from_their_file(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)
    assert read_curves("telltale") == []
    curves = (
        tippett_curves(SCORES, MANIPULATED, CALIBRATION, "a"),
        tippett_curves(SCORES, MANIPULATED, CALIBRATION, "b"),
    )
    figure = Measurement("Cllr", 0.5, 0.4, 0.6, 6, "a", "none")
    write_evidence("telltale", [figure], curves)
    assert read_curves("telltale") == list(curves)
    assert results.read_results("evidence_telltale") == [figure]
    assert json.loads((tmp_path / "evidence_telltale.json").read_text())["versions"]["telltale"]


def test_a_curve_needs_both_kinds_of_face():
    with pytest.raises(ValueError, match="manipulated and untouched"):
        tippett_curves(SCORES[:4], MANIPULATED[:4], CALIBRATION, "made")
