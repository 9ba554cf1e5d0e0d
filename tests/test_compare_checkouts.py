import json
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from small_detector import small_card
from test_results import finding, result

from docs.compare_checkouts import differences
from forensics.export.image_document import analysis_document, file_entry, to_json
from forensics.types.analysis import AnalysisSettings, Box


def output(folder: Path, lines: tuple[str, ...] = ("score 0.875",), mask: bytes = b"mask", **changes: object) -> Path:
    """As an analysis leaves it. changes: of the one face in its JSON."""
    (folder / "masks").mkdir(parents=True)
    (folder / "masks" / "a.png").write_bytes(mask)
    entry = file_entry(result(finding(1, Box(0, 0, 4, 4), 0.5)))
    entry["faces"][0] |= changes
    values = analysis_document(small_card(), AnalysisSettings(), {"telltale": folder.name}, [entry])
    (folder / "out.json").write_text(to_json(values))
    canvas = Canvas(str(folder / "out.pdf"))
    for number, line in enumerate(lines):
        canvas.drawString(100, 700 - 20 * number, line)
    canvas.save()
    return folder


def test_the_same_words_on_other_lines_are_no_difference(tmp_path):
    old, new = output(tmp_path / "old"), output(tmp_path / "new", lines=("score", "0.875"))
    assert list(differences(old, new)) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"fake_score": 0.8750000000000001}, "out.json/files/0/faces/0/fake_score: 0.875 and 0.8750000000000001"),
        ({"mask": b"other"}, "masks/a.png differs"),
        ({"lines": ("score 0.875", "0.875")}, "out.pdf: '0.875' 1 times and 2 times"),
    ],
)
def test_whatever_else_differs_is_named(tmp_path, change, found):
    assert list(differences(output(tmp_path / "old"), output(tmp_path / "new", **change))) == [found]


def test_a_fact_is_its_sentence(tmp_path):
    old = output(tmp_path / "old")
    reason = json.loads((old / "out.json").read_text())["files"][0]["faces"][0]["reason"]
    told = reason | {"code": "told", "group": "told", "parameters": {}}
    assert list(differences(old, output(tmp_path / "new", reason=told))) == []
    assert len(list(differences(old, output(tmp_path / "other", reason=told | {"sentence": "No."})))) == 1
