"""The table of what happens to files."""

import pytest

from docs.file_table import PATH, file_table, situation_table
from forensics.benchmark.face_situations import SITUATIONS


@pytest.mark.slow
def test_the_table_is_that_of_the_files():
    assert PATH.read_text(encoding="utf-8") == file_table(), "old: python -m docs.file_table"


def test_it_says_how_many_faces_of_each_situation_were_found():
    table = situation_table()
    assert table in PATH.read_text(encoding="utf-8"), "old: python -m docs.file_table"
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")][1:]
    assert [row[0].removeprefix("| ") for row in rows] == list(SITUATIONS)
    assert all(int(row[1].split()[2]) >= 100 for row in rows)
