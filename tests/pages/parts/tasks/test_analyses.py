"""Videos on their way: taken in by their bytes, analyzed beside the page, shown as cards, taken over when finished."""

import hashlib
import threading
from io import BytesIO

import numpy as np
import pytest
from clips import write_clip
from driving import RED, click, opened_app, state_of, take_whole_pictures, upload, words
from made_video import made_result

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import told_fact
from forensics.jobs.job_manager import JobManager
from forensics.types.video import Progress
from pages.parts.session.session import AnalystSession
from pages.parts.tasks import analyses

pytestmark = pytest.mark.slow


class Analysis:
    """Stands for analyze_video: begins, tells how far it is, and goes on when it is let."""

    def __init__(self) -> None:
        self.go, self.told, self.begun, self.error = threading.Event(), threading.Event(), [], None

    def __call__(self, video, settings, _detector, *, done, keep, say, stop, make_way):
        self.begun.append((video.name, settings.sample_fps))
        say(Progress(2.0, 6.0, 10, 20, 3.0, 2.0))
        self.told.set()
        assert self.go.wait(20)
        if self.error is not None:
            raise self.error
        ended = told_fact("The analysis was stopped at 2.0 seconds.") if stop() else None
        return made_result(video.path, video=video, ended=ended)


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    frame = np.full((120, 160, 3), (200, 60, 60), np.uint8)
    return write_clip(tmp_path_factory.mktemp("clips") / "made.mp4", [frame] * 150, 25).read_bytes()


@pytest.fixture
def analysis(monkeypatch, tmp_path):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    made = Analysis()
    monkeypatch.setattr(analyses, "JOB_MANAGER", JobManager(made))
    yield made
    made.go.set()
    _wait_for_threads()


@pytest.fixture
def app(monkeypatch, analysis):
    yield from opened_app(monkeypatch)


def _wait_for_threads():
    for thread in threading.enumerate():
        if thread.name.startswith("job "):
            thread.join(20)


def under_way(app, analysis, clip):
    """The page while a video is analyzed."""
    upload(app, ("made.mp4", clip))
    assert analysis.told.wait(5)
    return app.run()


def finished(app, analysis):
    analysis.go.set()
    _wait_for_threads()
    return app.run()


def undo_no_more(app):
    """As when the time to undo a removal is over."""
    state_of(app).finalize_removal()
    app.run()


def test_a_video_is_kept_on_disk_by_its_hash_and_not_in_the_session(app, analysis, clip, tmp_path):
    under_way(app, analysis, clip)
    (sha256,) = state_of(app).unfinished
    assert (tmp_path / "videos" / "files" / sha256).read_bytes() == clip
    assert not state_of(app).waiting


def test_a_card_tells_how_far_the_analysis_is(app, analysis, clip):
    under_way(app, analysis, clip)
    text = words(app).replace("\\", "")
    # 2 of 6 seconds took 3: the other 4 take 6
    assert "Analyzing: 0:02.0 of 0:06.0 · 10 frames, 20 faces · some 5 seconds left" in text
    assert app.get("progress")[0].value == 33


def test_other_files_can_be_worked_on_meanwhile(app, analysis, clip):
    take_whole_pictures(app)
    under_way(app, analysis, clip)
    upload(app, ("red.png", RED))
    assert [result.media.name for result in state_of(app).results.values()] == ["red.png"]
    assert list(state_of(app).unfinished)


def test_what_is_finished_is_shown(app, analysis, clip):
    finished(under_way(app, analysis, clip), analysis)
    assert not app.exception and not app.error
    (result,) = state_of(app).videos.values()
    assert result.video.name == "made.mp4"
    assert "Persons over time" in words(app)


def test_a_cancelled_analysis_shows_what_was_done_and_goes_on_at_a_click(app, analysis, clip):
    click(under_way(app, analysis, clip), "Cancel")
    assert "Stopping after the piece in hand" in words(app)
    finished(app, analysis)
    assert [warning.value.replace("\\", "") for warning in app.warning] == ["The analysis was stopped at 2.0 seconds."]
    click(app, "Go on")
    _wait_for_threads()
    app.run()
    assert [name for name, _ in analysis.begun] == ["made.mp4", "made.mp4"]
    assert not app.warning


def test_a_failed_analysis_is_one_sentence(app, analysis, clip):
    analysis.error = MediaError(MediaCode.NO_FRAME_DECODED)
    finished(under_way(app, analysis, clip), analysis)
    (failed,) = state_of(app).failed.values()
    assert (failed.name, failed.code) == ("made.mp4", "no_frames")
    assert app.error[0].value.replace("\\", "").endswith(str(analysis.error))


def test_a_video_that_cannot_be_opened_is_one_sentence_and_the_others_go_on(app, analysis, clip):
    upload(app, ("cut.mp4", clip[:600]), ("made.mp4", clip))
    assert [failed.name for failed in state_of(app).failed.values()] == ["cut.mp4"]
    assert [job.file.name for job in state_of(app).unfinished.values()] == ["made.mp4"]


def test_a_file_is_a_video_by_its_bytes_whatever_its_name_says(app, analysis, clip):
    upload(app, ("holiday.jpg", clip))
    assert [job.file.name for job in state_of(app).unfinished.values()] == ["holiday.jpg"]


def test_a_file_that_is_too_large_is_refused_when_it_comes(app, monkeypatch, clip):
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_BYTES", "1000")
    upload(app, ("made.mp4", clip))
    (failed,) = state_of(app).failed.values()
    assert (failed.name, failed.code) == ("made.mp4", "file_too_large")
    assert not app.exception


def test_another_session_that_brings_the_same_video_is_answered_from_disk(app, analysis, clip, monkeypatch):
    finished(under_way(app, analysis, clip), analysis)
    monkeypatch.setattr(analyses, "JOB_MANAGER", JobManager(analysis))  # as after a restart
    for again in opened_app(monkeypatch):
        upload(again, ("again.mp4", clip))
        again.run()
        assert [result.video.name for result in state_of(again).videos.values()] == ["again.mp4"]
    assert len(analysis.begun) == 1


def test_another_rate_analyzes_anew_and_leaves_the_first_analysis(app, analysis, clip):
    under_way(app, analysis, clip)
    (first,) = state_of(app).unfinished.values()
    app.button_group[2].set_value(10.0).run()
    assert first.cancelled
    assert not state_of(app).abandoned
    finished(app, analysis)
    assert analysis.begun == [("made.mp4", 5.0), ("made.mp4", 10.0)]


def test_a_removed_video_leaves_nothing_on_disk(app, analysis, clip, tmp_path):
    finished(under_way(app, analysis, clip), analysis)
    click(app, "Remove this file")
    assert not state_of(app).videos
    assert len(list((tmp_path / "videos" / "files").iterdir())) == 1  # as long as it can be undone
    undo_no_more(app)
    assert not list((tmp_path / "videos" / "files").iterdir())
    assert not list((tmp_path / "videos" / "records").iterdir())
    assert "Deleted for good: `made.mp4`" in words(app)


def test_a_failed_analysis_goes_on_at_a_click(app, analysis, clip):
    analysis.error = OSError(28, "No space left on device")
    finished(under_way(app, analysis, clip), analysis)
    assert "No space left on device" in app.error[0].value
    analysis.error = None
    click(app, "Try again")
    finished(app, analysis)
    assert not app.error
    assert [result.video.name for result in state_of(app).videos.values()] == ["made.mp4"]


def test_clearing_the_message_of_a_failed_video_takes_it_from_the_disk(app, analysis, clip, tmp_path):
    analysis.error = OSError(28, "No space left on device")
    finished(under_way(app, analysis, clip), analysis)
    assert list((tmp_path / "videos" / "files").iterdir())
    click(app, "Clear 1 message")
    undo_no_more(app)
    assert not list((tmp_path / "videos" / "files").iterdir())


def test_a_video_that_is_refused_does_not_stay_on_disk(app, analysis, clip, tmp_path):
    upload(app, ("cut.mp4", clip[:600]))
    assert [failed.name for failed in state_of(app).failed.values()] == ["cut.mp4"]
    assert not list((tmp_path / "videos" / "files").iterdir())
    assert "Try again" not in [button.label for button in app.button]


def test_a_refused_video_stays_as_long_as_another_analyst_has_it(app, analysis, clip, tmp_path):
    cut = clip[:600]
    hold = analyses.JOB_MANAGER.lease(hashlib.sha256(cut).hexdigest(), "bob")
    upload(app, ("cut.mp4", cut))
    assert [path.name for path in (tmp_path / "videos" / "files").iterdir()] == [hold.sha256]


def test_a_video_that_could_not_be_begun_stays_until_its_message_is_cleared(app, analysis, clip, tmp_path, monkeypatch):
    def full_disk(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(analyses.JOB_MANAGER, "start", full_disk)
        upload(app, ("made.mp4", clip))
    assert "No space left on device" in app.error[0].value
    assert list((tmp_path / "videos" / "files").iterdir())
    click(app, "Clear 1 message")
    undo_no_more(app)
    assert not list((tmp_path / "videos" / "files").iterdir())


def test_a_video_that_another_analyst_removes_while_it_is_taken_in_is_stored_again(analysis, clip, monkeypatch):
    jobs, state = analyses.JOB_MANAGER, AnalystSession()
    monkeypatch.setattr(analyses, "register_session", lambda state: None)

    def removed_just_before(sha256, watcher):
        assert jobs.remove(sha256, "ann")
        return JobManager.lease(jobs, sha256, watcher)

    monkeypatch.setattr(jobs, "lease", removed_just_before)
    analyses.store_uploads(state, [("made.mp4", BytesIO(clip))])
    (taken,) = state.stored.values()
    assert taken.path.read_bytes() == clip
    assert not jobs.remove(taken.sha256, "ann")


def test_other_settings_leave_a_cancelled_analysis_stopped_until_it_is_asked_for(app, analysis, clip):
    click(under_way(app, analysis, clip), "Cancel")
    finished(app, analysis)
    app.button_group[2].set_value(10.0).run()
    assert len(analysis.begun) == 1
    assert "Stopped" in words(app) and not state_of(app).videos
    click(app, "Go on")
    _wait_for_threads()
    app.run()
    assert analysis.begun == [("made.mp4", 5.0), ("made.mp4", 10.0)]


def test_a_removed_video_comes_back_as_it_was(app, analysis, clip):
    finished(under_way(app, analysis, clip), analysis)
    (result,) = state_of(app).videos.values()
    moment = result.frames[7]
    state_of(app).select_frame(result.video.sha256, moment)
    click(app, "Remove this file")
    assert "Removed `made.mp4`" in words(app)
    click(app, "Undo")
    assert list(state_of(app).videos.values()) == [result]
    assert state_of(app).video_state(result.video.sha256).moment == moment
    assert len(analysis.begun) == 1
    assert "Removed" not in words(app)


def test_a_video_that_is_removed_while_it_is_analyzed_goes_on_when_it_comes_back(app, analysis, clip):
    under_way(app, analysis, clip)
    (job,) = state_of(app).unfinished.values()
    state_of(app).remove(job.file.sha256)
    app.run()
    assert job.cancelled and not state_of(app).unfinished
    analysis.go.set()
    _wait_for_threads()
    click(app, "Undo")
    _wait_for_threads()
    app.run()
    assert [name for name, _ in analysis.begun] == ["made.mp4", "made.mp4"]
    assert list(state_of(app).videos)


def test_all_files_of_a_session_are_deleted_at_a_click(app, analysis, clip, tmp_path):
    upload(app, ("red.png", RED))
    finished(under_way(app, analysis, clip), analysis)
    click(app, "Delete for good")
    assert not state_of(app).outcomes and not state_of(app).removal
    for folder in ("files", "records"):
        assert not list((tmp_path / "videos" / folder).iterdir())
    assert "Deleted for good: `red.png`, `made.mp4`" in words(app)
