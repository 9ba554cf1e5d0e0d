"""The app's words for persons and times."""

import pytest
from made_video import forged_for_a_while, frames_of, made_result, track_of, untouched
from small_detector import small_card

from forensics.decision.video_verdict import decide_person, decide_video
from pages.parts.text.video_wording import approximate_duration, person_verdict_counts, when_sentence

FRAMES = frames_of()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.4, "some 5 seconds"),
        (41.0, "some 40 seconds"),
        (59.0, "some 1 minute"),
        (200.0, "some 3 minutes"),
        (7300.0, "some 2 hours"),
    ],
)
def test_an_estimate_is_told_as_roughly_as_it_is_known(seconds, said):
    assert approximate_duration(seconds) == said


def test_persons_are_counted_by_verdict():
    judgment = decide_video(made_result())
    assert list(person_verdict_counts(judgment).items()) == [("signs of manipulation", 1), ("no signs found", 1)]


def test_when_a_person_bore_signs_is_said_with_its_times():
    judged = decide_person(track_of(1, FRAMES, forged_for_a_while), small_card())
    assert when_sentence(judged) == "Signs of manipulation between 0:01.9 and 0:04.1."


def test_nothing_is_said_of_times_where_all_of_them_are_alike():
    assert when_sentence(decide_person(track_of(1, FRAMES, untouched), small_card())) == ""
