"""How well persons are judged and followed in made videos, and when the forged seconds are found."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tqdm import tqdm

from forensics.benchmark.scoring import proportion
from forensics.benchmark.statistics import N_RESAMPLES, auc, bootstrap_mean
from forensics.benchmark.video_rows import TruePerson, VideoRow, video_row
from forensics.cores import usable_cores
from forensics.detectors.registry import Detector, load_detector
from forensics.fitting.card_changes import card_digest
from forensics.fitting.video_cases import VideoCase, all_cases
from forensics.fitting.video_people import People
from forensics.measurements.metrics import Metric
from forensics.measurements.video_names import ALONE, CRFS, TOGETHER, made_videos
from forensics.types.analysis import Verdict
from forensics.types.model_card import Measurement
from forensics.validation import present

COMMAND = "python -m forensics benchmark video"

SIGNS, NO_SIGNS = Verdict.SIGNS, Verdict.NO_SIGNS
ClipKey = tuple[str, str]
Clip = tuple[NDArray[np.float64], NDArray[np.bool_]]


def run_video(
    detector_name: str, folder: Path, out: Path, limit: int | None = None, *, alone: bool = False
) -> list[Measurement]:
    """All figures. Videos and rows are kept in `out`, the rows apart for each card. limit: at most so many videos,
    drawn from all kinds alike. alone: only videos of one person; how several are followed hangs on no card."""
    every = [case for case in all_cases(People(folder, "reporting")) if case.kind in ALONE or not alone]
    some = [every[i] for i in np.random.default_rng(0).permutation(len(every))[:limit].tolist()]
    work = partial(_work, detector_name=detector_name, folder=folder, out=out / "video")
    workers = usable_cores()
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=torch.set_num_threads, initargs=(1,)) as pool:
        rows = list(tqdm(pool.map(work, some), total=len(some), desc="videos", mininterval=5))
    command = f"{COMMAND} --detector {detector_name}" + (f" --limit {limit}" if limit else "")
    command += " --alone" if alone else ""
    return list(video_metrics(rows, command))


@cache
def _kinds_of_persons(folder: Path) -> People:
    return People(folder, "reporting")


def _work(case: VideoCase, detector_name: str, folder: Path, out: Path) -> VideoRow:
    detector: Detector = load_detector(detector_name)
    return video_row(case, _kinds_of_persons(folder), detector, out / "clips", out / card_digest(detector.card))


def video_metrics(rows: Sequence[VideoRow], command: str = COMMAND) -> Iterator[Measurement]:
    """Metrics of the rows of every kind, at each compression."""
    for kind in (*ALONE, *TOGETHER):
        for crf in CRFS:
            some = [row for row in rows if row.kind == kind and row.crf == crf]
            if some:
                yield from (_person_decision_metrics if kind in ALONE else _tracking_metrics)(
                    some, (made_videos(kind, crf), command)
                )


def _person_decision_metrics(rows: Sequence[VideoRow], where: ClipKey) -> Iterator[Measurement]:
    """Decisions on videos of one person each; who was not evaluated has no score, and is counted apart."""
    found = [(row, row.people[0], row.track_of(row.people[0])) for row in rows]
    scored = [(row, person, track) for row, person, track in found if track and not np.isnan(track.score)]
    persons = [(np.array([track.score]), np.array([person.span is not None])) for _, person, track in scored]
    frames = [_frame_scores(person) for _, person, _ in scored]
    flickers = [
        (np.nan_to_num([track.flicker]), truth) for (*_, track), (_, truth) in zip(scored, persons, strict=True)
    ]
    yield from _auc_metrics(persons, frames, flickers, where)
    untouched = [(person, track) for _, person, track in scored if person.span is None]
    forged = [(person, track) for _, person, track in scored if person.span is not None]
    alarms = np.array([track.verdict == SIGNS for _, track in untouched], bool)
    yield proportion(Metric.FALSE_ALARMS, alarms, *where)
    single = np.array([any(one.verdict == SIGNS for one in person.seen) for person, _ in untouched], bool)
    yield proportion(Metric.PEOPLE_WITH_FALSE_FRAMES, single, *where)
    yield proportion(Metric.PEOPLE_DETECTED, np.array([track.verdict == SIGNS for _, track in forged], bool), *where)
    yield proportion(Metric.PEOPLE_MISSED, np.array([track.verdict == NO_SIGNS for _, track in forged], bool), *where)
    yield proportion(
        Metric.PEOPLE_NOT_EVALUATED, np.array([track is None or np.isnan(track.score) for *_, track in found]), *where
    )
    errors = [_span_errors(present(person.span), track.spans) for person, track in forged]
    yield proportion(Metric.SPANS_FOUND, np.array([error is not None for error in errors], bool), *where)
    yield from _means(
        (Metric.SPAN_START_ERROR, Metric.SPAN_END_ERROR), [error for error in errors if error is not None], where
    )


def _frame_scores(person: TruePerson) -> Clip:
    """Scores of the frames that were evaluated, and which of them are forged."""
    counted = [one for one in person.seen if one.verdict != Verdict.NOT_EVALUATED]
    return np.array([one.score for one in counted]), np.array([one.forged for one in counted], bool)


def _auc_metrics(
    persons: Sequence[Clip], frames: Sequence[Clip], flickers: Sequence[Clip], where: ClipKey
) -> Iterator[Measurement]:
    """With 95 % intervals over videos: the frames of one video are no independent cases. Nothing where one kind of
    videos is missing.

    FRAME_AUC_UNTOUCHED_VIDEOS leaves out the untouched frames of forged videos: persons too are compared with other
    persons alone, which is harder than with themselves.
    """
    forged = np.array([bool(label.any()) for _, label in persons], bool)
    if forged.all() or not any(label.any() for _, label in frames):
        return
    generator = np.random.default_rng(0)
    kinds = np.nonzero(forged)[0], np.nonzero(~forged)[0]
    draws = [np.concatenate([generator.choice(kind, len(kind)) for kind in kinds]) for _ in range(N_RESAMPLES)]
    like = [(scores[truth], truth[truth]) if truth.any() else (scores, truth) for scores, truth in frames]
    every = (persons, frames, like, flickers)
    drawn = np.array([[_pooled_auc(sets, draw) for sets in every] for draw in draws])
    person, frame, alike, flicker = (_pooled_auc(sets, range(len(sets))) for sets in every)
    values = {
        Metric.PERSON_AUC: (person, drawn[:, 0]),
        Metric.FRAME_AUC: (frame, drawn[:, 1]),
        Metric.PERSON_AUC_GAIN: (person - frame, drawn[:, 0] - drawn[:, 1]),
        Metric.FRAME_AUC_UNTOUCHED_VIDEOS: (alike, drawn[:, 2]),
        Metric.FLICKER_AUC: (flicker, drawn[:, 3]),
    }
    for name, (value, redrawn) in values.items():
        low, high = np.nanquantile(redrawn, [0.025, 0.975])
        yield Measurement(name, value, float(low), float(high), len(persons), *where)


def _pooled_auc(clips: Sequence[Clip], which: Sequence[int] | NDArray[np.intp]) -> float:
    """The area under the curve of these clips together; NaN where they hold nothing forged."""
    scores, forged = (np.concatenate([clips[i][part] for i in which]) for part in (0, 1))
    return auc(scores, forged) if forged.any() else float("nan")


def _span_errors(true: tuple[float, float], spans: Sequence[tuple[float, float, str]]) -> tuple[float, float] | None:
    """Seconds by which the first and the last end of what is called manipulated in the forged seconds are off."""
    called = [(start, end) for start, end, verdict in spans if verdict == SIGNS]
    touching = [(start, end) for start, end in called if start < true[1] and end > true[0]]
    if not touching:
        return None
    return abs(touching[0][0] - true[0]), abs(touching[-1][1] - true[1])


def _tracking_metrics(rows: Sequence[VideoRow], where: ClipKey) -> Iterator[Measurement]:
    """How well persons were told apart in videos of several."""
    counts = [[count(row) for count in (_identity_switches, _track_splits, _mask_unions)] for row in rows]
    yield proportion(Metric.TRACKS_KEPT, np.array([not any(some) for some in counts], bool), *where)
    yield from _means((Metric.IDENTITY_SWITCHES, Metric.TRACK_SPLITS, Metric.TRACK_MERGES), counts, where)
    everybody = [person for row in rows for person in row.people]
    yield proportion(
        Metric.PEOPLE_NOT_TRACKED, np.array([person.face_id is None for person in everybody], bool), *where
    )
    forged = [(row, person) for row in rows for person in row.people if person.span is not None]
    if forged:
        right = [person.face_id is not None and row.strongest == person.face_id for row, person in forged]
        yield proportion(Metric.STRONGEST_IS_FORGED, np.array(right), *where)


def _identity_switches(row: VideoRow) -> int:
    """How often a person's track changes from one sighting to the next."""
    tracks = [[one.face_id for one in person.seen] for person in row.people]
    return sum(before != now for some in tracks for before, now in pairwise(some))


def _track_splits(row: VideoRow) -> int:
    return sum(max(0, len({one.face_id for one in person.seen}) - 1) for person in row.people)


def _mask_unions(row: VideoRow) -> int:
    whose = [{one.face_id for one in person.seen} for person in row.people]
    return sum(sum(track.face_id in some for some in whose) > 1 for track in row.tracks)


def _means(names: Sequence[str], values: Sequence[Sequence[float]], where: ClipKey) -> Iterator[Measurement]:
    """The mean of each column, with its bootstrap interval; nothing where there is no row."""
    for name, column in zip(names, np.array(values, float).T, strict=False):
        yield Measurement(name, float(column.mean()), *bootstrap_mean(column), len(column), *where)
