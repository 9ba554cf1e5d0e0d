"""The cards of the faces on the page Inspect."""

from dataclasses import replace

import pytest
from driving import RED, opened_app, state_of, take_whole_pictures, upload, words

from forensics.types.analysis import FamilyScore

pytestmark = pytest.mark.slow


@pytest.fixture
def app(monkeypatch):
    yield from opened_app(monkeypatch)


def red_face(app, **changes):
    """One red face, whose score is 0.986, with its finding changed."""
    upload(take_whole_pictures(app), ("red.png", RED))
    ((sha256, result),) = state_of(app).results.items()
    state_of(app).store_outcome(sha256, replace(result, findings=(replace(result.findings[0], **changes),)))
    app.run()
    assert not app.exception
    return words(app).replace("\\", "")


def test_a_card_says_what_small_changes_do_to_the_score_and_lists_the_scores(app):
    text = red_face(app)
    assert "Scored again after small changes (dots): spread 0.0" in text
    assert "The decision stays the same under all five changes." in text
    (help_text,) = [caption.help for caption in app.caption if caption.help and "scored again" in caption.help]
    assert [line.split("\\")[0] for line in help_text.splitlines()[2:]] == [
        "- JPEG quality 75",
        "- JPEG quality 50",
        "- half size",
        "- slight blur",
        "- shifted crop",
    ]


def test_a_face_that_was_not_scored_again_says_so(app):
    text = red_face(app, rescores=())
    assert "Not scored again: that is done for the 12 highest scores of a picture." in text
    assert "spread" not in text


def test_a_family_is_a_hint_on_the_card_where_the_network_names_one(app):
    assert "Looks most like" not in red_face(app)
    text = red_face(app, families=(FamilyScore("splice", 0.8), FamilyScore("retouch", 0.2)))
    assert "Looks most like: parts from another picture (montage) (hint, 80 %)." in text
