"""An analyzed video on the page Inspect, driven without a browser."""

import threading
from dataclasses import replace

import pytest
from driving import RED, click, opened_app, state_of, upload, words
from made_video import forged_for_a_while, frames_of, made_result, made_video, track_of, untouched
from video_pages import FOR_A_WHILE, FRAMES, shown

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import told_fact
from forensics.jobs.job_manager import JobManager
from forensics.messages.catalogue import sentence
from pages.parts.inspect import frame_view, video_downloads
from pages.parts.tasks import analyses

pytestmark = pytest.mark.slow


@pytest.fixture
def app(monkeypatch):
    yield from opened_app(monkeypatch)


def text_of(app):
    return words(app).replace("\\", "")


def video_work(app):
    (known,) = state_of(app).video_work.values()
    return known


def keyed(app, start):
    return next(button for button in app.button if button.key and button.key.startswith(start))


def test_the_files_decision_is_told_with_its_reason_and_its_rule(app, clip):
    text = text_of(shown(app, made_result(clip)))
    assert "Person 2: " in text
    assert "▲ signs of manipulation" in text
    assert "A video is called by the person with the strongest signs" in text
    assert "0:06.0, 160 × 120 pixels, 25 frames a second, h264 in video/mp4, 123 kB" in text
    assert "30 frames looked at up to 0:06.0, 1 cut" in text


def test_a_video_of_a_few_frames_is_not_said_to_be_judged_by_more_than_one(app, clip):
    few = frames_of(0.6)
    text = text_of(shown(app, made_result(clip, frames=few, cuts=(), tracks=(track_of(1, few, forged_for_a_while),))))
    assert "never by a single frame" not in text
    assert "Fewer than 4 frames were looked at, so each person is judged by the single frame of the middle" in text


def test_every_person_has_a_card_that_says_when(app, clip):
    text = text_of(shown(app, replace(made_result(clip), tracks=FOR_A_WHILE)))
    assert "Signs of manipulation between 0:01.9 and 0:04.1." in text
    assert "Seen 0:00.0–0:05.9 · 30 of 30 sightings evaluated" in text


def test_a_person_who_was_not_evaluated_says_why(app, clip):
    small = track_of(1, FRAMES, untouched, verdict="not evaluated")
    text = text_of(shown(app, made_result(clip, tracks=(small,))))
    assert "○ not evaluated" in text
    assert "Most often: The face is 6 pixels on its shorter side; under 8 nothing can be said" in text
    assert not [button for button in app.button if "Most suspect" in button.label]


def test_a_video_without_a_face_says_so_and_shows_its_first_frame(app, clip):
    text = text_of(shown(app, made_result(clip, tracks=())))
    assert "No face was found in the frames that were looked at" in text
    assert "Moment 0:00.000" in text
    assert "nobody whose face was followed" in text


def test_the_most_suspect_moment_is_shown_first_and_others_at_a_click(app, clip):
    shown(app, replace(made_result(clip), tracks=FOR_A_WHILE))
    (sha256,) = state_of(app).videos
    (still,) = state_of(app).stills.values()
    assert 2.0 <= still.findings[1].region.seconds < 4.2
    keyed(app, f"best_{sha256}_2").click().run()
    best = video_work(app).moment
    assert not 2.0 <= best.seconds < 4.2
    click(app, "Next frame")
    assert video_work(app).moment.index == best.index + 5
    click(app, "Previous frame")
    assert video_work(app).moment == best


def test_the_last_frame_has_no_next_one(app, clip):
    result = made_result(clip)
    shown(app, result)
    state_of(app).select_frame(result.video.sha256, result.frames[-1])
    app.run()
    assert keyed(app, "chevron_right").disabled
    assert not keyed(app, "chevron_left").disabled


def test_a_frame_is_taken_out_of_the_video_once(app, clip, monkeypatch):
    taken, still = [], frame_view.extract_still
    monkeypatch.setattr(
        frame_view, "extract_still", lambda result, frame, _: taken.append(frame) or still(result, frame, _)
    )
    shown(app, made_result(clip)).run()
    click(app, "Next frame")
    click(app, "Previous frame")
    assert len(taken) == 2


def test_a_file_that_is_gone_costs_the_frame_and_nothing_else(app, clip, monkeypatch):
    def gone(*_args):
        raise MediaError(MediaCode.VIDEO_GONE, reason="Gone")

    monkeypatch.setattr(frame_view, "extract_still", gone)
    shown(app, made_result(clip))
    assert app.error[0].value.replace("\\", "") == "The video cannot be opened (Gone); choose the file again."
    assert "Take away" in words(app)


def test_a_person_in_a_frame_is_explained_on_the_page_explain(app, clip):
    shown(app, made_result(clip))
    (still,) = state_of(app).stills
    click(app, "Explain person 2")
    assert app.title[0].value == "Explain"
    assert not app.exception
    assert app.session_state["chosen_file"] == still
    assert list(state_of(app).explanations) == [(still, 2)]


def test_a_frame_that_was_explained_leads_back_to_its_video_and_the_video_to_its_frame(app, clip):
    upload(app, ("red.png", RED))
    shown(app, made_result(clip))
    app.selectbox(key="chosen_file").set_value(made_result().video.sha256).run()
    click(app, "Explain person 2")
    app.switch_page("pages/inspect.py").run()
    assert app.subheader[0].value == "`made.mp4`"
    app.switch_page("pages/explain.py").run()
    assert app.selectbox(key="chosen_file").value == next(iter(state_of(app).stills))


def test_what_cut_the_analysis_short_is_said_and_a_stopped_one_goes_on(app, clip, monkeypatch, tmp_path):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    stopped = made_result(clip, ended=told_fact("The analysis was stopped at 5.8 seconds."), broken_packets=3)
    shown(app, stopped, "stopped")
    said = [warning.value.replace("\\", "") for warning in app.warning]
    assert said == ["3 pieces of the stream could not be decoded and were passed over.", sentence(stopped.ended)]
    begun = []
    monkeypatch.setattr(
        analyses, "JOB_MANAGER", JobManager(lambda video, *_, **__: begun.append(video.name) or made_result(clip))
    )
    keyed(app, "go_on_").click().run()
    for thread in threading.enumerate():
        if thread.name.startswith("job "):
            thread.join(20)
    assert begun == ["made.mp4"]


def test_a_video_that_browsers_do_not_play_has_no_player(app, clip):
    shown(app, made_result(clip, video=made_video(clip, media_type="video/x-msvideo", codec="mpeg4")))
    said = [info.value.replace("\\", "") for info in app.info]
    assert said[0].startswith("Browsers cannot be expected to play this file (video/x-msvideo, mpeg4).")
    assert not app.get("video")


def test_a_marked_copy_is_made_at_a_click_and_played(app, clip, monkeypatch):
    def annotate(_result, path, say, most_bytes):
        assert most_bytes == 200_000_000
        say(0.5)
        path.write_bytes(clip.read_bytes())

    monkeypatch.setattr(video_downloads, "annotate_video", annotate)
    shown(app, made_result(clip))
    click(app, "Make a marked video (MP4)")
    assert video_work(app).annotated["en"].read_bytes() == clip.read_bytes()
    assert [button.label for button in app.get("download_button")] == ["Numbers (CSV)", "Marked video (MP4)"]
    assert app.toggle(key=f"marked_{made_result().video.sha256}").value


def test_a_copy_that_cannot_be_made_says_why(app, clip, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(video_downloads, "annotate_video", full)
    shown(app, made_result(clip))
    click(app, "Make a marked video (MP4)")
    assert "No space left on device" in app.error[0].value
    assert video_work(app).annotated == {}


def test_a_copy_too_large_for_the_player_is_not_offered_and_says_how_to_have_it(app, clip, monkeypatch):
    monkeypatch.setattr(video_downloads, "MAX_BYTES", 1000)
    shown(app, made_result(clip))
    click(app, "Make a marked video (MP4)")
    said = app.error[0].value.replace("\\", "")
    assert "larger than 0.001 MB" in said
    assert "python -m forensics analyze VIDEO --annotated FOLDER" in said
    assert video_work(app).annotated == {}
    assert [button.label for button in app.get("download_button")] == ["Numbers (CSV)"]


def test_many_persons_come_six_at_a_time_the_most_suspect_first(app, clip):
    tracks = [track_of(number, FRAMES, untouched) for number in range(1, 14)]
    tracks[9] = track_of(10, FRAMES, forged_for_a_while)
    shown(app, made_result(clip, tracks=tuple(tracks)))

    def people():
        return [button.key.split("_")[2] for button in app.button if button.key and button.key.startswith("worst_")]

    assert people() == ["10", "1", "2", "3", "4", "5"]
    app.get("pagination")[0].set_value(3).run()
    assert people() == ["13"]


def test_pictures_and_videos_stand_in_one_table(app, clip):
    shown(app, made_result(clip))
    upload(app, ("notes.png", b"just text"), ("red.png", RED))
    (table,) = app.dataframe
    assert table.value["File"].tolist() == ["made.mp4", "red.png"]
    assert table.value["▲ signs of manipulation"].tolist() == [1, 0]
