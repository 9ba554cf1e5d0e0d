"""The plot of all scores of a picture."""

import io

import numpy as np
from PIL import Image
from specimens import decision_of, finding_of, region_of

from explain.drawing.palette import VERDICT_COLORS
from explain.pdf.plots import DPI, draw_score_plot
from forensics.types.analysis import FaceFinding, Verdict
from forensics.types.model_card import Thresholds

THRESHOLDS = Thresholds(signs=0.8, no_signs=0.2, smallest_face=32)


def finding(score: float, verdict: Verdict, face_id: int = 1) -> FaceFinding:
    return finding_of(region_of(np.zeros((4, 4, 3), np.uint8), face_id), score, decision_of(verdict))


def pixels_of(png: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"))


def columns_of(picture: np.ndarray, verdict: Verdict) -> np.ndarray:
    color = [int(VERDICT_COLORS[verdict][i : i + 2], 16) for i in (1, 3, 5)]
    return np.nonzero((picture == color).all(axis=-1).sum(axis=0) > 8)[0]


def test_a_face_stands_at_its_score() -> None:
    png, height = draw_score_plot([finding(0.95, "signs of manipulation")], THRESHOLDS, 480)
    picture = pixels_of(png)
    assert abs(picture.shape[1] - 480 / 72 * DPI) <= 1
    assert abs(picture.shape[0] - height / 72 * DPI) <= 1
    left, right = 0.012, 0.976  # of the plot's width: where the axis begins, how long it is, from -0.02 to 1.02
    expected = (left + right * (0.95 + 0.02) / 1.04) * picture.shape[1]
    columns = columns_of(picture, "signs of manipulation")
    assert abs(columns[columns > picture.shape[1] * 0.9].mean() - expected) < 8


def test_faces_with_one_score_stand_above_each_other() -> None:
    one = draw_score_plot([finding(0.5, "inconclusive")], THRESHOLDS, 480)[1]
    three = draw_score_plot([finding(0.5, "inconclusive", i) for i in (1, 2, 3)], THRESHOLDS, 480)[1]
    assert three - one == 26


def test_faces_that_were_not_evaluated_are_left_out() -> None:
    with_it = draw_score_plot([finding(0.5, "inconclusive"), finding(0.9, "not evaluated", 2)], THRESHOLDS, 480)
    assert with_it == draw_score_plot([finding(0.5, "inconclusive")], THRESHOLDS, 480)


def test_many_faces_are_counted_in_a_plot_of_bounded_height() -> None:
    findings = [finding(i / 200, "inconclusive", i) for i in range(200)]
    assert draw_score_plot(findings, THRESHOLDS, 480)[1] == 130


def test_the_same_faces_give_the_same_bytes() -> None:
    findings = [finding(0.1, "no signs found"), finding(0.9, "signs of manipulation", 2)]
    assert draw_score_plot(findings, THRESHOLDS, 480) == draw_score_plot(findings, THRESHOLDS, 480)
