"""Where the outcomes of an analysis go: the table, the JSON document, the masks, the report."""

import io
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from tqdm import tqdm

from forensics.commands.reporting import explain_faces, peak_entry, report_pdf
from forensics.commands.writing import write_whole
from forensics.environment import versions
from forensics.names import path_text, shown_name
from forensics.results import document, file_entry, probability_map, to_json
from forensics.types import AnalysisResult, AnalysisSettings, FailedFile, Outcome

if TYPE_CHECKING:
    from explain.types import Explanation, Question
    from forensics.detectors import Detector

HEADING = f"{'SCORE':>5}  {'DECISION':<21}  {'FACE':>4}  {'BOX':<23}  FILE"


@dataclass(slots=True)
class Outputs:
    """Takes the outcomes one by one. Of each it keeps a few numbers; only a report needs the results themselves."""

    json: Path | None
    pdf: Path | None
    masks: Path | None
    detector: "Detector"
    questions: tuple["Question", ...] = ()
    failed: list[FailedFile] = field(default_factory=list)
    _entries: list[dict] = field(default_factory=list)
    _entry_of_hash: dict[str, dict] = field(default_factory=dict)
    _results: list[AnalysisResult] = field(default_factory=list)
    _explanations: dict[tuple[str, int], tuple["Explanation", ...]] = field(default_factory=dict)

    def begin(self) -> None:
        if not self.json:
            sys.stdout.write(HEADING + "\n")

    def take(self, path: Path, outcome: Outcome) -> None:
        """Write what can be written at once. Raises OSError."""
        entry = file_entry(outcome, str(path))
        if isinstance(outcome, AnalysisResult) and self.questions:
            self._explain(outcome, entry)
        self._list(entry)
        if isinstance(outcome, FailedFile):
            self.failed.append(outcome)
            say(f"{shown_name(str(path))}: {outcome.message}")
            return
        self._entry_of_hash[outcome.media.sha256] = entry
        if self.masks:
            write_whole(self.masks / f"{outcome.media.sha256}.png", _png(outcome))
        if self.pdf:
            self._results.append(outcome)

    def repeat(self, path: Path, sha256: str) -> bool:
        """List these bytes once more under another path. False where they were not analysed before."""
        if sha256 not in self._entry_of_hash:
            return False
        self._list(self._entry_of_hash[sha256] | {"path": path_text(str(path)), "name": shown_name(path.name)})
        return True

    def finish(self, settings: AnalysisSettings, command_line: str) -> None:
        """Write what needs all outcomes. Raises OSError."""
        content = None
        if self.json:
            content = to_json(document(self.detector.card, settings, versions(), self._entries)).encode("utf-8")
            write_whole(self.json, content)
        if self.pdf:
            report = report_pdf(tuple(self._results), tuple(self.failed), self._explanations, command_line, content)
            write_whole(self.pdf, report)

    def _explain(self, result: AnalysisResult, entry: dict) -> None:
        """Add to every face of the entry where each map peaks; keep the maps if a report will show them."""
        found = explain_faces(result, self.detector, self.questions)
        for face in entry["faces"]:
            crop_box = result.finding(face["face_id"]).region.crop_box
            face["explanations"] = [peak_entry(e, crop_box) for e in found.get(face["face_id"], ())]
        if self.pdf:
            self._explanations |= {(result.media.sha256, face_id): maps for face_id, maps in found.items()}

    def _list(self, entry: dict) -> None:
        if self.json:
            self._entries.append(entry)
        elif not entry["error"]:
            tqdm.write("\n".join(table_lines(entry)), file=sys.stdout)


def say(sentence: str) -> None:
    """One line on the standard error, above the progress bar where there is one."""
    tqdm.write(f"telltale: {sentence}", file=sys.stderr)


def table_lines(entry: dict) -> list[str]:
    """One line a face, or one that says there is none. entry: from `forensics.results.file_entry`."""
    name = shown_name(entry["path"])
    faces = [
        f"{face['fake_score']:5.3f}  {face['decision']:<21}  {face['face_id']:>4}  "
        f"{', '.join(str(edge) for edge in face['box']):<23}  {name}"
        for face in entry["faces"]
    ]
    return faces or [f"{'-':>5}  {'no face found':<21}  {'-':>4}  {'-':<23}  {name}"]


def _png(result: AnalysisResult) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(probability_map(result)).save(stream, "PNG")
    return stream.getvalue()
