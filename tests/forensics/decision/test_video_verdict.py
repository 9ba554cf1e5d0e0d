import math
from dataclasses import replace

import numpy as np
import pytest
from reasons import BETWEEN
from scored_track import scored_track
from small_detector import SMALL_PERSONS, small_card, small_card_with_evidence
from video_values import sampled, small_result

from forensics.decision.calibration import likelihood_ratio
from forensics.decision.score_curve import score_curve
from forensics.decision.video_verdict import decide_person, decide_video
from forensics.facts import Fact
from forensics.types.reasons import ReasonCode
from forensics.types.video import Track

CARD = small_card()


def verdict(scores: list[float | None], **changes: object) -> str:
    return decide_person(scored_track(scores, **changes), CARD).decision.verdict


def result_of(*tracks: Track, frames: int = 40):
    return small_result(tracks=tracks, frames=tuple(sampled(number) for number in range(frames)))


def test_two_forged_seconds_in_ten_are_found():
    judged = decide_person(scored_track([0.04] * 20 + [0.97] * 10 + [0.04] * 20), CARD)
    assert judged.decision.verdict == "signs of manipulation"
    assert judged.score == pytest.approx(0.97)
    assert judged.typical == pytest.approx(0.04)
    assert 4 <= sum(judged.stretch) / 2 <= 6
    assert [span.verdict for span in judged.spans] == ["no signs found", "signs of manipulation", "no signs found"]
    assert judged.spans[1][:2] == pytest.approx((3.9, 5.9))


@pytest.mark.parametrize("place", [0, 7, 19])
def test_one_flickering_frame_decides_nothing(place):
    scores = [0.04] * 20
    scores[place] = 0.999999
    assert verdict(scores) == "no signs found"


def test_a_person_forged_throughout_but_unclear_in_every_second_is_judged_by_all_of_it():
    scores = [0.91, 0.94] * 150
    judged = decide_person(scored_track(scores), CARD)
    assert judged.decision.verdict == "signs of manipulation"
    assert judged.stretch == pytest.approx((0, 59.8))
    numbers = judged.decision.reason.parameters
    assert (numbers["everything"], numbers["sightings"]) == (True, 300)
    assert 0.91 < numbers["score"] < 0.94


def test_a_reach_of_the_threshold_without_its_lower_end_is_inconclusive():
    judged = decide_person(scored_track([0.04] * 20 + [0.91] * 6 + [0.04] * 20), CARD)
    assert judged.low < 0.9 < judged.score
    assert judged.decision.verdict == "inconclusive"
    assert judged.decision.reason.code == ReasonCode.STRETCH_BETWEEN
    assert (judged.decision.reason.parameters["no_signs"], judged.decision.reason.parameters["signs"]) == (0.1, 0.9)


def test_no_signs_are_found_only_where_the_upper_end_is_low_too():
    assert verdict([0.04] * 20) == "no signs found"
    assert verdict([0.099] * 5) == "inconclusive"


def test_the_reason_has_the_figures():
    judged = decide_person(scored_track([0.04] * 20 + [0.97] * 10 + [0.04] * 20), CARD)
    assert judged.decision.reason.code == ReasonCode.STRETCH_REACHES_SIGNS
    assert judged.decision.reason.parameters == {
        **{"score": judged.score, "low": judged.low, "high": judged.high, "sightings": 9, "everything": False},
        **{"start": judged.stretch[0], "end": judged.stretch[1], "threshold": 0.9},
        **{"stated": pytest.approx(math.nan, nan_ok=True), "bound": pytest.approx(math.nan, nan_ok=True)},
    }


def test_frames_are_not_multiplied_as_if_they_were_independent():
    short, long = (decide_person(scored_track([0.97] * n), CARD).decision for n in (10, 100))
    assert short.likelihood_ratio == long.likelihood_ratio
    assert long.likelihood_ratio == pytest.approx(likelihood_ratio(0.97, CARD.calibration))


def test_a_person_is_judged_by_the_limits_and_ratios_of_persons():
    judged = decide_person(scored_track([0.85] * 20), small_card_with_evidence())  # a face of 0.85 is inconclusive
    assert judged.decision.verdict == "signs of manipulation"
    assert judged.decision.likelihood_ratio == pytest.approx((judged.low / (1 - judged.low)) ** (0.25 * math.log(10)))
    assert judged.decision.known_ratio == pytest.approx((judged.low / (1 - judged.low)) ** (0.5 * math.log(10)))
    assert decide_person(scored_track([0.85] * 20), CARD).decision.verdict == "inconclusive"


def test_a_video_is_judged_by_the_card_of_its_source():
    result = result_of(scored_track([0.85] * 20))
    assert decide_video(result).decision.verdict == "inconclusive"
    assert decide_video(replace(result, source_card=small_card_with_evidence())).decision.verdict == (
        "signs of manipulation"
    )


def test_too_few_evaluated_sightings_are_not_evaluated_and_say_most_often_why():
    judged = decide_person(scored_track([0.97, 0.97, 0.97, None, None]), CARD)
    assert judged.decision.verdict == "not evaluated"
    too_small = Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 5, "least": 8})
    numbers = {"sightings": 5, "evaluated": 3, "least": 4}
    assert judged.decision.reason == Fact(ReasonCode.FEW_SIGHTINGS, numbers, too_small)
    assert (judged.evaluated, judged.sightings) == (3, 5)
    assert [math.isnan(value) for value in (judged.score, judged.low, judged.high, judged.typical)] == [True] * 4
    assert [span.verdict for span in judged.spans] == ["not evaluated"]


def test_a_video_of_one_frame_is_judged_as_a_picture_and_says_so():
    judged = decide_video(result_of(scored_track([0.97]), frames=1))
    assert judged.decision.verdict == "signs of manipulation"
    inner = judged.decision.reason.because
    assert (inner.code, dict(inner.parameters)) == (ReasonCode.FEW_FRAMES, {"frames": 1})
    assert judged.tracks[0].score == 0.97
    assert math.isnan(judged.tracks[0].low)


def test_a_video_of_few_frames_is_judged_by_the_middle_score():
    judged = decide_video(result_of(scored_track([0.97, 0.04, 0.95]), frames=3)).tracks[0]
    assert judged.decision.verdict == "signs of manipulation"
    assert judged.score == 0.95
    assert judged.decision.reason == Fact(ReasonCode.FEW_FRAMES, {"frames": 3}, BETWEEN)
    assert decide_video(result_of(scored_track([None, None]), frames=2)).decision.verdict == "not evaluated"


def test_a_person_seen_in_one_frame_of_a_longer_video_is_not_evaluated():
    assert decide_video(result_of(scored_track([0.97]))).decision.verdict == "not evaluated"


def test_a_file_is_as_its_strongest_person():
    scores = {1: [0.04] * 20, 2: [0.97] * 20, 3: [0.98] * 20, 4: [None] * 20}
    judged = decide_video(result_of(*(scored_track(made, face_id=person) for person, made in scores.items())))
    assert judged.face_id == 3
    assert judged.decision.verdict == "signs of manipulation"
    numbers = {"person": 3, "persons": 4, "not_evaluated": 1}
    assert judged.decision.reason == Fact(ReasonCode.STRONGEST_PERSON, numbers, judged.tracks[2].decision.reason)
    assert [track.face_id for track in judged.tracks] == [1, 2, 3, 4]


def test_an_untouched_person_outranks_one_that_was_not_evaluated():
    judged = decide_video(result_of(scored_track([None] * 9), scored_track([0.04] * 20, face_id=2)))
    assert (judged.face_id, judged.decision.verdict) == (2, "no signs found")


def test_of_two_equal_persons_the_first_is_named():
    judged = decide_video(result_of(scored_track([0.97] * 9), scored_track([0.97] * 9, face_id=2)))
    assert judged.face_id == 1


def test_a_file_without_a_face_is_not_evaluated():
    judged = decide_video(result_of(frames=25))
    assert judged.decision.verdict == "not evaluated"
    assert judged.decision.reason == Fact(ReasonCode.NOBODY_FOLLOWED, {"frames": 25})
    assert (judged.face_id, judged.tracks) == (None, ())


def test_false_alarms_from_scatter_alone_are_rare_in_long_videos():
    generator = np.random.default_rng(3)
    alarms = 0
    for _ in range(40):
        scores = 1 / (1 + np.exp(-generator.normal(1.5, 0.4, 500)))  # the threshold is at 2.2
        alarms += verdict(scores.tolist(), step=1.0) == "signs of manipulation"
    assert alarms <= 2


def test_three_of_four_frames_are_too_few_sightings_and_three_of_three_are_a_picture():
    three = scored_track([0.97] * 3)
    assert decide_person(three, CARD, 4).decision.verdict == "not evaluated"
    assert decide_person(three, CARD, 3).decision.verdict == "signs of manipulation"


def test_of_few_frames_the_middle_sighting_is_the_stretch_and_what_is_typical():
    judged = decide_person(scored_track([0.97, 0.04, 0.95]), CARD, 3)
    assert judged.stretch == (0.4, 0.4)
    assert (judged.score, judged.typical) == (0.95, 0.95)


def test_lines_that_are_known_are_not_worked_out_again():
    track = scored_track([0.04] * 20)
    drawn = score_curve(track, CARD)
    assert decide_video(result_of(track)).decision.verdict == "no signs found"
    other = drawn._replace(verdicts=("inconclusive",) * 20, score=np.full(20, 0.5))
    judged = decide_video(result_of(track), {1: other})
    assert judged.decision.verdict == "inconclusive"  # the line passes the limit for "no signs found"
    assert [span.verdict for span in judged.tracks[0].spans] == ["inconclusive"]
    assert decide_video(result_of(track), {2: other}).decision.verdict == "no signs found"


def test_a_person_with_a_card_of_their_own_is_judged_by_it():
    result = result_of(scored_track([0.85] * 20), scored_track([0.85] * 20, face_id=2))
    judged = decide_video(replace(result, own_cards={2: small_card_with_evidence()})).tracks
    assert [one.decision.verdict for one in judged] == ["inconclusive", "signs of manipulation"]


def test_a_span_ends_where_its_shot_does():
    judged = decide_video(replace(result_of(scored_track([0.04] * 10)), cuts=(1.85,))).tracks[0]
    assert [(span.start, span.end) for span in judged.spans] == [(0.0, 1.85)]


def test_four_sightings_are_enough():
    judged = decide_person(scored_track([0.99999] * 4, step=0.5), CARD, 40)
    assert judged.decision.verdict == "signs of manipulation"


def test_it_is_said_how_many_sightings_were_evaluated():
    judged = decide_person(scored_track([0.04] * 10 + [None, None] + [0.04] * 10), CARD)
    assert (judged.evaluated, judged.sightings) == (20, 22)


def test_the_promise_is_that_of_persons():
    numbers = decide_person(scored_track([0.99] * 20), small_card_with_evidence()).decision.reason.parameters
    assert (numbers["stated"], numbers["bound"]) == (0.02, 0.05)
    bare = small_card_with_evidence(persons=replace(SMALL_PERSONS, false_alarms=None))
    assert math.isnan(decide_person(scored_track([0.99] * 20), bare).decision.reason.parameters["bound"])


@pytest.mark.parametrize(("score", "verdict"), [(0.02, "no signs found"), (0.5, "inconclusive")])
def test_every_answer_on_a_person_weighs_the_lower_end(score, verdict):
    judged = decide_person(scored_track([score] * 20), small_card_with_evidence())
    assert judged.decision.verdict == verdict
    assert judged.decision.likelihood_ratio == likelihood_ratio(judged.low, SMALL_PERSONS.ratio)
    assert judged.decision.known_ratio == likelihood_ratio(judged.low, SMALL_PERSONS.known)
