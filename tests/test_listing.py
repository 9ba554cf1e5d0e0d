"""The table on the standard output."""

import pytest

from forensics.cli.table import header_line, table_lines

NO_RATIOS = {"likelihood_ratio": None, "known_ratio": None, "leaning": None}
FACE = NO_RATIOS | {"face_id": 1, "fake_score": 0.5, "decision": "inconclusive", "box": [0, 0, 10, 12]}
PICTURE = {"path": "dir/\x1b[31mred.png", "kind": "image", "faces": [FACE, FACE | {"face_id": 2}]}
SIGNS = [{"start": second, "end": second + 0.96, "decision": "signs of manipulation"} for second in (2.0, 7.0, 9.0)]
PERSON = NO_RATIOS | {
    "face_id": 1,
    "fake_score": 0.98765,
    "decision": "signs of manipulation",
    "first_seconds": 0.0,
    "last_seconds": 9.8,
    "spans": [{"start": 0.0, "end": 2.0, "decision": "no signs found"}, *SIGNS[:2]],
}
VIDEO = {"path": "a.mp4", "kind": "video", "tracks": [PERSON], "faces": [FACE] * 50}


def test_a_picture_has_a_line_a_face_and_no_control_characters():
    first, second = table_lines(PICTURE)
    assert (
        first == "0.500  inconclusive                       -        -     1  0, 0, 10, 12             dir/[31mred.png"
    )
    assert second == first.replace("  1  ", "  2  ")
    (none,) = table_lines(PICTURE | {"faces": []})
    assert (
        none == "    -  no face found                      -        -     -  -                        dir/[31mred.png"
    )
    assert first.index("dir") == header_line().index("FILE")


def test_both_ratios_stand_in_the_line_and_where_it_leans():
    leaning = FACE | {"likelihood_ratio": 4.2, "known_ratio": 1 / 25, "leaning": "towards manipulation"}
    (line,) = table_lines(PICTURE | {"faces": [leaning]})
    assert line.startswith("0.500  inconclusive, leans towards      4.2     1/25     1  0, 0, 10, 12")
    assert line.index("4.2") + 3 == header_line().index("ANY") + 3
    away = FACE | {"likelihood_ratio": 0.25, "leaning": "away from manipulation"}
    assert table_lines(PICTURE | {"faces": [away]})[0].startswith(
        "0.500  inconclusive, leans away       1/4.0        -     1"
    )


def test_a_video_has_a_line_a_person_with_the_seconds_of_the_decision():
    (line,) = table_lines(VIDEO)
    assert line == "0.988  signs of manipulation              -        -     1  2.0-3.0, 7.0-8.0         a.mp4"
    more = PERSON | {"spans": SIGNS}
    assert "2.0-3.0, 7.0-8.0 +1" in table_lines(VIDEO | {"tracks": [more]})[0]


def test_a_decision_that_no_span_shares_stands_for_the_whole_time():
    unsure = PERSON | {"decision": "inconclusive"}
    assert "  0.0-9.8  " in table_lines(VIDEO | {"tracks": [unsure]})[0]


def test_a_person_without_a_score_and_a_video_without_a_person():
    unseen = PERSON | {"decision": "not evaluated", "fake_score": None}
    assert table_lines(VIDEO | {"tracks": [unseen]})[0].startswith(
        "    -  not evaluated                      -        -     1  0.0-9.8 "
    )
    assert table_lines(VIDEO | {"tracks": []}) == [
        "    -  no face found                      -        -     -  -                        a.mp4"
    ]


@pytest.mark.usefixtures("german")
def test_in_german_the_columns_are_as_wide_as_its_words():
    leaning = FACE | {"likelihood_ratio": 4.2, "known_ratio": 1 / 25, "leaning": "towards manipulation"}
    (line,) = table_lines(PICTURE | {"faces": [leaning]})
    assert header_line() == (
        " WERT  URTEIL                            ALLE  BEKANNT  GESICHT  RAHMEN ODER SEKUNDEN     DATEI"
    )
    assert line == (
        "0,500  nicht eindeutig, eher dafür        4,2     1/25        1  0, 0, 10, 12             dir/[31mred.png"
    )
    assert "2,0-3,0; 7,0-8,0" in table_lines(VIDEO)[0]
