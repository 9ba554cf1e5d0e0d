"""Videos on the command line: `python -m forensics analyze clip.mp4`."""

import csv
import hashlib
import json
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from clips import write_clip
from PIL import Image
from pypdf import PdfReader
from small_detector import small_detector
from specimens import TinyNetwork
from video_files import texture, write_video

from explain.drawing import annotated_video
from forensics.__main__ import main
from forensics.analysis import video as analysis
from forensics.cli import video_progress
from forensics.cli.video_progress import progress_bar
from forensics.detectors import registry
from forensics.types.video import Progress

pytestmark = pytest.mark.slow

RED, BLUE = (250, 20, 20), (20, 20, 250)


@pytest.fixture(autouse=True)
def _red_against_blue(monkeypatch):
    monkeypatch.setattr(registry, "load_detector", lambda _: small_detector())


def analyze(*arguments: object) -> int:
    return main(["analyze", *map(str, arguments)])


def written(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def red(tmp_path) -> Path:
    """All red."""
    return write_clip(tmp_path / "red.mp4", [np.full((48, 64, 3), RED, np.uint8)] * 12)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_video_is_listed_with_its_persons_and_sightings(tmp_path, red, capsys):
    out = tmp_path / "out.json"
    assert analyze(red, "--faces", "whole", "--json", out, "--sample-fps", "2.5") == 0
    (entry,) = written(out)["files"]
    assert written(out)["settings"]["sample_fps"] == 2.5
    assert (entry["kind"], entry["sha256"], entry["name"]) == ("video", sha256(red), "red.mp4")
    assert [face["seconds"] for face in entry["faces"]] == [0.0, 0.4, 0.8]
    assert {face["decision"] for face in entry["faces"]} == {"signs of manipulation"}
    assert [track["face_id"] for track in entry["tracks"]] == [1]
    assert entry["video"]["frames_looked_at"] == 3
    assert capsys.readouterr() == ("", "")


def test_the_table_has_a_line_a_person(red, capsys):
    assert analyze(red, "--faces", "whole") == 0
    _, line = capsys.readouterr().out.splitlines()
    assert line.split()[1:7] == ["signs", "of", "manipulation", "100", "-", "1"]
    assert line.endswith(str(red))


def test_pictures_and_videos_of_a_folder_go_together_and_the_same_bytes_once(tmp_path, red, monkeypatch):
    Image.new("RGB", (20, 10), RED).save(tmp_path / "a.png")
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "copy.MOV").write_bytes(red.read_bytes())
    (tmp_path / "notes.txt").write_text("x")
    calls, original = [], analysis.analyze_video
    monkeypatch.setattr(analysis, "analyze_video", lambda *given, **more: calls.append(1) or original(*given, **more))
    assert analyze(tmp_path, "--faces", "whole", "--json", tmp_path / "out.json") == 0
    picture, video, copy = written(tmp_path / "out.json")["files"]
    assert [one["name"] for one in (picture, video, copy)] == ["a.png", "red.mp4", "copy.MOV"]
    assert (picture["kind"], video["kind"], copy["tracks"]) == ("image", "video", video["tracks"])
    assert len(calls) == 1


def test_bad_videos_get_one_sentence_each_and_the_others_go_on(tmp_path, red, capsys):
    (tmp_path / "text.mp4").write_text("no video at all")
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "header.mp4").write_bytes(red.read_bytes()[:40])
    names = ("text.mp4", "empty.mp4", "header.mp4", "missing.mp4", "red.mp4")
    paths = [tmp_path / name for name in names]
    assert analyze(*paths, "--faces", "whole", "--json", tmp_path / "out.json") == 1
    files = written(tmp_path / "out.json")["files"]
    codes = [file["error"] and file["error"]["group"] for file in files]
    assert [codes[0], codes[1], codes[3], codes[4]] == ["not_a_picture", "empty_file", "missing_file", None]
    assert codes[2]
    assert files[2]["sha256"] == sha256(paths[2])
    assert capsys.readouterr().err.count("\n") == 4


def test_a_video_over_the_limit_of_bytes_is_refused_before_it_is_read(red, monkeypatch, capsys):
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_BYTES", "100")
    assert analyze(red) == 1
    assert "TELLTALE_MAX_VIDEO_BYTES" in capsys.readouterr().err


def test_a_video_over_the_limit_of_seconds_is_analyzed_up_to_it(tmp_path, red, monkeypatch, capsys):
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", "1")
    assert analyze(red, "--faces", "whole", "--json", tmp_path / "out.json") == 0
    video = written(tmp_path / "out.json")["files"][0]["video"]
    assert video["frames_looked_at"] == 5
    assert capsys.readouterr().err == f"telltale: red.mp4: {video['ended']['sentence']}\n"
    assert video["ended"]["sentence"].startswith("Only the first 0:01 of 0:01.2 were analyzed")


@pytest.mark.parametrize(("limit", "wanted"), [("1", 1.0), ("100", 1.2)])
def test_the_bar_ends_at_the_limit_of_seconds(red, monkeypatch, limit, wanted):
    totals = []
    monkeypatch.setattr(
        video_progress, "progress_bar", lambda name, total: totals.append(total) or progress_bar(name, total)
    )
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", limit)
    assert analyze(red, "--faces", "whole") == 0
    assert totals == [wanted]


def test_a_wrong_rate_is_refused_before_the_work(red, capsys):
    assert analyze(red, "--sample-fps", "0") == 2
    assert "sample_fps must lie in (0, 240]" in capsys.readouterr().err


def test_masks_and_csv_and_annotated_video_are_named_by_the_hash(tmp_path, red):
    options = ["--masks", tmp_path / "m", "--csv", tmp_path / "c", "--annotated", tmp_path / "a"]
    assert analyze(red, "--faces", "whole", *options) == 0
    digest = sha256(red)
    (mask,), (table,), (video,) = (list((tmp_path / folder).iterdir()) for folder in "mca")
    assert (mask.name, table.name, video.name) == (f"{digest}_1.png", f"{digest}.csv", f"{digest}.mp4")
    with Image.open(mask) as picture:
        assert (picture.mode, picture.size) == ("L", (64, 48))
        assert picture.getextrema()[0] > 200  # all red, all manipulated
    with table.open(newline="", encoding="utf-8") as file:
        assert [float(row["seconds"]) for row in csv.DictReader(file)] == [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    with av.open(str(video)) as container:
        assert sum(1 for _ in container.decode(video=0)) == 12


@pytest.mark.parametrize(
    ("option", "name"),
    [("--annotated", "{}.mp4"), ("--csv", "{}.csv"), ("--masks", "{}_1.png"), ("--masks", "{}_2.PNG")],
)
def test_an_original_named_as_its_own_output_is_not_written_over_and_the_others_go_on(
    tmp_path, red, capsys, option, name
):
    folder = tmp_path / "ev"
    folder.mkdir()
    original = red.rename(folder / name.format(sha256(red)))
    other = write_clip(tmp_path / "other.mp4", [np.full((48, 64, 3), BLUE, np.uint8)] * 2)
    before = original.read_bytes()
    options = ("--faces", "whole", option, tmp_path / "sub" / ".." / "ev", "--json", tmp_path / "out.json")
    (tmp_path / "sub").mkdir()
    assert analyze(original, other, *options) == 1
    assert original.read_bytes() == before
    first, second = written(tmp_path / "out.json")["files"]
    assert (first["error"]["group"], second["error"]) == ("wrong_output", None)
    assert f"{option} would write over {original.name}, one of the files to analyze" in capsys.readouterr().err
    assert len(list(folder.iterdir())) == 2


def test_each_shot_of_whole_frames_has_its_person_mask_and_moments(tmp_path):
    shots = [np.full((48, 64, 3), color, np.uint8) for color in (RED, BLUE) for _ in range(6)]
    video = write_clip(tmp_path / "cut.mp4", shots)
    out = tmp_path / "out.json"
    options = ("--faces", "whole", "--masks", tmp_path / "m", "--pdf", tmp_path / "out.pdf", "--json", out)
    assert analyze(video, *options) == 0
    assert [track["face_id"] for track in written(out)["files"][0]["tracks"]] == [1, 2]
    masks = sorted((tmp_path / "m").iterdir())
    assert [mask.name for mask in masks] == [f"{sha256(video)}_1.png", f"{sha256(video)}_2.png"]
    text = " ".join("".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages).split())
    assert "Person 2" in text


def test_a_copy_that_no_mp4_can_hold_costs_one_sentence_and_no_finding(tmp_path, red, monkeypatch, capsys):
    unit = Fraction(1, 10**9)
    times = [0, 2 * 10**9, 4 * 10**9]
    long = write_video(tmp_path / "long.mp4", texture(3), times=times, unit=unit, options={"bf": "0"})
    monkeypatch.setattr(annotated_video, "MIN_TIME_BASE", unit)
    options = ("--faces", "whole", "--annotated", tmp_path / "a", "--json", tmp_path / "out.json")
    assert analyze(long, red, *options) == 1
    first, second = written(tmp_path / "out.json")["files"]
    assert (first["error"], second["error"]) == (None, None)
    assert {face["frame_index"] for face in first["faces"]} == {0, 1, 2}
    assert "The marked copy cannot be written as MP4" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "a").iterdir()] == [f"{sha256(red)}.mp4"]


def test_own_output_is_not_analyzed_again(tmp_path, red):
    folders = ("--masks", "m", "--annotated", "a")
    options = [tmp_path / word if len(word) == 1 else word for word in folders]
    for _ in range(2):
        assert analyze(tmp_path, "--faces", "whole", *options, "--json", tmp_path / "out.json") == 0
        assert [file["name"] for file in written(tmp_path / "out.json")["files"]] == ["red.mp4"]


def test_the_report_shows_the_persons_moments_and_is_the_same_each_time(tmp_path, red, monkeypatch):
    monkeypatch.chdir(tmp_path)
    contents = []
    for _ in range(2):
        assert main(["analyze", "red.mp4", "--faces", "whole", "--pdf", "out.pdf"]) == 0
        contents.append(Path("out.pdf").read_bytes())
    assert contents[0] == contents[1]
    text = " ".join("".join(page.extract_text() for page in PdfReader("out.pdf").pages).split())
    assert sha256(red) in text.replace(" ", "")
    assert "most suspect" in text
    assert "Person 1" in text


def test_each_person_is_explained_at_the_most_suspect_moment(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "load_detector", lambda _: small_detector(TinyNetwork()))
    half = np.full((48, 64, 3), BLUE, np.uint8)
    half[:, 32:] = RED
    video = write_clip(tmp_path / "half.mp4", [half] * 10)
    out = tmp_path / "out.json"
    options = ("--faces", "whole", "--explain", "hirescam", "--json", out, "--pdf", tmp_path / "out.pdf")
    assert analyze(video, *options) == 0
    (entry,) = written(out)["files"]
    explained = [face for face in entry["faces"] if "explanations" in face]
    assert [face["frame_index"] for face in explained] == [entry["tracks"][0]["moments"]["worst"]["frame_index"]]
    (explanation,) = explained[0]["explanations"]
    assert explanation["method"] == "hirescam"
    assert explanation["peak"][0] >= 32  # red speaks for manipulation
    text = " ".join("".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages).split())
    assert "HiResCAM" in text


@pytest.mark.parametrize(("change", "code"), [(b"more", "changed_file"), (None, "missing_file")])
def test_a_video_that_changes_or_vanishes_while_it_is_analyzed_has_no_finding_and_the_others_go_on(
    tmp_path, red, monkeypatch, change, code
):
    look = analysis.analyze_video
    other = tmp_path / "other.mp4"
    other.write_bytes(red.read_bytes() + bytes(8))

    def meanwhile(video, *others, **more):
        result = look(video, *others, **more)
        if video.path == red:
            red.write_bytes(red.read_bytes() + change) if change else red.unlink()
        return result

    monkeypatch.setattr(analysis, "analyze_video", meanwhile)
    assert analyze(red, other, "--json", tmp_path / "out.json") == 1
    files = json.loads((tmp_path / "out.json").read_text())["files"]
    assert [file["error"] and file["error"]["code"] for file in files] == [code, None]


def test_ctrl_c_leaves_nothing_half_written(tmp_path, red, monkeypatch, capsys):
    def stop(*_, say, **__):
        say(Progress(1.0, 2.0, 5, 5, 1.0, 1.0))
        raise KeyboardInterrupt

    monkeypatch.setattr(analysis, "analyze_video", stop)
    before = set(tmp_path.iterdir())
    assert analyze(red, "--json", tmp_path / "out.json", "--pdf", tmp_path / "out.pdf") == 130
    assert set(tmp_path.iterdir()) == before
    assert "Stopped" in capsys.readouterr().err


def test_the_bar_tells_seconds_frames_and_faces_even_where_the_length_is_not_known():
    with (
        progress_bar("clip.mp4", 10.4) as known,
        progress_bar("a very long name of a file from a telephone.mp4", None) as unknown,
    ):
        for shown in (known, unknown):
            shown.set_postfix_str("12 frames, 7 faces", refresh=False)
            shown.update(2.46)
        assert str(known).startswith("clip.mp4: 2 of 10 s |")
        assert str(known).endswith(", 12 frames, 7 faces")
        assert " left" in str(known)
        assert str(unknown).startswith("a very long name of a f…: 2 s |")
