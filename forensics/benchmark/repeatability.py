"""Whether the same file gets the same scores, however it is analyzed: the greatest difference over the samples."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cv2
import torch

from forensics.analysis.image import analyze_image
from forensics.analysis.video import analyze_video
from forensics.cores import THREADS
from forensics.detectors.registry import Detector, load_detector, read_detector, weights_dir
from forensics.export.image_document import file_entry
from forensics.jobs.job import FINISHED, File, Photograph
from forensics.jobs.job_manager import JobManager
from forensics.measurements.metrics import Metric
from forensics.media.decoding_process import probe_image
from forensics.media.video.decoding_process import probe
from forensics.storage.content_store import hash_file, store_file
from forensics.types.analysis import AnalysisSettings
from forensics.types.model_card import Measurement
from forensics.types.outcome import Outcome
from forensics.validation import require

COMMAND = "python -m forensics benchmark repeatability"
SAMPLES = Path(__file__).parents[2] / "sample_media"
ROOT = SAMPLES.parent

PICTURES = (".jpg", ".png", ".webp")

POLL_SECONDS = 0.05

Scores = Mapping[tuple[str, int, int], float]
"""By name of the file, face or person, and frame."""


def run_repeatability(detector: Detector, paths: Sequence[Path] = ()) -> list[Measurement]:
    """The figures. paths: pictures and videos; without any the samples."""
    paths = paths or sorted(path for path in SAMPLES.iterdir() if path.suffix in (*PICTURES, ".mp4"))
    settings = AnalysisSettings(detector=detector.card.name, sample_fps=1.0)
    with _threads(1):
        detector = _loaded_anew(detector)
        alone = _scores(detector, paths, settings)
        again = _scores(detector, paths, settings)
        in_company = _scores(detector, paths[::-1], settings)
        one_by_one = _scored_one_by_one(detector, paths, settings)
    with _threads(2):
        detector = _loaded_anew(detector)
        on_two_threads = _scores(detector, paths, settings)
        by_jobs = _scores_of_jobs(detector, paths, settings)
        by_command = _scores_of_command(paths, settings)
    return [
        _difference(Metric.DIFFERENCE_AGAIN, alone, again),
        _difference(Metric.DIFFERENCE_IN_COMPANY, alone, in_company),
        _difference(Metric.DIFFERENCE_ONE_BY_ONE, {key: alone[key] for key in one_by_one}, one_by_one),
        _difference(Metric.DIFFERENCE_OF_THREADS, alone, on_two_threads),
        _difference(Metric.DIFFERENCE_OF_PAGE, by_command, by_jobs),
    ]


def _difference(name: Metric, some: Scores, others: Scores) -> Measurement:
    require(some.keys() == others.keys(), f"{name}: other faces were found")
    greatest = max(abs(some[key] - others[key]) for key in some)
    return Measurement(name, greatest, None, None, len(some), SAMPLES.name, COMMAND)


@contextmanager
def _threads(number: int) -> Iterator[None]:
    before = torch.get_num_threads(), cv2.getNumThreads()
    torch.set_num_threads(number)
    cv2.setNumThreads(number)
    try:
        with environment(THREADS, str(number)):
            yield
    finally:
        torch.set_num_threads(before[0])
        cv2.setNumThreads(before[1])


def _loaded_anew(detector: Detector) -> Detector:
    """For an engine has its threads from the beginning. One without weights on the disk as it is."""
    name = detector.card.name
    return read_detector(name, weights_dir(name)) if detector is load_detector(name) else detector


def _scores(detector: Detector, paths: Sequence[Path], settings: AnalysisSettings) -> Scores:
    return _merged(file_entry(_outcome(detector, path, settings)) for path in paths)


def _outcome(detector: Detector, path: Path, settings: AnalysisSettings) -> Outcome:
    if path.suffix in PICTURES:
        return analyze_image(probe_image(path.read_bytes(), path.name), settings, detector)
    return analyze_video(probe(path, path.name, hash_file(path)[0]), settings, detector)


def _merged(entries: Iterator[dict[str, Any]]) -> Scores:
    return {
        (entry["name"], face["face_id"], face["frame_index"]): face["fake_score"]
        for entry in entries
        for face in entry["faces"]
        if face["fake_score"] is not None
    }


def _scored_one_by_one(detector: Detector, paths: Sequence[Path], settings: AnalysisSettings) -> Scores:
    """Each face of a picture by itself; usually all of a picture go through the network together."""
    scores = {}
    for path in paths:
        if path.suffix in PICTURES:
            result = analyze_image(probe_image(path.read_bytes(), path.name), settings, detector)
            for found in result.findings:
                (score,) = detector.predict_scores([found.region])
                scores[path.name, found.region.face_id, found.region.frame_index] = score
    return scores


def _scores_of_jobs(detector: Detector, paths: Sequence[Path], settings: AnalysisSettings) -> Scores:
    """As the page has them: stored, in line, two videos and a photograph at the same time."""
    with TemporaryDirectory() as folder, environment("TELLTALE_HOME", folder):
        manager = JobManager()
        jobs = [manager.start(_stored(path), settings, detector, "benchmark") for path in paths]
        while any(job.state not in FINISHED for job in jobs):
            time.sleep(POLL_SECONDS)
        results = [job.result for job in jobs]
        require(None not in results, "an analysis failed")
        return _merged(file_entry(result) for result in results if result is not None)


def _stored(path: Path) -> File:
    kept = store_file(path.read_bytes())
    if path.suffix in PICTURES:
        return Photograph(path.name, kept.path, kept.sha256)
    return probe(kept.path, path.name, kept.sha256)


def _scores_of_command(paths: Sequence[Path], settings: AnalysisSettings) -> Scores:
    """As `analyze` writes them, in a process of its own."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [sys.executable, "-m", "forensics", "analyze", *map(str, paths), "--json", str(out)]
        options = ["--sample-fps", str(settings.sample_fps), "--detector", settings.detector]
        subprocess.run([*command, *options], check=True, cwd=ROOT)
        return _merged(iter(json.loads(out.read_text(encoding="utf-8"))["files"]))


@contextmanager
def environment(variable: str, value: str) -> Iterator[None]:
    before = os.environ.get(variable)
    os.environ[variable] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[variable]
        else:
            os.environ[variable] = before
