"""Pictures through the product's own path, and figures made of the answers.

Every picture goes the way an upload goes: decoding, face finding, crop, network, decision. The label of a picture is
that of its central face. Areas under curves count every face found, those the gate refuses too: a network is not spared
its hard cases. Shares of verdicts count the faces that got one. How many got none is a figure of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from forensics.benchmark.statistics import Statistic, bootstrap
from forensics.decision.calibration import clopper_pearson
from forensics.detectors.registry import Detector
from forensics.faces.detection import shared_face_detector
from forensics.measurements.metrics import Metric
from forensics.media.image import decode_image, probe_image
from forensics.training.dataset import central_face
from forensics.types.analysis import AnalysisSettings, Decision, FaceFinding, FaceRegion, Frame, Verdict
from forensics.types.model_card import Measurement

Change = Callable[[str, NDArray[np.uint8]], NDArray[np.uint8]]
"""From a picture's name and its (H, W, 3) uint8 RGB to what is analyzed in its place."""


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """What a detector said of the central faces of n pictures.

    scores: (n,) float64 fake_score, NaN where no face was found. verdicts: (n,) str, empty where no face was found.
    manipulated: (n,) bool, the labels. ratios: (n,) float64 likelihood ratio, NaN where there is none.
    """

    scores: NDArray[np.float64]
    verdicts: NDArray[np.str_]
    manipulated: NDArray[np.bool_]
    ratios: NDArray[np.float64]

    @property
    def found(self) -> NDArray[np.bool_]:
        return ~np.isnan(self.scores)

    def scored(self) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Scores and labels of the faces found."""
        return self.scores[self.found], self.manipulated[self.found]

    def called(self, verdict: Verdict, manipulated: bool) -> NDArray[np.bool_]:
        """(m,) bool: which of the m evaluated faces of that label got the verdict."""
        evaluated = self.found & (self.verdicts != Verdict.NOT_EVALUATED) & (self.manipulated == manipulated)
        return self.verdicts[evaluated] == verdict


def concatenate(parts: Sequence[Predictions]) -> Predictions:
    """The answers of several sets of pictures as one."""
    return Predictions(
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.verdicts for part in parts]),
        np.concatenate([part.manipulated for part in parts]),
        np.concatenate([part.ratios for part in parts]),
    )


def balanced_subset(pictures: Iterable[tuple[str, bytes]], limit: int | None) -> list[tuple[str, bytes]]:
    """At most `limit` of the pictures (name, content): every k-th untouched and every k-th forged one, half each."""
    every = sorted(pictures)
    if not limit or limit >= len(every):
        return every
    halves = [[p for p in every if is_forged(p[0]) == forged] for forged in (False, True)]
    return [half[i] for half in halves for i in np.linspace(0, len(half) - 1, min(limit // 2, len(half))).astype(int)]


def is_forged(name: str) -> bool:
    """Whether the archives' names call a picture forged."""
    return "fake/" in name


def central_region(frame: Frame) -> FaceRegion | None:
    """The face nearest to the middle; None where no face is found."""
    regions, _ = shared_face_detector().detect(frame, AnalysisSettings().max_faces)
    height, width = frame.pixels.shape[:2]
    return central_face(regions, width, height)


def central_finding(detector: Detector, frame: Frame) -> FaceFinding | None:
    """The finding of the face nearest to the middle; None where no face is found."""
    region = central_region(frame)
    return None if region is None else detector.score([region])[0]


def decode_as_analysis(content: bytes) -> Frame:
    """The picture as an analysis decodes it. Raises MediaError."""
    return decode_image(probe_image(content, "benchmark"))


def score_pictures(
    detector: Detector, pictures: Sequence[tuple[str, bytes]], what: str, change: Change | None = None
) -> Predictions:
    """pictures: (name, content). change: done to the pixels before the face is sought."""
    findings = []
    for name, content in tqdm(pictures, desc=f"{detector.card.name}, {what}", mininterval=5):
        frame = decode_as_analysis(content)
        if change is not None:
            frame = Frame(frame.index, frame.seconds, change(name, frame.pixels))
        findings.append(central_finding(detector, frame))
    return Predictions(
        np.array([np.nan if finding is None else finding.fake_score for finding in findings]),
        np.array(["" if finding is None else finding.decision.verdict for finding in findings]),
        np.array([is_forged(name) for name, _ in pictures]),
        np.array([np.nan if finding is None else leading_ratio(finding.decision) for finding in findings]),
    )


def leading_ratio(decision: Decision) -> float:
    """The leading likelihood ratio; NaN where there is none."""
    return np.nan if decision.likelihood_ratio is None else decision.likelihood_ratio


def bootstrap_metric(name: str, statistic: Statistic, answers: Predictions, data: str, command: str) -> Measurement:
    """A statistic of the faces found, with its bootstrap interval."""
    scores, manipulated = answers.scored()
    low, high = bootstrap(statistic, scores, manipulated)
    return Measurement(name, statistic(scores, manipulated), low, high, len(scores), data, command)


def proportion(name: str, hits: NDArray[np.bool_], data: str, command: str) -> Measurement:
    """How many of the cases are hits, with its Clopper-Pearson interval: 0 to 1 where there is no case."""
    low, high = clopper_pearson(int(hits.sum()), len(hits)) if len(hits) else (0.0, 1.0)
    return Measurement(name, float(hits.sum()) / max(1, len(hits)), low, high, len(hits), data, command)


def false_alarm_rate(answers: Predictions, data: str, command: str) -> Measurement:
    """Untouched faces called manipulated, of those evaluated."""
    return proportion(Metric.FALSE_ALARMS, answers.called(Verdict.SIGNS, False), data, command)


def coverage_metrics(answers: Predictions, data: str, command: str) -> list[Measurement]:
    """Pictures whose face was not found, and faces found on which nothing was said."""
    refused = answers.verdicts[answers.found] == Verdict.NOT_EVALUATED
    return [
        proportion(Metric.NOT_FOUND, ~answers.found, data, command),
        proportion(Metric.NOT_EVALUATED, refused, data, command),
    ]
