"""The words of the pages."""

from pages.parts.text.wording import count_verdicts


def test_verdicts_are_counted_the_most_serious_first():
    said = ("no signs found", "not evaluated", "signs of manipulation", "no signs found")
    counts = count_verdicts(said)
    assert list(counts.items()) == [("signs of manipulation", 1), ("no signs found", 2), ("not evaluated", 1)]
