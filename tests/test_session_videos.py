"""Videos in the session of one analyst."""

from held_session import A_SHA256, B_SHA256, film, result, session_with_video, watched
from made_video import VIDEO_SHA256, made_result

from forensics.error_codes import FailureCode
from forensics.facts import Fact
from forensics.types.analysis import AnalysisSettings, FailedFile
from pages.parts.session.session import AnalystSession

DISK_IS_FULL = Fact(FailureCode.UNWRITABLE, {"reason": "No space left on device"})


def test_pictures_and_videos_stand_apart_and_both_can_be_explained_by_picture():
    state = session_with_video()
    state.store_outcome("c" * 64, result("c" * 64))
    assert list(state.results) == ["c" * 64]
    assert list(state.videos) == [VIDEO_SHA256]
    assert list(state.pictures) == ["c" * 64, A_SHA256, B_SHA256]


def test_a_removed_video_takes_its_frames_and_their_explanations_along():
    state = session_with_video()
    state.select_frame(VIDEO_SHA256, made_result().frames[3])
    state.remove(VIDEO_SHA256)
    assert not state.outcomes and not state.jobs and not state.pictures and not state.explanations
    assert state.report is None
    state.finalize_removal()
    assert state.released == [VIDEO_SHA256]


def test_a_new_outcome_of_a_video_forgets_its_frames_and_the_marked_copy(tmp_path):
    state, copy = session_with_video(), tmp_path / "copy.mp4"
    copy.write_bytes(b"mp4")
    state.store_annotated(VIDEO_SHA256, "en", copy)
    state.store_outcome(VIDEO_SHA256, made_result())
    assert not state.stills and not state.explanations
    assert not copy.exists()


def test_of_the_frames_taken_out_the_explained_and_the_latest_eight_stay():
    state = session_with_video()
    for number, frame in enumerate(made_result().frames[2:15]):
        state.store_still(VIDEO_SHA256, frame, result(f"{number:064}"))
    assert list(state.stills) == [A_SHA256, *(f"{number:064}" for number in range(5, 13))]


def test_a_frame_and_its_video_belong_together():
    state = session_with_video()
    assert state.related_files == {
        VIDEO_SHA256: [B_SHA256, A_SHA256],
        A_SHA256: [VIDEO_SHA256],
        B_SHA256: [VIDEO_SHA256],
    }


def test_another_rate_puts_videos_in_line_and_leaves_pictures():
    state = session_with_video()
    state.store_outcome("c" * 64, result("c" * 64))
    job = state.jobs[VIDEO_SHA256]
    state.change_settings(AnalysisSettings(sample_fps=10))
    assert state.waiting == {VIDEO_SHA256: film("made.mp4", VIDEO_SHA256)}
    assert list(state.outcomes) == ["c" * 64]
    assert state.abandoned == [job]
    assert not state.stills


def test_a_video_under_way_is_known_and_begins_anew_with_other_settings():
    state, video = AnalystSession(), made_result().video
    job = watched(state, video)
    state.add_uploads([film("again.mp4", VIDEO_SHA256)])
    assert state.repeated == (("again.mp4", "made.mp4"),)
    assert list(state.unfinished) == [VIDEO_SHA256]
    state.change_settings(AnalysisSettings(faces="whole"))
    assert list(state.waiting) == [VIDEO_SHA256]
    assert state.abandoned == [job]
    assert not state.unfinished


def test_other_settings_do_not_begin_again_what_was_cancelled():
    state = AnalystSession()
    job = watched(state, made_result().video)
    job.work.watchers.discard(job)
    job.work.state = "running"  # it finishes the piece it is at
    state.change_settings(AnalysisSettings(sample_fps=2))
    assert not state.waiting and not state.abandoned
    assert (list(state.unfinished.values()), job.state) == ([job], "stopped")
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
    assert (list(state.unfinished), job.state, job.result) == ([VIDEO_SHA256], "stopped", None)


def test_a_video_that_failed_is_put_in_line_when_it_comes_again():
    state = session_with_video()
    state.store_outcome(VIDEO_SHA256, FailedFile("made.mp4", DISK_IS_FULL, VIDEO_SHA256))
    again = film("again.mp4", VIDEO_SHA256)
    state.add_uploads([again])
    assert state.waiting == {VIDEO_SHA256: again}
    assert not state.failed and not state.jobs and not state.repeated and not state.released


def test_a_video_that_waits_or_failed_does_not_stay_on_disk_when_it_is_removed():
    state = AnalystSession()
    state.add_uploads([film("a.mp4", A_SHA256), film("b.mp4", B_SHA256)])
    state.store_outcome(B_SHA256, FailedFile("b.mp4", DISK_IS_FULL, B_SHA256))
    state.remove_failed()
    assert not state.released
    state.remove(A_SHA256)
    assert state.released == [B_SHA256]  # it can be undone no more
    state.finalize_removal()
    assert state.released == [B_SHA256, A_SHA256]
    assert not state.waiting and not state.stored
