"""A whole analysis of small videos; red speaks for manipulation in the small detector."""

import hashlib
from fractions import Fraction

import numpy as np
import pytest
from clips import two_people, write_clip
from small_detector import small_detector
from video_files import write_video

from explain.drawing.key_frames import key_frames, most_suspect_frames
from forensics.analysis import video as video_analysis
from forensics.analysis.stills import extract_still
from forensics.analysis.video import analyze_video, score_jumps
from forensics.decision.video_verdict import decide_video
from forensics.errors import MediaError
from forensics.export.csv_table import csv_text
from forensics.media.bounded_process import BoundedProcesses
from forensics.media.video import decoding_process
from forensics.media.video.reader import probe
from forensics.messages.catalogue import sentence
from forensics.types.analysis import AnalysisSettings, Box

pytestmark = pytest.mark.slow


def open_video(path):
    return probe(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def reddened(pixels):
    """The same with the right face tinted."""
    red = pixels.astype(int)
    red[60:200, 290:430] += (60, 0, -60)
    return np.clip(red, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    """Three seconds at ten frames a second: two people, the right one red from the first second to the second."""
    people = two_people()
    red = reddened(people)
    frames = [red if 10 <= number < 20 else people for number in range(30)]
    return open_video(write_clip(tmp_path_factory.mktemp("clip") / "two.mp4", frames))


@pytest.fixture(scope="module")
def result(clip):
    return analyze_video(clip, AnalysisSettings(sample_fps=5), small_detector())


def scores(track):
    return [(round(sighting.seconds, 3), sighting.fake_score) for sighting in track.sightings]


def test_two_people_are_two_tracks_from_the_first_frame_to_the_last(result):
    assert [track.face_id for track in result.tracks] == [1, 2]
    left, right = result.tracks
    assert all(sighting.box.right <= 260 for sighting in left.sightings)
    assert all(sighting.box.left >= 220 for sighting in right.sightings)
    assert {round(frame.seconds, 3) for frame in result.frames} >= {round(0.2 * n, 3) for n in range(15)}
    assert len(left.sightings) == len(right.sightings) == len(result.frames)


def test_the_score_rises_between_the_seconds_in_which_the_face_was_changed(result):
    _, right = result.tracks
    inside = [score for seconds, score in scores(right) if 1.0 <= seconds < 2.0]
    outside = [score for seconds, score in scores(right) if not 1.0 <= seconds < 2.0]
    assert min(inside) > 0.95
    assert max(outside) < 0.9


def test_frames_between_samples_are_looked_at_where_a_score_jumps(result):
    times = {round(frame.seconds, 3) for frame in result.frames}
    assert {0.9, 1.9} <= times  # between 0.8 and 1.0, between 1.8 and 2.0
    assert 0.5 not in times


def test_each_person_has_a_small_picture(result):
    for track in result.tracks:
        assert max(track.thumbnail.shape[:2]) <= 96
        assert track.thumbnail.std() > 10


def test_an_analysis_goes_on_after_what_was_kept_and_ends_the_same(clip, result):
    kept = []
    partial = analyze_video(clip, AnalysisSettings(sample_fps=5), small_detector(), keep=kept.append, stop=lambda: True)
    assert len(kept) == 1
    assert sentence(partial.ended) == f"The analysis was stopped at {kept[0].frames[-1].seconds:.1f} seconds."
    told = []
    again = analyze_video(clip, AnalysisSettings(sample_fps=5), small_detector(), done=kept, say=told.append)
    assert again.frames == result.frames
    assert again.ended is None
    assert [scores(track) for track in again.tracks] == [scores(track) for track in result.tracks]
    assert told[-1].frames == len(result.frames)
    assert told[-1].done == pytest.approx(told[-1].seconds - kept[0].frames[-1].seconds)


def test_an_analysis_is_stopped_in_the_middle_of_a_piece_and_keeps_those_before(clip, result):
    kept, places = [], []

    def stop():
        places.append(len(kept))
        return len(kept) == 1 and places.count(1) > 2  # not right after the piece, but between its successor's frames

    ways = []
    settings = AnalysisSettings(sample_fps=5)
    partial = analyze_video(
        clip, settings, small_detector(), keep=kept.append, stop=stop, make_way=lambda: ways.append(len(kept))
    )
    assert len(kept) == 1
    assert partial.ended.code == "stopped"
    assert partial.frames == kept[0].frames
    assert set(ways) == {0, 1}
    assert analyze_video(clip, settings, small_detector(), done=kept).frames == result.frames


def test_what_was_seen_before_a_decoder_broke_down_is_kept_and_said(clip, result, monkeypatch):
    program = (
        "import sys; from forensics.media.video import decoding_worker as worker; before = worker.OpenVideo._next; "
    )
    program += "worker.OpenVideo._next = lambda s: before(s) if max(s._held, default=0) < 25 else 1 / 0; "
    program += "worker.serve_videos(*map(int, sys.argv[1:]))"
    monkeypatch.setattr(decoding_process, "PROCESSES", BoundedProcesses(("-c", program)))
    kept = []
    broken = analyze_video(clip, AnalysisSettings(sample_fps=5), small_detector(), keep=kept.append)
    decoding_process.PROCESSES.end()
    assert (broken.ended.code, broken.ended.because.code) == ("decoding_failed", "decoder_crashed")
    assert sentence(broken.ended).startswith("The video could be decoded up to 0:01.8 only")
    assert 1 <= broken.frames[-1].seconds < 2.5
    assert broken.frames == result.frames[: len(broken.frames)]
    monkeypatch.undo()
    again = analyze_video(clip, AnalysisSettings(sample_fps=5), small_detector(), done=kept)
    assert (again.ended, again.frames) == (None, result.frames)


def test_a_still_has_the_scores_of_the_analysis_and_the_numbers_of_the_people(result):
    frame = result.tracks[1].sightings[6].frame
    picture = extract_still(result, frame, small_detector())
    assert picture.media.name == "two.mp4, 0:01.000"
    assert picture.media.video == result.video.sha256
    assert picture.media.content[:4] == b"\x89PNG"
    assert [finding.region.face_id for finding in picture.findings] == [1, 2]
    assert [finding.region.seconds for finding in picture.findings] == [frame.seconds] * 2
    for track, finding in zip(result.tracks, picture.findings, strict=True):
        assert finding.fake_score == pytest.approx(track.sightings[6].fake_score, abs=1e-6)


def test_the_whole_frame_can_be_taken_as_one_face(clip):
    found = analyze_video(clip, AnalysisSettings(faces="whole", sample_fps=1), small_detector())
    (track,) = found.tracks
    assert {sighting.box for sighting in track.sightings} == {Box(0, 0, 480, 240)}
    picture = extract_still(found, track.sightings[0].frame, small_detector())
    assert [finding.region.face_id for finding in picture.findings] == [1]


def test_the_whole_frames_of_each_shot_are_a_person_of_their_own(tmp_path):
    shots = [np.full((48, 64, 3), color, np.uint8) for color in ((250, 20, 20), (20, 20, 250)) for _ in range(5)]
    detector = small_detector()
    found = analyze_video(
        open_video(write_clip(tmp_path / "cut.mp4", shots)), AnalysisSettings(faces="whole"), detector
    )
    assert [track.face_id for track in found.tracks] == [1, 2]
    for track in found.tracks:
        (finding,) = extract_still(found, track.sightings[0].frame, detector).findings
        assert finding.region.face_id == track.face_id
    assert [[f.region.face_id for f in one.findings] for one in most_suspect_frames(found, detector)] == [[1], [2]]
    assert {f.region.face_id for one in key_frames(found, detector) for f in one.findings} == {1, 2}


def test_a_video_without_faces_has_no_tracks_and_says_where_it_was_looked(tmp_path):
    gray = np.full((64, 96, 3), 120, np.uint8)
    found = analyze_video(
        open_video(write_clip(tmp_path / "gray.mp4", [gray] * 10)), AnalysisSettings(), small_detector()
    )
    assert found.tracks == ()
    assert len(found.frames) == 5


def test_a_video_of_one_frame_is_analyzed(tmp_path):
    found = analyze_video(
        open_video(write_clip(tmp_path / "one.mp4", [two_people()])), AnalysisSettings(), small_detector()
    )
    assert [len(track.sightings) for track in found.tracks] == [1, 1]


def test_a_video_without_a_decodable_frame_is_refused_in_a_sentence(tmp_path):
    path = write_clip(tmp_path / "cut.mp4", [two_people()] * 10)
    video = open_video(path)
    content = path.read_bytes()
    media = content.index(b"mdat")
    path.write_bytes(content[: media + 4] + bytes(len(content) - media - 4 - 2000) + content[-2000:])
    with pytest.raises(MediaError, match=r"no frame that can be decoded"):
        analyze_video(video, AnalysisSettings(), small_detector())


def test_only_evaluated_faces_at_the_same_place_can_change_fast(result):
    calm, jump = result.tracks[1].sightings[0], max(result.tracks[1].sightings, key=lambda one: one.fake_score)

    class Seen:  # of an observation changes_fast reads the sighting alone
        def __init__(self, sighting):
            self.sighting = sighting

    assert score_jumps([Seen(calm)], [Seen(jump)])
    assert not score_jumps([Seen(calm)], [Seen(calm)])
    assert not score_jumps([Seen(result.tracks[0].sightings[0])], [Seen(jump)])


@pytest.fixture(scope="module")
def slides(tmp_path_factory):
    """Two slides of three seconds each: as two frames, and at ten frames a second."""
    folder, people = tmp_path_factory.mktemp("slides"), two_people()
    shows = [people, reddened(people)]
    held = write_video(folder / "held.mp4", shows, times=[0, 30], unit=Fraction(1, 10), rate=Fraction(1, 3))
    constant = write_video(folder / "constant.mp4", [show for show in shows for _ in range(30)], rate=10)
    return [open_video(held), open_video(constant)]


def test_a_slide_show_is_judged_as_the_same_show_at_a_constant_rate(slides):
    held, constant = (analyze_video(video, AnalysisSettings(sample_fps=5), small_detector()) for video in slides)
    assert [round(frame.seconds, 3) for frame in held.frames] == [round(0.2 * n, 3) for n in range(30)]
    assert held.frames_looked_at == 2
    assert constant.frames_looked_at == len(constant.frames) == 31  # and one before the score jumps
    for one, other in zip(held.tracks, constant.tracks, strict=True):
        there = dict(scores(other))
        assert [score for _, score in scores(one)] == pytest.approx([there[at] for at, _ in scores(one)], abs=0.05)
    said, wanted = decide_video(held), decide_video(constant)
    assert said.decision.verdict == wanted.decision.verdict
    assert [person.decision.verdict for person in said.tracks] == [person.decision.verdict for person in wanted.tracks]


def test_a_held_frame_is_scored_once_and_found_again_at_each_of_its_times(slides, monkeypatch):
    scored, score = [], video_analysis.detect_and_score
    monkeypatch.setattr(
        video_analysis, "detect_and_score", lambda frames, **more: scored.extend(frames) or score(frames, **more)
    )
    found = analyze_video(slides[0], AnalysisSettings(sample_fps=5), small_detector())
    assert len(scored) == 2
    frame = found.frames[7]
    assert (frame.index, frame.seconds, frame.held) == (0, pytest.approx(1.4), pytest.approx(1.4))
    still = extract_still(found, frame, small_detector())
    assert [finding.region.seconds for finding in still.findings] == [frame.seconds] * 2
    assert len(csv_text(found).splitlines()) == 1 + 2 * 30


def test_an_analysis_goes_on_in_the_middle_of_a_held_frame(slides):
    whole = analyze_video(slides[0], AnalysisSettings(sample_fps=5), small_detector())
    for pieces in (1, 2, 4):
        kept = []
        analyze_video(
            slides[0],
            AnalysisSettings(sample_fps=5),
            small_detector(),
            keep=kept.append,
            stop=lambda kept=kept, pieces=pieces: len(kept) == pieces,
        )
        again = analyze_video(slides[0], AnalysisSettings(sample_fps=5), small_detector(), done=kept)
        assert again.frames == whole.frames
        assert [scores(track) for track in again.tracks] == [scores(track) for track in whole.tracks]
