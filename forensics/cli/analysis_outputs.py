"""Where the outcomes of an analysis go: the table, the JSON document, the masks, the report, a video's own files."""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image
from tqdm import tqdm

from forensics.analysis.reference_wording import misfit_sentence
from forensics.analysis.references import find_misfits
from forensics.cli.console import log
from forensics.cli.input_files import canonical_path
from forensics.cli.report import explain_faces, peak_entry, report_pdf
from forensics.cli.table import header_line, table_lines
from forensics.cli.unfinished_run import UnfinishedRun
from forensics.cli.video_progress import progress_bar
from forensics.decision.strength_wording import Noun
from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.export.csv_table import csv_text
from forensics.export.image_document import analysis_document, file_entry, probability_map, to_json
from forensics.formatting import display_name, utf8_path
from forensics.io.atomic_write import atomic_write
from forensics.messages.catalogue import sentence, text
from forensics.types.analysis import AnalysisSettings, FailedFile, ImageResult
from forensics.types.outcome import Outcome
from forensics.types.video import VideoResult
from forensics.types.video_codes import EndingCode
from forensics.versions import software_versions

if TYPE_CHECKING:
    from explain.report import ReportedVideo
    from explain.types import Explanation, ExplanationRequest
    from forensics.detectors.registry import Detector


@dataclass(slots=True)
class AnalysisOutputs:
    """Takes the outcomes one by one. Of each it keeps a few numbers; only a report needs the results themselves."""

    json: Path | None
    pdf: Path | None
    masks: Path | None
    detector: "Detector"
    questions: tuple["ExplanationRequest", ...] = ()
    csv: Path | None = None
    annotated: Path | None = None
    originals: Iterable[Path] = ()
    unfinished: UnfinishedRun | None = None
    failed: list[FailedFile] = field(default_factory=list)
    _protected: dict[Path, Path] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    """Hashes of files that were analyzed, and of which not all that was asked for could be written."""
    _entries: list[dict[str, Any]] = field(default_factory=list)
    _entry_of_hash: dict[str, dict[str, Any]] = field(default_factory=dict)
    _results: list[ImageResult] = field(default_factory=list)
    _videos: list["ReportedVideo"] = field(default_factory=list)
    _explanations: dict[tuple[str, int], tuple["Explanation", ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._protected = {_canonical_target(original): original for original in self.originals}
        if self.unfinished and not self.pdf:  # a report needs the results themselves
            self._entry_of_hash |= self.unfinished.done

    def check(self, sha256: str) -> None:
        """Ask before the work whether the files named by this hash would take the place of one that is to be analyzed.
        Raises MediaError (`wrong_output`)."""
        folders = {"--masks": (self.masks, "png"), "--csv": (self.csv, "csv"), "--annotated": (self.annotated, "mp4")}
        for option, (folder, suffix) in folders.items():
            original = self._protected.get(_canonical_target(folder / f"{sha256}.{suffix}")) if folder else None
            if original:
                raise MediaError(MediaCode.OVER_ORIGINAL, option=option, name=display_name(original.name))

    def begin(self) -> None:
        if not self.json:
            sys.stdout.write(header_line() + "\n")

    def add(self, path: Path, outcome: Outcome) -> None:
        """Write what can be written at once. Raises OSError; MediaError where a video cannot be read any more."""
        entry = file_entry(outcome, str(path))
        _say_misfits(outcome)
        if isinstance(outcome, FailedFile):
            self.failed.append(outcome)
            log(f"{display_name(str(path))}: {sentence(outcome.fact)}")
        elif isinstance(outcome, VideoResult):
            self._take_video(outcome, entry)
        else:
            self._take_picture(outcome, entry)
        self._list(entry)
        if not isinstance(outcome, FailedFile):
            self._entry_of_hash[entry["sha256"]] = entry
            if self.unfinished and entry["sha256"] not in self.incomplete:
                self.unfinished.keep(entry)

    def _take_picture(self, result: ImageResult, entry: dict[str, Any]) -> None:
        if self.questions:
            self._explain(result, entry["faces"])
        if self.masks:
            atomic_write(self.masks / f"{result.media.sha256}.png", _png(result))
        if self.pdf:
            self._results.append(result)

    def _take_video(self, result: VideoResult, entry: dict[str, Any]) -> None:
        sha256 = result.video.sha256
        if result.ended:
            log(f"{result.video.name}: {sentence(result.ended)}")
            if result.ended.code == EndingCode.DECODING_FAILED:
                self.incomplete.add(sha256)  # another run tries again
        if self.csv:
            atomic_write(self.csv / f"{sha256}.csv", csv_text(result))
        for still in self._worst_moments(result):
            region = still.findings[0].region
            if self.masks:
                atomic_write(self.masks / f"{sha256}_{region.face_id}.png", _png(still))
            if self.questions:
                place = (region.face_id, region.seconds)
                self._explain(still, [f for f in entry["faces"] if (f["face_id"], f["seconds"]) == place])
        if self.annotated:
            self._annotate(result, self.annotated / f"{sha256}.mp4")
        if self.pdf:
            from explain.drawing.key_frames import key_frames  # noqa: PLC0415
            from explain.report import ReportedVideo  # noqa: PLC0415

            self._videos.append(ReportedVideo(result, key_frames(result, self.detector)))

    def _annotate(self, result: VideoResult, target: Path) -> None:
        """A copy that cannot be made takes nothing from what was found."""
        try:
            _annotate(result, target)
        except MediaError as error:
            self.incomplete.add(result.video.sha256)
            log(f"{result.video.name}: {error}")

    def _worst_moments(self, result: VideoResult) -> Iterator[ImageResult]:
        """None where nothing is made of them."""
        from explain.drawing.key_frames import most_suspect_frames  # noqa: PLC0415

        return most_suspect_frames(result, self.detector) if self.masks or self.questions else iter(())

    def repeat(self, path: Path, sha256: str) -> bool:
        """List these bytes once more under another path. False where they were not analyzed before."""
        if sha256 not in self._entry_of_hash:
            return False
        self._list(self._entry_of_hash[sha256] | {"path": utf8_path(str(path)), "name": display_name(path.name)})
        return True

    def finish(self, settings: AnalysisSettings, command_line: str) -> None:
        """Write what needs all outcomes. Raises OSError."""
        content = None
        if self.json:
            content = to_json(
                analysis_document(self.detector.card, settings, software_versions(), self._entries)
            ).encode("utf-8")
            atomic_write(self.json, content)
            if self.unfinished:
                self.unfinished.finish()
        if self.pdf:
            atomic_write(self.pdf, self._report(command_line, content))

    def _report(self, command_line: str, data_file: bytes | None) -> bytes:
        pictures = [*self._results, *(still for case in self._videos for still in case.stills)]
        faces = {(picture.media.sha256, finding.region.face_id) for picture in pictures for finding in picture.findings}
        shown = {face: maps for face, maps in self._explanations.items() if face in faces}
        return report_pdf(tuple(self._results), tuple(self._videos), tuple(self.failed), shown, command_line, data_file)

    def _explain(self, result: ImageResult, faces: list[dict[str, Any]]) -> None:
        """Add to the entry of every face where each map peaks; keep the maps if a report will show them."""
        found = explain_faces(result, self.detector, self.questions)
        for face in faces:
            crop_box = result.finding(face["face_id"]).region.crop_box
            face["explanations"] = [peak_entry(e, crop_box) for e in found.get(face["face_id"], ())]
        if self.pdf:
            self._explanations |= {(result.media.sha256, face_id): maps for face_id, maps in found.items()}

    def _list(self, entry: dict[str, Any]) -> None:
        if self.json:
            self._entries.append(entry)
        elif not entry["error"]:
            tqdm.write("\n".join(table_lines(entry)), file=sys.stdout)


def _say_misfits(outcome: Outcome) -> None:
    """Which reference pictures may not fit this file, one line each."""
    if isinstance(outcome, FailedFile):
        return
    noun: Noun = "person" if isinstance(outcome, VideoResult) else "face"
    name = outcome.video.name if isinstance(outcome, VideoResult) else outcome.media.name
    for misfit in find_misfits(outcome):
        log(f"{name}: {misfit_sentence(misfit, noun)}")


def _canonical_target(path: Path) -> Path:
    """One value for all spellings of a path, also where case counts for nothing, and for the masks of all persons."""
    return canonical_path(path.parent) / re.sub(r"_\d+\.png$", ".png", path.name.casefold())


def _png(result: ImageResult) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(probability_map(result)).save(stream, "PNG")
    return stream.getvalue()


def _annotate(result: VideoResult, target: Path) -> None:
    from explain.drawing.annotated_video import annotate_video  # noqa: PLC0415

    seconds = result.seconds
    with progress_bar(text("cli-drawing", name=result.video.name), seconds) as shown:

        def say(share: float) -> None:
            shown.update(share * seconds - shown.n)

        annotate_video(result, target, say)
