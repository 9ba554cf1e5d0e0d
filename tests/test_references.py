"""Reference pictures: faces that are known to be untouched and of the same source."""

import io
import math
from dataclasses import replace

import numpy as np
import pytest
from made_video import forged, made_result
from PIL import Image
from small_detector import RedAgainstBlue, small_card, small_card_with_evidence
from video_values import small_result

from forensics.analysis.image import analyze_image
from forensics.analysis.reference_wording import (
    misfit_sentence,
    misfit_sentences,
    reference_summary,
    unusable_sentence,
    without_references_sentence,
)
from forensics.analysis.references import (
    MisfittingReference,
    decide_video_with_references,
    decide_with_references,
    find_misfits,
    person_to_reference,
    score_references,
    to_reference_faces,
    uses_references,
)
from forensics.decision.calibration import likelihood_ratio, logit, untouched_tail_share
from forensics.decision.reference_calibration import IDENTITY, card_for_source, card_for_state, scale_for, source_scale
from forensics.decision.video_verdict import decide_video
from forensics.detectors.crop_detector import CropDetector
from forensics.export.image_document import analysis_document, file_entry, to_json
from forensics.media.image import probe_image
from forensics.types.analysis import AnalysisSettings
from forensics.types.evidence import SourceSpread
from forensics.types.references import Misfit, ReferenceFace, References, Unusable

WHOLE = AnalysisSettings(faces="whole")
SPREAD = SourceSpread(mean=-2.0, between=1.0, within=1.0, faces=5.0)


@pytest.fixture
def detector(no_lock):
    return CropDetector(small_card_with_evidence(), RedAgainstBlue().eval(), no_lock)


@pytest.fixture
def no_lock():
    import threading  # noqa: PLC0415

    return threading.Lock()


def picture(red: int, blue: int, side: int = 72) -> bytes:
    """logit = 10 · (red − blue) / 255; a picture of its own for every color."""
    pixels = np.full((side, side, 3), 100, np.uint8)
    pixels[..., 0], pixels[..., 2] = red, blue
    checks = np.random.default_rng([red, blue]).integers(0, 2, (4, 4), np.uint8)
    rows = np.arange(side) * 4 // side
    pixels[..., 1] += 80 * checks[np.ix_(rows, rows)]
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def face(score: float, number: int = 1, **changes) -> ReferenceFace:
    values = {"name": f"r{number}.png", "sha256": f"{number:064x}", "face_id": 1, "fake_score": score, "size": 72}
    return ReferenceFace(**values | {"sharpness": 1.0, "blockiness": 1.0} | changes)


def faces(score: float, count: int) -> References:
    return References(tuple(face(score, number) for number in range(1, count + 1)))


def test_one_face_moves_the_scale_a_little_and_many_move_it_to_the_source():
    one, many = source_scale([0.5], SPREAD), source_scale([-0.5] * 1000, SPREAD)
    # one face at 0.5: expected of this source −2 + (1 · 2.5) / (1 + 1) = −0.75, variance of one more face 1 + 1 / 2
    assert one.slope == pytest.approx(math.sqrt(2 / 1.5))
    assert one.slope * -0.75 + one.offset == pytest.approx(-2)
    # a thousand faces: their mean, and no narrower than a source usually is
    assert many.slope * -0.5 + many.offset == pytest.approx(-2, abs=0.01)
    assert many.slope == pytest.approx(math.sqrt(2), rel=0.01)


def test_one_face_however_it_scores_moves_little_and_none_moves_beyond_the_sources():
    lower, far = source_scale([-4.0], SPREAD), source_scale([-40.0], SPREAD)
    # at −4: half of 2 lower, of which its own deviation, √(1 / 2), is given back
    assert (-2 - lower.offset) / lower.slope == pytest.approx(-2 - 1 + math.sqrt(0.5))
    # at −40 it counts as at −2 − 2 √2
    assert (-2 - far.offset) / far.slope == pytest.approx(-2 - math.sqrt(2) + math.sqrt(0.5))
    for logits in ([9.0] * 500, [-9.0] * 500):
        crowd = source_scale(logits, SPREAD)
        assert abs((-2 - crowd.offset) / crowd.slope + 2) == pytest.approx(2, abs=0.01)  # two deviations of sources


def test_what_a_score_is_in_the_source_is_the_way_back():
    scale = source_scale([0.0, 1.0, 0.5], SPREAD)
    back = scale.to_source(0.9)
    assert scale.slope * logit(back) + scale.offset == pytest.approx(float(logit(0.9)))


def test_the_card_of_a_source_decides_as_the_common_card_decides_of_the_score_brought_to_it():
    card, references = small_card_with_evidence(), References((face(0.2, 1), face(0.5, 2), face(0.9, 3)))
    moved, scale = card_for_source(card, references), scale_for(references, card)
    common = 1 / (1 + math.exp(-(scale.slope * float(logit(0.8)) + scale.offset)))
    for now, before in (
        (moved.calibration, card.calibration),
        (moved.evidence.ratio, card.evidence.ratio),
        (moved.persons.ratio, card.persons.ratio),
        (moved.persons.known, card.persons.known),
    ):
        assert likelihood_ratio(0.8, now) == pytest.approx(likelihood_ratio(common, before))
    assert moved.thresholds.signs > card.thresholds.signs  # this source scores higher than others
    assert moved.persons.signs > card.persons.signs
    assert (-2 - scale.offset) / scale.slope in [pytest.approx(place) for place, _ in moved.evidence.untouched]
    assert moved.thresholds.false_alarms is moved.persons.false_alarms is None  # measured where they were, not here
    assert (moved.thresholds.no_signs, moved.thresholds.misses) == (card.thresholds.no_signs, card.thresholds.misses)


def test_reference_faces_that_score_so_high_are_counted_among_the_untouched_that_do():
    """The card's spread counts as 5 faces: of 30 reference faces 10 score 0.97, so at least 10 of 35 do."""
    card = small_card_with_evidence()
    mixed = References(tuple(face(0.97 if n < 10 else 0.2, n) for n in range(30)))
    moved = card_for_source(card, mixed)
    assert card.evidence.spread.faces == 5
    assert untouched_tail_share(0.97, moved.evidence) >= 10 / 35
    assert untouched_tail_share(0.9701, moved.evidence) < 10 / 35
    assert untouched_tail_share(0.1, moved.evidence) >= untouched_tail_share(0.5, moved.evidence) >= 10 / 35


def test_a_threshold_that_reference_faces_moved_promises_nothing_in_any_state():
    moved = card_for_source(small_card_with_evidence(), faces(0.5, 20))
    for quality in (None, *moved.evidence.states):
        assert card_for_state(moved, quality).thresholds.false_alarms is None


def test_without_faces_or_without_evidence_the_card_stays():
    card = small_card_with_evidence()
    assert card_for_source(card, None) is card
    assert card_for_source(card, References(())) is card
    assert card_for_source(small_card(), faces(0.5, 20)) == small_card()
    assert scale_for(faces(0.5, 20), small_card()) == IDENTITY


def test_pictures_are_scored_as_questioned_ones_and_every_useless_one_is_named(detector):
    content = picture(100, 120)
    files = [
        ("a.png", content),
        ("again.png", content),
        ("text.png", b"no picture"),
        ("small.png", picture(100, 100, side=6)),
        ("asked.png", picture(200, 10)),
    ]
    asked = probe_image(files[-1][1], "asked.png").sha256
    found = score_references(files, WHOLE, detector, [asked])
    (only,) = found.faces
    assert (only.name, only.size) == ("a.png", 72)
    assert only.fake_score == pytest.approx(1 / (1 + math.exp(200 / 255)), abs=1e-4)
    assert found.unusable == (
        ("again.png", Unusable.REPEATED),
        ("text.png", Unusable.NOT_READ),
        ("small.png", Unusable.NOT_EVALUATED),
        ("asked.png", Unusable.QUESTIONED),
    )
    assert score_references(files[:1], AnalysisSettings(), detector).unusable == (("a.png", Unusable.NO_FACE),)


def test_findings_are_decided_again_and_back_without_loss(detector):
    result = analyze_image(probe_image(picture(160, 100), "q.png"), WHOLE, detector)  # logit 2.35, score 0.913
    assert result.findings[0].decision.verdict == "signs of manipulation"
    again = decide_with_references(result, faces(0.8, 20))
    (finding,) = again.findings
    assert finding.decision.verdict == "inconclusive"
    assert finding.decision.likelihood_ratio < result.findings[0].decision.likelihood_ratio
    assert (again.references, again.card) == (faces(0.8, 20), result.card)
    assert again.judged_by(1).thresholds.signs > 0.913
    np.testing.assert_array_equal(finding.mask, result.findings[0].mask)
    back = decide_with_references(again, None)
    assert back.findings[0].decision == result.findings[0].decision
    assert back.judged_by(1) == result.card


def test_persons_of_a_video_are_decided_again():
    result = made_result(card=small_card_with_evidence())
    assert decide_video(result).decision.verdict == "signs of manipulation"
    again = decide_video_with_references(result, faces(0.97, 20))
    assert again.judged_by(2).persons.signs > result.card.persons.signs
    assert decide_video(again).decision.likelihood_ratio < decide_video(result).decision.likelihood_ratio
    assert decide_video(decide_video_with_references(again, None)).decision == decide_video(result).decision


def test_a_stretch_of_a_person_is_one_reference_face():
    track = made_result().tracks[1]
    reference = person_to_reference(track, "made.mp4", "5" * 64, 1.0, 2.0)
    assert reference.fake_score == pytest.approx(forged(1.0))
    assert (reference.face_id, reference.size) == (2, 40)
    assert person_to_reference(track, "made.mp4", "5" * 64, 90.0, 99.0) is None


def test_references_that_may_not_fit_are_named_with_the_faces_they_do_not_fit(detector):
    result = analyze_image(probe_image(picture(160, 100), "q.png"), WHOLE, detector)
    (own,) = to_reference_faces(result.findings, "q.png", "0" * 64)
    fitting = replace(own, name="fits.png", fake_score=0.2, look=b"")
    large, grainy = replace(fitting, name="large.png", size=150), replace(fitting, name="sharp.png", sharpness=1e6)
    blocks = replace(fitting, name="blocks.png", blockiness=50 * own.blockiness)
    suspect = replace(fitting, name="suspect.png", fake_score=0.95)
    asked = decide_with_references(result, References((fitting, large, grainy, blocks, suspect)))
    assert find_misfits(asked) == (
        MisfittingReference("large.png", Misfit.OTHER_SIZE, (1,)),
        MisfittingReference("sharp.png", Misfit.OTHER_SHARPNESS, (1,)),
        MisfittingReference("blocks.png", Misfit.OTHER_COMPRESSION, (1,)),
        MisfittingReference("suspect.png", Misfit.SUSPICIOUS, (1,)),
    )
    assert find_misfits(result) == ()


def test_references_that_show_the_questioned_picture_or_repeat_one_are_named_and_count_once(detector):
    result = analyze_image(probe_image(picture(160, 100), "q.png"), WHOLE, detector)
    (same,) = to_reference_faces(result.findings, "saved-again.png", "1" * 64)
    (first,) = to_reference_faces(
        analyze_image(probe_image(picture(100, 90), "a.png"), WHOLE, detector).findings, "a.png", "2" * 64
    )
    copies = tuple(replace(first, name=f"copy{n}.png", sha256=f"{n:064x}") for n in range(3, 14))
    references = References((same, first, *copies))
    assert (references.distinct, references.enough) == ((same, first), False)
    found = {(misfit.name, misfit.misfit) for misfit in find_misfits(decide_with_references(result, references))}
    assert ("saved-again.png", Misfit.SAME_PICTURE) in found
    assert {name for name, misfit in found if misfit == Misfit.REPEATED} == {copy.name for copy in copies}
    card = small_card_with_evidence()
    assert card_for_source(card, references) == card_for_source(card, References((same, first)))
    assert reference_summary(references, card).startswith(
        "13 reference faces from 13 files, 11 of them the same picture as another"
    )


def test_of_a_video_size_and_suspicion_are_compared_alone():
    unmeasured = face(0.5, 1, sharpness=math.nan, blockiness=math.nan, size=40)
    result = decide_video_with_references(
        made_result(), References((unmeasured, face(0.95, 2, size=40), face(0.5, 3, size=9)))
    )
    assert find_misfits(result) == (
        MisfittingReference("r2.png", Misfit.SUSPICIOUS, (1, 2)),
        MisfittingReference("r3.png", Misfit.OTHER_SIZE, (1, 2)),
    )


def test_the_words_say_how_many_there_are_and_whether_they_are_enough():
    card = small_card_with_evidence()
    assert (
        reference_summary(faces(0.5, 12), card)
        == "12 reference faces from 12 files: enough to tell what is usual in this source."
    )
    assert reference_summary(faces(0.5, 1), card) == (
        "1 reference face from 1 file: fewer than 10; the fewer, the less they may move the answer."
    )
    assert reference_summary(faces(0.5, 12), small_card()).endswith(
        "They change nothing: the detector's card does not say how its scores differ between sources."
    )
    assert reference_summary(References((), (("a", Unusable.NO_FACE),)), card).startswith("There is no reference face")


@pytest.mark.parametrize("why", Unusable)
def test_every_useless_picture_has_its_words(why):
    assert unusable_sentence("a.png", why).startswith("a.png gives no reference face: ")


@pytest.mark.parametrize("misfit", Misfit)
def test_every_misfit_has_its_words(misfit):
    said = misfit_sentence(MisfittingReference("a.png", misfit, tuple(range(1, 10))))
    assert said.startswith("a.png may not fit as a reference: ")
    assert ("faces 1, 2, 3, 4, 5, 6 and 3 more" in said) is (misfit not in (Misfit.SUSPICIOUS, Misfit.REPEATED))


def test_over_several_files_a_reference_is_one_sentence():
    large, suspect = (MisfittingReference("r.png", kind, (1, 2)) for kind in (Misfit.OTHER_SIZE, Misfit.SUSPICIOUS))
    files = [
        ("a.png", "face", (large, suspect)),
        ("b.png", "face", ()),
        ("c.mp4", "person", (large._replace(faces=(3,)),)),
    ]
    assert misfit_sentences(files) == [
        "r.png may not fit as a reference: its face is more than twice as large or as small as faces 1, 2 of a.png, "
        "person 3 of c.mp4; its own face leans towards manipulation, or shows signs of it.",
        "It counts until it is taken out.",
    ]
    many = [(f"{number}.png", "face", (large,)) for number in range(8)]
    assert "faces 1, 2 of 5.png and 2 more." in misfit_sentences(many)[0]


def test_the_document_has_the_references_and_the_answer_without_them(detector):
    result = analyze_image(probe_image(picture(160, 100), "q.png"), WHOLE, detector)
    asked = decide_with_references(result, replace(faces(0.8, 20), unusable=(("x.png", Unusable.NOT_READ),)))
    entry = file_entry(asked)
    assert {name: entry["references"][name] for name in ("faces", "enough", "used")} == {
        "faces": 20,
        "enough": True,
        "used": True,
    }
    assert entry["references"]["files"][0] == {
        "name": "r1.png",
        "sha256": f"{1:064x}",
        "faces": [{"face_id": 1, "fake_score": 0.8}],
    }
    assert entry["references"]["unusable"] == [{"name": "x.png", "reason": "not_read"}]
    assert entry["faces"][0]["decision"] == "inconclusive"
    assert entry["faces"][0]["without_references"]["decision"] == "signs of manipulation"
    assert "references" not in file_entry(result)
    assert "without_references" not in file_entry(result)["faces"][0]
    to_json(analysis_document(result.card, WHOLE, {}, [entry]))


def test_the_document_of_a_video_has_the_same_for_the_file_and_its_persons():
    result = decide_video_with_references(made_result(card=small_card_with_evidence()), faces(0.97, 20))
    entry = file_entry(result)
    assert entry["decision"]["without_references"]["decision"] == "signs of manipulation"
    assert entry["tracks"][1]["without_references"]["decision"] == "signs of manipulation"
    before, now = (one["likelihood_ratio"] for one in (entry["tracks"][1]["without_references"], entry["tracks"][1]))
    assert now < before
    assert "references" not in file_entry(small_result())
    to_json(analysis_document(result.card, WHOLE, {}, [entry]))


def test_whether_they_had_a_part_in_the_answer_hangs_on_the_card(detector):
    result = analyze_image(probe_image(picture(160, 100), "q.png"), WHOLE, detector)
    assert uses_references(decide_with_references(result, faces(0.5, 3)))
    assert not uses_references(decide_with_references(result, References(())))
    assert not uses_references(decide_with_references(replace(result, card=small_card()), faces(0.5, 3)))


def test_the_answer_without_them_is_told_in_one_line(detector):
    (finding,) = analyze_image(probe_image(picture(160, 100), "q.png"), WHOLE, detector).findings
    assert without_references_sentence(finding.decision, detector.card) == (
        "Without the reference pictures: signs of manipulation (likelihood ratio 15; 100 or more for kinds that it "
        "knows)."
    )
