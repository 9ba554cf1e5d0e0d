"""Where the outcomes of an analysis go."""

from pathlib import Path

import numpy as np
from small_detector import small_detector

from forensics.commands.outputs import Outputs, table_lines
from forensics.faces import whole_picture
from forensics.results import file_entry
from forensics.types import AnalysisResult, AnalysisSettings, FailedFile, Frame, MediaFile, Skipped


def result(sha256: str, faces: int = 1) -> AnalysisResult:
    detector, pixels = small_detector(), np.full((12, 10, 3), 100, np.uint8)
    findings = tuple(detector.score([whole_picture(Frame(0, 0.0, pixels))] * faces))
    media = MediaFile("a.png", "image", b"", sha256, "image/png", 10, 12)
    return AnalysisResult(media, detector.card, AnalysisSettings(), findings, (Skipped("Why."),), {}, pixels)


def test_a_long_folder_leaves_nothing_but_entries_in_memory():
    outputs = Outputs(Path("out.json"), None, None, small_detector())
    for number in range(3):
        outputs.take(Path(f"{number}.png"), result(f"{number:064x}"))
    assert outputs._results == []
    assert [entry["path"] for entry in outputs._entries] == ["0.png", "1.png", "2.png"]


def test_without_json_not_even_entries_pile_up(capsys):
    outputs = Outputs(None, None, None, small_detector())
    outputs.take(Path("a.png"), result("0" * 64))
    assert outputs._entries == []
    assert "a.png" in capsys.readouterr().out


def test_a_report_keeps_the_results():
    outputs = Outputs(Path("out.json"), Path("out.pdf"), None, small_detector())
    kept = result("0" * 64)
    outputs.take(Path("a.png"), kept)
    assert outputs._results == [kept]


def test_only_bytes_that_were_analysed_can_be_repeated():
    outputs = Outputs(Path("out.json"), None, None, small_detector())
    assert not outputs.repeat(Path("b.png"), "0" * 64)
    outputs.take(Path("bad.png"), FailedFile("bad.png", "damaged", "Damaged.", "1" * 64))
    assert not outputs.repeat(Path("bad2.png"), "1" * 64)
    outputs.take(Path("a.png"), result("0" * 64))
    assert outputs.repeat(Path("b\udcff.png"), "0" * 64)
    assert [entry["path"] for entry in outputs._entries] == ["bad.png", "a.png", "b?.png"]
    assert outputs._entries[2]["faces"] == outputs._entries[1]["faces"]


def test_the_table_has_a_line_a_face_and_no_control_characters():
    entry = file_entry(result("0" * 64, faces=2), "dir/\x1b[31mred.png")
    first, second = table_lines(entry)
    assert first == "0.500  inconclusive              1  0, 0, 10, 12             dir/[31mred.png"
    assert second == first
    (none,) = table_lines(entry | {"faces": []})
    assert none == "    -  no face found             -  -                        dir/[31mred.png"
