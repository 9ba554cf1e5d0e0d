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
from forensics.faces.detection import face_finder
from forensics.measurements.metrics import Metric
from forensics.media.image import decode, read_media
from forensics.training.dataset import central_face
from forensics.types.analysis import AnalysisSettings, Decision, FaceFinding, FaceRegion, Frame, Verdict
from forensics.types.model_card import Figure

Change = Callable[[str, NDArray[np.uint8]], NDArray[np.uint8]]
"""From a picture's name and its (H, W, 3) uint8 RGB to what is analysed in its place."""


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
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


def together(parts: Sequence[Answers]) -> Answers:
    """The answers of several sets of pictures as one."""
    return Answers(
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.verdicts for part in parts]),
        np.concatenate([part.manipulated for part in parts]),
        np.concatenate([part.ratios for part in parts]),
    )


def balanced(pictures: Iterable[tuple[str, bytes]], limit: int | None) -> list[tuple[str, bytes]]:
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
    regions, _ = face_finder().find(frame, AnalysisSettings().max_faces)
    height, width = frame.pixels.shape[:2]
    return central_face(regions, width, height)


def central_finding(detector: Detector, frame: Frame) -> FaceFinding | None:
    """The finding of the face nearest to the middle; None where no face is found."""
    region = central_region(frame)
    return None if region is None else detector.score([region])[0]


def upright(content: bytes) -> Frame:
    """The picture as an analysis decodes it. Raises MediaError."""
    return decode(read_media(content, "benchmark"))


def score_pictures(
    detector: Detector, pictures: Sequence[tuple[str, bytes]], what: str, change: Change | None = None
) -> Answers:
    """pictures: (name, content). change: done to the pixels before the face is sought."""
    findings = []
    for name, content in tqdm(pictures, desc=f"{detector.card.name}, {what}", mininterval=5):
        frame = upright(content)
        if change is not None:
            frame = Frame(frame.index, frame.seconds, change(name, frame.pixels))
        findings.append(central_finding(detector, frame))
    return Answers(
        np.array([np.nan if finding is None else finding.fake_score for finding in findings]),
        np.array(["" if finding is None else finding.decision.verdict for finding in findings]),
        np.array([is_forged(name) for name, _ in pictures]),
        np.array([np.nan if finding is None else ratio_of(finding.decision) for finding in findings]),
    )


def ratio_of(decision: Decision) -> float:
    """The leading likelihood ratio; NaN where there is none."""
    return np.nan if decision.likelihood_ratio is None else decision.likelihood_ratio


def of_scores(name: str, statistic: Statistic, answers: Answers, data: str, command: str) -> Figure:
    """A statistic of the faces found, with its bootstrap interval."""
    scores, manipulated = answers.scored()
    low, high = bootstrap(statistic, scores, manipulated)
    return Figure(name, statistic(scores, manipulated), low, high, len(scores), data, command)


def share(name: str, hits: NDArray[np.bool_], data: str, command: str) -> Figure:
    """How many of the cases are hits, with its Clopper-Pearson interval: 0 to 1 where there is no case."""
    low, high = clopper_pearson(int(hits.sum()), len(hits)) if len(hits) else (0.0, 1.0)
    return Figure(name, float(hits.sum()) / max(1, len(hits)), low, high, len(hits), data, command)


def false_alarms(answers: Answers, data: str, command: str) -> Figure:
    """Untouched faces called manipulated, of those evaluated."""
    return share(Metric.FALSE_ALARMS, answers.called(Verdict.SIGNS, False), data, command)


def unanswered(answers: Answers, data: str, command: str) -> list[Figure]:
    """Pictures whose face was not found, and faces found on which nothing was said."""
    refused = answers.verdicts[answers.found] == Verdict.NOT_EVALUATED
    return [
        share(Metric.NOT_FOUND, ~answers.found, data, command),
        share(Metric.NOT_EVALUATED, refused, data, command),
    ]
