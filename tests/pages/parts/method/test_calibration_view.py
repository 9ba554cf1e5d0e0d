"""What the Method page says about thresholds and ratios."""

import pytest
from small_detector import small_card, small_card_with_evidence
from streamlit.testing.v1 import AppTest
from tippett_values import CURVES

from forensics.measurements import results
from forensics.measurements.tippett import write_evidence
from forensics.types.model_card import Calibration, ErrorRateBound, Interval, Measurement, QualityGate, Thresholds
from pages.parts.method.calibration_view import tippett_chart

pytestmark = pytest.mark.slow


def page(card):
    from pages.parts.method.calibration_view import calibration_view  # noqa: PLC0415, the function's source runs on its own

    calibration_view(card)


@pytest.fixture
def shown(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)
    return lambda card: AppTest.from_function(page, args=(card,)).run()


def test_the_thresholds_stand_with_what_they_promise(shown):
    limits = Thresholds(
        0.9, 0.1, 32, false_alarms=ErrorRateBound(0.02, 0.0195, 735), misses=ErrorRateBound(0.05, 0.048, 536)
    )
    calibration = Calibration(1.0, 0.0, 2.0, 735, 536, "kept-back faces", log10_floor=-1.0)
    wide = Interval(0.0, 9.0)
    app = shown(
        small_card(thresholds=limits, calibration=calibration, gate=QualityGate(wide, wide, wide, wide, wide, n=1271))
    )
    text = "\n".join(element.value for element in app.markdown)
    assert "Score of **0.900** or more" in text
    assert "With 95 % confidence no more than 1.95 % of 735 untouched calibration faces" in text
    assert "no more than 4.8 % of 536 manipulated calibration faces of all sources together fall so low" in text
    assert "for the kinds of forgery it was trained on, from 1/10 to 100" in text
    assert "unlike the 1,271 faces" in text
    assert not app.metric and not app.get("plotly_chart")


def test_without_a_promise_none_is_made(shown):
    text = "\n".join(element.value for element in shown(small_card()).markdown)
    assert "no rate is promised" in text
    assert "Gate" not in text


def test_a_card_without_evidence_says_that_other_kinds_were_not_measured(shown):
    (said,) = shown(small_card()).info
    assert said.value.startswith(
        "Nothing was measured for this detector on kinds of forgery that it was not trained on"
    )


def test_kinds_unknown_stand_with_their_bounds_the_hardest_and_the_states(shown):
    app = shown(small_card_with_evidence())
    text = "\n".join(element.value for element in app.markdown).replace("\\", "")
    assert "fitted on 300 manipulated faces of kinds that the scoring network was not trained on" in text
    assert "montage, diffusion; and on 200 untouched faces of 2 sources" in text
    assert "between 1/1.3 and 32; how far" in text
    assert "the hardest kind supports: **montage**" in text
    table = app.table[0].value.map(lambda cell: cell.replace("\\", ""))
    assert table["State"].tolist() == ["clean", "small"]
    assert table["Upper bound, 95 %"].tolist() == ["1.9 %", "3.1 %"]
    assert table["Worst source"].tolist() == ["camera", "site"]
    assert not app.info


def test_persons_stand_with_the_number_of_films_among_the_clips(shown):
    text = "\n".join(element.value for element in shown(small_card_with_evidence()).markdown).replace("\\", "")
    assert "40 untouched clips, of which **only 10 are films of people**; the others are photographs" in text
    assert "Signs of manipulation from **0.8** on, by the lower end" in text
    assert "no more than 5 % (40 clips in the worst source, stills in motion)" in text


def test_measured_ratios_are_shown_with_their_curves(shown):
    write_evidence("telltale", [Measurement("Cllr", 0.2234, 0.2, 0.25, 2333, "openforensics-val", "none")], CURVES)
    app = shown(small_card())
    assert [(metric.label, metric.value) for metric in app.metric] == [("Cost of the ratios", "0.223")]
    assert len(app.get("plotly_chart")) == 1


def test_the_plot_has_a_line_a_kind_and_set_over_the_ratio_itself():
    lines = tippett_chart(CURVES).data
    assert [line.name for line in lines] == [
        "manipulated, calibration set (n = 10)",
        "untouched, calibration set (n = 20)",
        "manipulated, openforensics-val (n = 30)",
        "untouched, openforensics-val (n = 40)",
    ]
    assert list(lines[0].x) == [0.1, 1, 10]
    assert list(lines[3].y) == [1.0, 0.3, 0.1]
    assert [line.line.dash for line in lines] == ["dot", "dot", "solid", "solid"]
