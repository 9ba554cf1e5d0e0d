"""The words of the pages."""

from pages.parts.wording import counted, counted_words


def test_verdicts_are_counted_the_most_serious_first():
    said = ("no signs found", "not evaluated", "signs of manipulation", "no signs found")
    counts = counted(said)
    assert list(counts.items()) == [("signs of manipulation", 1), ("no signs found", 2), ("not evaluated", 1)]
    assert counted_words(counts, "face") == "4 faces: 1 signs of manipulation, 2 no signs found, 1 not evaluated"
    assert counted_words({}, "person") == "no face found"
