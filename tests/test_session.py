"""What the session keeps and what it forgets."""

from pathlib import Path
from weakref import WeakSet

import numpy as np
from made_video import VIDEO_SHA256, made_result
from small_detector import small_detector

from explain.types import Explanation, Question
from forensics.faces import whole_picture
from forensics.types import AnalysisResult, AnalysisSettings, Box, FailedFile, Frame, MediaFile
from forensics.video.job import Job, Work
from forensics.video.types import VideoFile
from pages.parts.held import CaseFields, PreparedReport, StoredVideo, Upload
from pages.parts.state import Session

A_SHA256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"  # of b"a"
B_SHA256 = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"  # of b"b"

QUESTION = Question("gradcam")


def result(sha256: str, content: bytes = b"a") -> AnalysisResult:
    detector, pixels = small_detector(), np.full((10, 10, 3), 200, np.uint8)
    findings = tuple(detector.score([whole_picture(Frame(0, 0.0, pixels))]))
    media = MediaFile("a.png", "image", content, sha256, "image/png", 10, 10)
    return AnalysisResult(media, detector.card, AnalysisSettings(), findings, (), {}, pixels)


def full_session() -> Session:
    """Two analysed files with an explanation each, and a report."""
    state = Session()
    for sha256 in (A_SHA256, B_SHA256):
        state.keep_outcome(sha256, result(sha256))
        state.keep_map((sha256, 1), Explanation(1, QUESTION, np.zeros((10, 10), np.float32), 0.1))
        state.choose_for_report((sha256, 1), (QUESTION,))
    state.report = PreparedReport(b"pdf", b"json")
    return state


def watched(state: Session, video: VideoFile) -> Job:
    """An analysis that waits for its turn."""
    job = Job(video, state.watcher, Work(video, state.settings, small_detector(), None, WeakSet()))
    job.work.watchers.add(job)
    state.begin(video.sha256, job)
    return job


def session_with_video() -> Session:
    """An analysed video, of which two frames were taken out; the first of them is explained."""
    state, video = Session(), made_result()
    watched(state, video.video).work.state = "done"
    state.keep_outcome(VIDEO_SHA256, video)
    for frame, sha256 in zip(video.frames, (A_SHA256, B_SHA256), strict=False):
        state.keep_still(VIDEO_SHA256, frame, result(sha256))
    state.keep_map((A_SHA256, 1), Explanation(1, QUESTION, np.zeros((10, 10), np.float32), 0.1))
    state.report = PreparedReport(b"pdf", b"json")
    return state


def test_a_file_is_known_by_the_hash_of_its_bytes():
    state = Session()
    state.receive([Upload("a.png", b"a"), Upload("b.png", b"b")])
    assert list(state.waiting) == [A_SHA256, B_SHA256]


def test_the_same_bytes_wait_once_and_the_repetition_is_named():
    state = Session()
    state.receive([Upload("a.png", b"a"), Upload("again.png", b"a")])
    assert [upload.name for upload in state.waiting.values()] == ["a.png"]
    assert state.repeated == ("again.png",)


def test_analysed_bytes_do_not_wait_again():
    state = full_session()
    state.receive([Upload("again.png", b"a")])
    assert not state.waiting
    assert state.repeated == ("again.png",)


def test_a_name_loses_its_control_characters_and_nothing_else():
    state = Session()
    state.receive([Upload("../../x\n<b>.png", b"a")])
    assert state.waiting[A_SHA256].name == "../../x<b>.png"


def test_a_new_outcome_forgets_its_explanations_and_the_report_but_not_those_of_others():
    state = full_session()
    state.keep_outcome(A_SHA256, result(A_SHA256))
    assert list(state.explanations) == [(B_SHA256, 1)]
    assert state.report is None


def test_a_new_answer_forgets_the_report():
    state = full_session()
    state.keep_failure((A_SHA256, 1), Question("occlusion"), "No answer.")
    assert state.report is None


def test_another_choice_for_the_report_forgets_it_and_the_same_does_not():
    state = full_session()
    state.choose_for_report((A_SHA256, 1), (QUESTION,))
    assert state.report is not None
    state.choose_for_report((A_SHA256, 1), ())
    assert state.report is None


def test_the_report_gets_the_chosen_maps_that_there_are_in_the_order_of_their_panels():
    state = full_session()
    face, other = (A_SHA256, 1), Question("occlusion")
    state.choose_for_report(face, (Question("lime"), other, QUESTION))
    state.keep_map(face, Explanation(1, other, np.zeros((10, 10), np.float32), 0.1))
    assert [one.method for one in state.work_on(face).reported()] == ["occlusion", "gradcam"]


def test_stopped_work_is_taken_up_by_going_on_or_by_ranking():
    state, face = full_session(), (A_SHA256, 1)
    state.stop(face, [QUESTION, Question("lime")])
    state.rank(face, [QUESTION])
    assert state.work_on(face).stopped == {Question("lime")}
    state.go_on()
    assert state.work_on(face).stopped == set()


def test_a_removed_file_takes_its_regions_along():
    state = full_session()
    state.keep_place((A_SHA256, 1), Box(1, 2, 5, 6))
    state.keep_outcome(A_SHA256, result(A_SHA256))
    assert state.work_on((A_SHA256, 1)).place is None


def test_a_changed_case_field_forgets_the_report_and_an_unchanged_one_does_not():
    state = full_session()
    state.keep_case(CaseFields())
    assert state.report is not None
    state.keep_case(CaseFields(number="7"))
    assert state.report is None


def test_other_settings_put_analysed_files_in_line_and_leave_failed_ones():
    state = full_session()
    state.keep_outcome("f" * 64, FailedFile("c.png", "damaged", "The picture is damaged."))
    state.change_settings(AnalysisSettings(faces="whole"))
    assert list(state.waiting) == [A_SHA256, B_SHA256]
    assert state.waiting[A_SHA256] == Upload("a.png", b"a")
    assert list(state.outcomes) == ["f" * 64]
    assert not state.explanations


def test_the_same_settings_change_nothing():
    state = full_session()
    state.change_settings(AnalysisSettings())
    assert not state.waiting
    assert state.report is not None


def test_a_removed_file_leaves_nothing_behind():
    state = full_session()
    state.remove(A_SHA256)
    assert list(state.outcomes) == [B_SHA256]
    assert list(state.explanations) == [(B_SHA256, 1)]
    assert state.report is None


def test_only_failed_files_are_cleared():
    state = full_session()
    state.keep_outcome("f" * 64, FailedFile("c.png", "damaged", "The picture is damaged."))
    state.remove_failed()
    assert list(state.outcomes) == [A_SHA256, B_SHA256]


def test_all_files_are_removed_and_the_case_stays():
    state = full_session()
    state.keep_case(CaseFields(number="7"))
    state.receive([Upload("c.png", b"c")])
    state.remove_all()
    assert not state.waiting and not state.outcomes and not state.explanations
    assert state.case.number == "7"


def test_a_fault_fails_the_file_in_hand_and_no_other():
    state = Session()
    state.receive([Upload("a.png", b"a"), Upload("b.png", b"b")])
    assert not state.give_up()
    state.in_hand = A_SHA256
    assert state.give_up()
    assert (state.outcomes[A_SHA256].name, state.outcomes[A_SHA256].code) == ("a.png", "fault")
    assert list(state.waiting) == [B_SHA256]
    assert not state.give_up()


def test_pictures_and_videos_stand_apart_and_both_can_be_explained_by_picture():
    state = session_with_video()
    state.keep_outcome("c" * 64, result("c" * 64))
    assert list(state.results) == ["c" * 64]
    assert list(state.videos) == [VIDEO_SHA256]
    assert list(state.pictures) == ["c" * 64, A_SHA256, B_SHA256]


def test_a_removed_video_takes_its_frames_and_their_explanations_along():
    state = session_with_video()
    state.look_at(VIDEO_SHA256, made_result().frames[3])
    state.remove(VIDEO_SHA256)
    assert not state.outcomes and not state.jobs and not state.pictures and not state.explanations
    assert state.report is None
    assert state.removed == [VIDEO_SHA256]


def test_a_new_outcome_of_a_video_forgets_its_frames_and_the_marked_copy(tmp_path):
    state, copy = session_with_video(), tmp_path / "copy.mp4"
    copy.write_bytes(b"mp4")
    state.keep_annotated(VIDEO_SHA256, copy)
    state.keep_outcome(VIDEO_SHA256, made_result())
    assert not state.stills and not state.explanations
    assert not copy.exists()


def test_of_the_frames_taken_out_the_explained_and_the_latest_eight_stay():
    state = session_with_video()
    for number, frame in enumerate(made_result().frames[2:15]):
        state.keep_still(VIDEO_SHA256, frame, result(f"{number:064}"))
    assert list(state.stills) == [A_SHA256, *(f"{number:064}" for number in range(5, 13))]


def test_a_frame_and_its_video_belong_together():
    state = session_with_video()
    assert state.relatives == {
        VIDEO_SHA256: [B_SHA256, A_SHA256],
        A_SHA256: [VIDEO_SHA256],
        B_SHA256: [VIDEO_SHA256],
    }


def test_another_rate_puts_videos_in_line_and_leaves_pictures():
    state = session_with_video()
    state.keep_outcome("c" * 64, result("c" * 64))
    job = state.jobs[VIDEO_SHA256]
    state.change_settings(AnalysisSettings(sample_fps=10))
    assert state.waiting == {VIDEO_SHA256: StoredVideo("made.mp4", Path("made.mp4"), VIDEO_SHA256)}
    assert list(state.outcomes) == ["c" * 64]
    assert state.abandoned == [job]
    assert not state.stills


def test_a_video_under_way_is_known_and_begins_anew_with_other_settings():
    state, video = Session(), made_result().video
    job = watched(state, video)
    state.receive([StoredVideo("again.mp4", Path("made.mp4"), VIDEO_SHA256)])
    assert state.repeated == ("again.mp4",)
    assert list(state.in_work) == [VIDEO_SHA256]
    state.change_settings(AnalysisSettings(faces="whole"))
    assert list(state.waiting) == [VIDEO_SHA256]
    assert state.abandoned == [job]
    assert not state.in_work


def test_other_settings_do_not_begin_again_what_was_cancelled():
    state = Session()
    job = watched(state, made_result().video)
    job.work.watchers.discard(job)
    job.work.state = "running"  # it finishes the piece it is at
    state.change_settings(AnalysisSettings(sample_fps=2))
    assert not state.waiting and not state.abandoned
    assert (list(state.in_work.values()), job.state) == ([job], "stopped")
    job.work.state, job.work.result = "stopped", made_result()  # with the settings that were
    assert job.result is None


def test_what_a_cancelled_analysis_found_goes_with_its_settings():
    state = session_with_video()
    job = state.jobs[VIDEO_SHA256]
    job.work.state, job.work.result = "stopped", made_result()
    job.work.watchers.discard(job)
    assert job.result is not None
    state.change_settings(AnalysisSettings(sample_fps=2))
    assert not state.waiting and not state.videos
    assert (list(state.in_work), job.state, job.result) == ([VIDEO_SHA256], "stopped", None)


def test_a_video_that_failed_is_put_in_line_when_it_comes_again():
    state = session_with_video()
    state.keep_outcome(VIDEO_SHA256, FailedFile("made.mp4", "unwritable", "The disk is full.", VIDEO_SHA256))
    again = StoredVideo("again.mp4", Path("made.mp4"), VIDEO_SHA256)
    state.receive([again])
    assert state.waiting == {VIDEO_SHA256: again}
    assert not state.failed and not state.jobs and not state.repeated and not state.removed


def test_a_video_that_waits_or_failed_does_not_stay_on_disk_when_it_is_removed():
    state = Session()
    state.receive([StoredVideo("a.mp4", Path("a.mp4"), A_SHA256), StoredVideo("b.mp4", Path("b.mp4"), B_SHA256)])
    state.keep_outcome(B_SHA256, FailedFile("b.mp4", "not_kept", "The disk is full.", B_SHA256))
    state.remove_failed()
    assert state.removed == [B_SHA256]
    state.remove(A_SHA256)
    assert state.removed == [B_SHA256, A_SHA256]
    assert not state.waiting and not state.stored


def test_nothing_but_session_touches_streamlits_state():
    pages = Path(__file__).resolve().parents[1] / "pages"
    scripts = [*pages.rglob("*.py"), pages.parent / "app.py"]
    assert [path.name for path in scripts if "st.session_state" in path.read_text("utf-8")] == ["session.py"]
