"""The table of what happens to files."""

import pytest

from docs.file_table import PATH, file_table


@pytest.mark.slow
def test_the_table_is_that_of_the_files():
    assert PATH.read_text(encoding="utf-8") == file_table(), "old: python -m docs.file_table"
