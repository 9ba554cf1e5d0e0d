"""Where the outcomes of an analysis go."""

from pathlib import Path

import numpy as np
from small_detector import small_detector
from video_values import SHA256, small_result

from forensics.cli.analysis_outputs import AnalysisOutputs
from forensics.error_codes import MediaCode
from forensics.faces.detection import whole_frame_region
from forensics.facts import Fact, told_fact
from forensics.types.analysis import AnalysisSettings, FailedFile, Frame, ImageFile, ImageResult, Skipped


def result(sha256: str, faces: int = 1) -> ImageResult:
    detector, pixels = small_detector(), np.full((12, 10, 3), 100, np.uint8)
    findings = tuple(detector.score([whole_frame_region(Frame(0, 0.0, pixels))] * faces))
    media = ImageFile("a.png", "image", b"", sha256, "image/png", 10, 12)
    return ImageResult(media, detector.card, AnalysisSettings(), findings, (Skipped(told_fact("Why.")),), {}, pixels)


def test_a_long_folder_leaves_nothing_but_entries_in_memory():
    outputs = AnalysisOutputs(Path("out.json"), None, None, small_detector())
    for number in range(3):
        outputs.add(Path(f"{number}.png"), result(f"{number:064x}"))
    assert outputs._results == []
    assert [entry["path"] for entry in outputs._entries] == ["0.png", "1.png", "2.png"]


def test_without_json_not_even_entries_pile_up(capsys):
    outputs = AnalysisOutputs(None, None, None, small_detector())
    outputs.add(Path("a.png"), result("0" * 64))
    assert outputs._entries == []
    assert "a.png" in capsys.readouterr().out


def test_a_report_keeps_the_results():
    outputs = AnalysisOutputs(Path("out.json"), Path("out.pdf"), None, small_detector())
    kept = result("0" * 64)
    outputs.add(Path("a.png"), kept)
    assert outputs._results == [kept]


def test_only_bytes_that_were_analyzed_can_be_repeated():
    outputs = AnalysisOutputs(Path("out.json"), None, None, small_detector())
    assert not outputs.repeat(Path("b.png"), "0" * 64)
    outputs.add(Path("bad.png"), FailedFile("bad.png", Fact(MediaCode.SEVERAL_PAGES), "1" * 64))
    assert not outputs.repeat(Path("bad2.png"), "1" * 64)
    outputs.add(Path("a.png"), result("0" * 64))
    assert outputs.repeat(Path("b\udcff.png"), "0" * 64)
    assert [entry["path"] for entry in outputs._entries] == ["bad.png", "a.png", "b?.png"]
    assert outputs._entries[2]["faces"] == outputs._entries[1]["faces"]


def test_a_video_leaves_its_entry_alone_in_memory_and_its_table_in_the_folder(tmp_path):
    outputs = AnalysisOutputs(Path("out.json"), None, None, small_detector(), csv=tmp_path)
    outputs.add(Path("clip.mp4"), small_result())
    assert (outputs._results, outputs._videos) == ([], [])
    assert [(entry["kind"], len(entry["faces"])) for entry in outputs._entries] == [("video", 7)]
    assert (tmp_path / f"{SHA256}.csv").read_bytes().startswith(b"person,frame,seconds")
    assert outputs.repeat(Path("again.mp4"), SHA256)
    assert [entry["name"] for entry in outputs._entries] == ["clip.mp4", "again.mp4"]


def test_a_video_has_a_line_a_person_in_the_table(capsys):
    AnalysisOutputs(None, None, None, small_detector()).add(Path("clip.mp4"), small_result())
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == ["clip.mp4", "clip.mp4"]
