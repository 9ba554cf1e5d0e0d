import csv
import io

import pandas as pd
import pytest
from scored_track import scored_track
from video_values import sampled, sighting, small_result

from forensics.export.csv_table import COLUMNS, csv_text
from forensics.facts import told_fact
from forensics.types.video import Track


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_sighting_is_a_row_in_the_order_of_time():
    found = rows(csv_text(small_result()))
    assert [(row["frame"], row["person"]) for row in found] == [
        *(("0", "1"), ("6", "1"), ("6", "2"), ("12", "1"), ("12", "2"), ("18", "1"), ("24", "1"))
    ]
    assert found[0] | {"line": "", "line_low": "", "line_high": ""} == {
        **{"person": "1", "frame": "0", "seconds": "0.000000", "shot": "0"},
        **{"left": "10", "top": "8", "right": "42", "bottom": "40", "confidence": "0.7500"},
        **{"fake_score": "0.950000", "decision": "signs of manipulation", "likelihood_ratio": "2"},
        **{"weight": "1.0000", "counts_less_because": "", "mask_fraction": "0.2500"},
        **{"reconstruction_error": "0.1250", "line": "", "line_low": "", "line_high": ""},
        **{"known_ratio": "", "leaning": "", "false_alarms": ""},
    }
    assert float(found[3]["line_low"]) < float(found[3]["line"]) < float(found[3]["line_high"])


def test_a_face_that_was_not_evaluated_has_no_ratio_and_no_line():
    row = next(row for row in rows(csv_text(small_result())) if row["decision"] == "not evaluated")
    assert row["likelihood_ratio"] == row["line"] == row["line_low"] == row["line_high"] == ""
    assert (row["weight"], row["counts_less_because"]) == ("0.0000", "too small")


def test_a_frame_without_a_face_has_a_row_without_a_person():
    result = small_result(tracks=(), frames=(sampled(0), sampled(1)))
    found = rows(csv_text(result))
    assert [(row["frame"], row["seconds"], row["person"], row["decision"]) for row in found] == [
        ("0", "0.000000", "", "no face"),
        ("6", "0.200000", "", "no face"),
    ]
    assert {row["fake_score"] for row in found} == {""}


def test_seconds_are_given_to_the_microsecond():
    frame = sampled(0)._replace(seconds=1001 / 30000)
    result = small_result(tracks=(), frames=(frame,))
    assert rows(csv_text(result))[0]["seconds"] == "0.033367"


def test_lines_end_as_the_standard_wants_and_quotes_are_doubled():
    odd = sighting(0, weight=0.5, weight_reason=told_fact('small, and "dark"'))
    text = csv_text(small_result(tracks=(Track(1, (odd,), small_result().tracks[0].thumbnail),)))
    assert text.count("\r\n") == text.count("\n") == 6
    assert ',"small, and ""dark""",' in text
    assert rows(text)[0]["counts_less_because"] == 'small, and "dark"'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_begins_like_a_formula(start):
    odd = sighting(0, weight=0.5, weight_reason=told_fact(f"{start}cmd()"))
    text = csv_text(small_result(tracks=(Track(1, (odd,), small_result().tracks[0].thumbnail),)))
    assert rows(text)[0]["counts_less_because"] == f"'{start}cmd()"


def test_other_programs_read_it():
    result = small_result(tracks=(scored_track([0.2, None, 0.9]),), frames=(sampled(0), sampled(1)))
    table = pd.read_csv(io.StringIO(csv_text(result)))
    assert list(table.columns) == list(COLUMNS)
    assert table["frame"].tolist() == [0, 1, 2, 6]
    assert table["fake_score"].dtype == float
