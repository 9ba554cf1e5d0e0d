"""A face that is known to be untouched is a reference for all others and not for itself.

The card brings the mean of sources −2 and variances 1 and 1, of which five faces speak for the second. A reference face
counts at most as one of logit −2 + 2 √2 = 0.8284, as that of score 0.95 does.
"""

import math
from dataclasses import replace

import pytest
from made_video import VIDEO_SHA256, made_result
from reasons import TOO_SMALL
from small_detector import small_card, small_card_with_evidence
from two_faces import marked, two_faces
from video_stills import still_of

from forensics.analysis.reference_wording import is_reference_sentence, reference_note
from forensics.analysis.references import (
    MisfittingReference,
    decide_video_with_references,
    decide_with_references,
    find_misfits,
    n_references_used,
    person_to_reference,
    uses_references,
)
from forensics.decision.video_verdict import decide_video
from forensics.export.image_document import file_entry
from forensics.types.analysis import Decision, ImageResult
from forensics.types.references import Misfit, ReferenceFace, References
from forensics.types.video import VideoResult

ONE_OTHER = 0.9471
"""Threshold for signs where one reference of logit 0.5 counts: the mean of this source is taken as −0.75, the variance
of one more face as 1.5. (ln 9 + 2 − 0.75 √(2 / 1.5)) / √(2 / 1.5) = 2.8849."""

ONE_HIGH = 0.9547
"""The same for one of logit 0.8284: mean −0.5858. (ln 9 + 2 − 0.5858 √(2 / 1.5)) / √(2 / 1.5) = 3.0491."""

BOTH = 0.9610
"""The same for both: mean (2 · 0.6642 − 2) / 3 = −0.2239, variance 4 / 3. (ln 9 + 2 − 0.2239 √1.5) / √1.5 = 3.2031."""

OTHER = ReferenceFace("other.png", "f" * 64, 1, 1 / (1 + math.exp(-0.5)), 40, 1.0, 1.0)


def stretch(result: VideoResult, face_id: int) -> ReferenceFace:
    return person_to_reference(result.track(face_id), result.video.name, result.video.sha256, 0.0, 9.0)


def verdicts(result: ImageResult) -> list[str]:
    return [finding.decision.verdict for finding in result.findings]


def signs(result: ImageResult) -> list[float]:
    return [result.judged_by(finding.region.face_id).thresholds.signs for finding in result.findings]


def test_a_marked_face_is_decided_with_the_others_alone_and_its_neighbor_with_all():
    result = two_faces()
    asked = decide_with_references(result, References((OTHER, *marked(result, 1))))
    assert signs(asked) == pytest.approx([ONE_OTHER, BOTH], abs=1e-4)
    assert verdicts(asked) == ["signs of manipulation", "inconclusive"]
    assert asked.findings[0].decision == decide_with_references(result, References((OTHER,))).findings[0].decision


def test_where_it_is_the_only_reference_its_answer_is_as_without_any():
    result = two_faces()
    asked = decide_with_references(result, References(marked(result, 1)))
    assert signs(asked) == pytest.approx([0.9, ONE_HIGH], abs=1e-4)
    assert asked.findings[0].decision == decide_with_references(result, None).findings[0].decision
    assert asked.findings[1].decision.verdict == "inconclusive"


def test_two_marked_faces_stand_for_each_other():
    result = two_faces()
    asked = decide_with_references(result, References(marked(result, 1, 2)))
    assert signs(asked) == pytest.approx([ONE_HIGH, ONE_HIGH], abs=1e-4)


def test_the_same_number_in_another_file_is_another_face():
    result = two_faces()
    asked = decide_with_references(result, References((OTHER, replace(OTHER, fake_score=0.95))))
    assert signs(asked) == pytest.approx([BOTH, BOTH], abs=1e-4)
    assert not asked.own_cards


def test_without_them_nothing_of_them_stays():
    result = two_faces()
    back = decide_with_references(decide_with_references(result, References(marked(result, 1))), None)
    assert not back.own_cards
    assert signs(back) == [0.9, 0.9]


def test_a_person_whose_stretch_is_known_is_decided_without_it_and_all_others_with_it():
    result = made_result(card=small_card_with_evidence())  # person 1: 0.03, person 2: 0.97
    asked, bare = (
        decide_video_with_references(result, References((stretch(result, 2),))),
        decide_video_with_references(result, None),
    )
    # limits of persons: 0.8 at (ln 4 + 2 − 0.5858 √(2 / 1.5)) / √(2 / 1.5) = 2.3473
    assert [asked.judged_by(face_id).persons.signs for face_id in (1, 2)] == pytest.approx([0.9127, 0.8], abs=1e-4)
    assert decide_video(asked).tracks[1] == decide_video(bare).tracks[1]
    assert decide_video(asked).decision == decide_video(bare).decision  # of person 2, the strongest
    assert decide_video(asked).tracks[0].decision != decide_video(bare).tracks[0].decision
    assert asked.tracks[1].sightings[0].decision == bare.tracks[1].sightings[0].decision
    assert asked.tracks[0].sightings[0].decision != bare.tracks[0].sightings[0].decision


def test_a_frame_of_the_video_knows_the_person_again():
    result = made_result(card=small_card_with_evidence())
    frame = replace(still_of(result, 0), card=result.card)
    of_video = replace(frame, media=replace(frame.media, video=VIDEO_SHA256))
    references = References((stretch(result, 2),))
    assert signs(decide_with_references(of_video, references)) == pytest.approx([ONE_HIGH, 0.9], abs=1e-4)
    assert signs(decide_with_references(frame, references)) == pytest.approx([ONE_HIGH, ONE_HIGH], abs=1e-4)


def test_used_is_said_of_a_file_where_they_counted_for_one_of_its_faces():
    result = two_faces()
    references = References(marked(result, 1))
    both, alone = (
        decide_with_references(r, references) for r in (result, replace(result, findings=result.findings[:1]))
    )
    assert [n_references_used(both, face_id) for face_id in (1, 2)] == [0, 1]
    assert uses_references(both) and not uses_references(alone)
    used, unused = file_entry(both), file_entry(alone)
    assert (used["references"]["used"], unused["references"]["used"]) == (True, False)
    assert [face["decision"] for face in used["faces"]] == ["signs of manipulation", "inconclusive"]
    assert [face["without_references"]["decision"] for face in used["faces"]] == ["signs of manipulation"] * 2
    assert used["faces"][0]["likelihood_ratio"] == used["faces"][0]["without_references"]["likelihood_ratio"]


def test_used_is_not_said_where_no_face_was_evaluated():
    result = two_faces()
    refused = [replace(finding, decision=Decision("not evaluated", None, TOO_SMALL)) for finding in result.findings]
    assert not uses_references(decide_with_references(replace(result, findings=tuple(refused)), References((OTHER,))))


def test_a_marked_face_that_shows_signs_is_named_to_the_others_and_not_to_itself():
    result = two_faces()
    asked = decide_with_references(result, References(marked(result, 1)))
    assert find_misfits(asked) == (MisfittingReference("asked.png", Misfit.SUSPICIOUS, (2,)),)
    alone = replace(result, findings=result.findings[:1])
    assert find_misfits(decide_with_references(alone, References(marked(result, 1)))) == ()


def test_beside_the_answer_stands_that_it_is_a_reference_and_what_would_be_said_without():
    result = two_faces()
    asked, bare = (
        decide_with_references(result, References((OTHER, *marked(result, 1)))),
        decide_with_references(result, None),
    )
    own, neighbor = (reference_note(asked, one.region.face_id, one.decision) for one in bare.findings)
    assert own.startswith("It is itself a reference; 1 other counts for it. Without the reference pictures: signs of ")
    assert neighbor.startswith("Without the reference pictures: signs of manipulation")
    alone = decide_with_references(result, References(marked(result, 1)))
    assert reference_note(alone, 1, bare.findings[0].decision) == is_reference_sentence(0)
    assert reference_note(bare, 1, bare.findings[0].decision) == ""
    assert is_reference_sentence(0) == "It is itself the only reference, so none counts for it."
    assert is_reference_sentence(11) == "It is itself a reference; 11 others count for it."


def test_beside_the_answer_stands_nothing_where_they_change_none():
    bare = two_faces(card=small_card())
    asked = decide_with_references(bare, References((OTHER, *marked(bare, 1))))
    assert reference_note(asked, 1, bare.findings[0].decision) == ""
    refused = Decision("not evaluated", None, TOO_SMALL)
    assert reference_note(decide_with_references(two_faces(), References((OTHER,))), 1, refused) == ""
