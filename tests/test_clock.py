import pytest

from forensics.formatting import format_timecode


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00.0"),
        (2.54, "0:02.5"),
        (59.96, "1:00.0"),
        (75.25, "1:15.2"),
        (3599.97, "1:00:00.0"),
        (3723.4, "1:02:03.4"),
        (36_000, "10:00:00.0"),
    ],
)
def test_a_time_as_people_write_it(seconds: float, text: str) -> None:
    assert format_timecode(seconds) == text


def test_a_time_with_more_or_no_decimals() -> None:
    assert format_timecode(3.4, 3) == "0:03.400"
    assert format_timecode(59.7, 0) == "1:00"
