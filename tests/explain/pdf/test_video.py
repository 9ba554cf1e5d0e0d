"""The pages of a video in the printed report."""

import io
import math
from dataclasses import replace
from fractions import Fraction

import pytest
from made_video import (
    TOO_SMALL,
    VIDEO_SHA256,
    forged,
    forged_for_a_while,
    frames_of,
    made_result,
    made_video,
    sighting_of,
    track_of,
    untouched,
)
from pypdf import PdfReader
from specimens import explanation_of, faithfulness_of, report_of
from video_stills import case_of, still_of

from explain.drawing.timeline_layout import unbroken_pieces
from explain.pdf import render_pdf
from explain.pdf.video_timeline import MAX_POINTS, TimelineFlowable, downsample_curve
from explain.report import Report, ReportedVideo
from forensics.decision.score_curve import score_curve
from forensics.decision.video_verdict import decide_video
from forensics.facts import told_fact
from forensics.messages.catalogue import sentence
from forensics.messages.numbers import format_score
from forensics.types.analysis import Skipped
from forensics.types.video import VideoResult

pytestmark = pytest.mark.slow


def pages_of(report: Report) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(render_pdf(report))).pages]


def squeezed(report: Report) -> str:
    """All text without spaces and line breaks, which the columns of a page put anywhere."""
    return "".join("".join(pages_of(report)).split())


def report_on(*cases: ReportedVideo, explanations: dict | None = None) -> Report:
    return report_of([], explanations=explanations, videos=cases)


def crowd(persons: int) -> VideoResult:
    """Every third is forged."""
    frames = frames_of(cut=3.0)
    return made_result(
        tracks=tuple(track_of(n, frames, forged if n % 3 == 0 else untouched) for n in range(1, persons + 1))
    )


def test_a_video_is_told_in_facts() -> None:
    result = made_result(
        broken_packets=17,
        ended=told_fact("The file is cut off."),
        skipped=(Skipped(told_fact("Two faces were seen too briefly.")),),
        video=made_video(notes=(told_fact("The picture is turned by 90°."),), frame_rate=Fraction(30000, 1001)),
    )
    text = squeezed(report_on(ReportedVideo(result)))
    for piece in (
        "Examined 1 video, 2 persons",
        "Video 1",
        "made.mp4",
        VIDEO_SHA256,
        "0:06.0; looked at up to 0:05.8",
        "160 × 120 pixels, 29.97 frames a second on average, h264",
        "video/mp4, 123,456 bytes",
        "30 frames: 5 in each second",
        "Cuts0:03.0",
        "17 pieces of the file could not be decoded",
        "The file is cut off.",
        "Two faces were seen too briefly.",
        "The picture is turned by 90°.",
    ):
        assert piece.replace(" ", "") in text, piece


def test_the_verdict_of_the_file_and_of_each_person_stand_with_their_reasons() -> None:
    result = made_result()
    judgment = decide_video(result)
    text = squeezed(report_on(ReportedVideo(result)))
    for piece in (
        "▲ signs of manipulation",
        sentence(judgment.decision.reason),
        *(sentence(judged.decision.reason) for judged in judgment.tracks),
        *(f"{format_score(judged.low)} to {format_score(judged.high)}" for judged in judgment.tracks),
        "never by one flickering frame",
        "30 of 30 frames",
        "How a video is judged",
        "Nobody is identified",
    ):
        assert piece.replace(" ", "") in text, piece


def test_spans_and_reasons_of_frames_that_do_not_count_are_in_the_table() -> None:
    frames = frames_of(cut=3.0)
    track = track_of(1, frames, forged_for_a_while)
    changed = [replace(one, decision=TOO_SMALL, weight=0.0) for one in track.sightings[:3]]
    lowered = [sighting_of(frames[3], 0.04, weight=0.5)]
    result = made_result(tracks=(replace(track, sightings=(*changed, *lowered, *track.sightings[4:])),))
    spans = {span.verdict: span for span in decide_video(result).tracks[0].spans}
    text = squeezed(report_on(ReportedVideo(result)))
    for piece in (
        f"▲ 0:0{spans['signs of manipulation'].start:.1f}–0:0{spans['signs of manipulation'].end:.1f}",
        "27 of 30 frames",
        "3 not evaluated, such as: The face is 6 pixels on its shorter side; under 8 nothing can be said.",
        "1 counting less, such as: strongly compressed",
    ):
        assert piece.replace(" ", "") in text, piece


def test_key_frames_are_shown_with_time_and_score() -> None:
    result = made_result(tracks=(track_of(1, frames_of(cut=3.0), forged_for_a_while),))
    text = squeezed(report_on(case_of(result)))
    for piece in ("Key frames", "most suspect", "least suspect", "score 0.970", "score 0.040"):
        assert piece.replace(" ", "") in text, piece
    without = squeezed(report_on(ReportedVideo(result)))
    assert "mostsuspect0:" not in without


def test_a_frame_that_is_several_moments_is_shown_once() -> None:
    lonely = made_result(tracks=(track_of(1, frames_of(0.2), forged),))
    assert "mostsuspectandtypicalandleastsuspect0:00.0" in squeezed(report_on(case_of(lonely)))


def test_explained_stills_are_shown_with_their_maps() -> None:
    result = made_result()
    case = case_of(result)
    still = case.stills[0]
    finding = still.findings[1]
    explanations = {(still.media.sha256, 2): (explanation_of(finding, faithfulness=faithfulness_of()),)}
    text = squeezed(report_on(case, explanations=explanations))
    for piece in ("Explanations", "Person 2,", still.media.sha256, "Occlusion ✔ faithful", "How to read the maps"):
        assert piece.replace(" ", "") in text, piece
    assert "Howtoreadthemaps" not in squeezed(report_on(case))


def test_an_explained_frame_that_is_no_moment_is_shown_with_its_time() -> None:
    result = made_result()
    moments_ = case_of(result).stills
    other = next(n * 5 for n in range(10) if n * 5 not in [still.findings[0].region.frame_index for still in moments_])
    still = still_of(result, other)
    explanations = {(still.media.sha256, 1): (explanation_of(still.findings[0]),)}
    text = squeezed(report_on(ReportedVideo(result, (*moments_, still)), explanations=explanations))
    assert f"Person1,0:0{other / 25:.1f}Still:PNGofframe{other},SHA-256{still.media.sha256}" in text


def test_a_video_without_a_face_has_no_timeline() -> None:
    text = squeezed(report_on(ReportedVideo(made_result(tracks=()))))
    assert "Nofacewasfollowedinthisvideo" in text
    assert "Timeline" not in text


@pytest.mark.parametrize(("persons", "shown", "more"), [(8, 8, 0), (30, 8, 0), (100, 8, 60)])
def test_of_many_persons_the_foremost_are_shown_and_the_rest_is_counted(persons: int, shown: int, more: int) -> None:
    pages = pages_of(report_on(case_of(crowd(persons))))
    text = "".join("".join(pages).split())
    assert text.count("Person3▲") == 2  # in the timeline and among the key frames
    assert (f"Of{persons}personsthe{shown}with" in text) is (persons > shown)
    assert (f"{more}morepersons" in text) is bool(more)
    assert len(pages) <= 12


def test_the_timeline_fits_on_a_page_with_its_heading() -> None:
    judgment = decide_video(crowd(8))
    assert TimelineFlowable(crowd(8), judgment.tracks).height < 400


def test_a_long_line_is_thinned_and_keeps_the_ends_of_its_band() -> None:
    frames = frames_of(600)
    result = made_result(tracks=(track_of(1, frames, forged_for_a_while),), frames=frames)
    drawn = score_curve(result.tracks[0], result.card)
    (whole,) = unbroken_pieces(drawn)
    piece = downsample_curve(whole, math.ceil(len(whole[0]) / MAX_POINTS))
    assert 200 < len(piece[0]) <= MAX_POINTS
    assert piece[3].max() == drawn.high[1:].max()
    assert piece[1].mean() == pytest.approx(drawn.score.mean(), abs=1e-6)


def test_a_line_is_broken_where_the_person_was_away() -> None:
    frames = frames_of(cut=3.0)
    away = made_result(tracks=(track_of(1, (*frames[:8], *frames[20:]), forged),))
    assert [len(piece[0]) for piece in unbroken_pieces(score_curve(away.tracks[0], away.card))] == [8, 10]


def test_videos_and_pictures_share_a_report() -> None:
    still = case_of(made_result()).stills[0]
    text = squeezed(report_of([still], videos=(case_of(made_result()), ReportedVideo(made_result(tracks=())))))
    assert "1picture,2faces,2videos,2persons" in text
    for heading in ("Picture1", "Video1", "Video2", "V1", "V2"):
        assert heading in text


def test_hostile_names_are_printed_as_text() -> None:
    text = squeezed(report_on(ReportedVideo(made_result(video=made_video(name="<b>x</b>.mp4", codec="<i>")))))
    assert text.count("<b>x</b>.mp4") == 3
    assert "<i>" in text


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_pdf(report_on(case_of(made_result()))) == render_pdf(report_on(case_of(made_result())))
