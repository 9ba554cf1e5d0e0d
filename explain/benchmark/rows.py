"""What is written down of one method on one face, kept on disk so that a broken run goes on where it was."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypedDict, Unpack

from explain.benchmark.cases import BenchmarkSample
from explain.faithfulness import assess_faithfulness, mask_agreement, random_map_metrics
from explain.faithfulness.controls import draw_random_maps
from explain.faithfulness.masked_scorer import MaskedScorer
from explain.faithfulness.metrics import map_metrics
from explain.methods import METHODS, explain
from explain.methods.face_input import explainable
from explain.methods.map_resolution import downscaled_size
from explain.types import Explanation, ExplanationRequest, MapMetrics, MaskAgreement
from forensics.detectors.registry import Detector
from forensics.errors import ExplanationError
from forensics.io.atomic_write import atomic_write
from forensics.measurements import dataset_names
from forensics.types.analysis import FaceFinding, Verdict
from forensics.validation import present

RANDOM_METHOD = dataset_names.RANDOM_MAP

ASSESSED_EVERY = 5
"""One face in so many has its maps drawn again for randomized weights and noisy copies, which costs three
times as much as all the rest."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One map of one face. deletion and insertion: areas; random_…: means of the random maps of this face; energy,
    mask_share, pointing_hit, iou: with the true mask; the last four: None where the map was not assessed."""

    case: str
    data: str
    method: str
    detected: bool
    deletion: float
    insertion: float
    road: float
    infidelity: float
    sparseness: float
    random_deletion: float
    random_insertion: float
    random_road: float
    energy: float
    mask_share: float
    pointing_hit: bool
    iou: float
    rank_correlation: float | None = None
    randomised_gap: float | None = None
    max_sensitivity: float | None = None
    trust: str | None = None


class Assessed(TypedDict, total=False):
    """The last four fields of MapRow."""

    rank_correlation: float | None
    randomised_gap: float | None
    max_sensitivity: float | None
    trust: str | None


def map_rows(case: BenchmarkSample, number: int, detector: Detector, folder: Path) -> list[MapRow]:
    """The rows of a face, one a method that has an answer and one of the first random map; read from `folder` where
    they are."""
    path = folder / f"{case.data.replace(' ', '-')}_{case.name}.json"
    if path.is_file():
        return [MapRow(**row) for row in json.loads(path.read_text())]
    finding = detector.score([case.region])[0]
    random = random_map_metrics(detector, finding, ExplanationRequest("gradcam"))
    first_map = next(draw_random_maps(downscaled_size(*finding.region.crop.shape[:2])))
    rows = [_row(case, finding, RANDOM_METHOD, random[0], random, mask_agreement(first_map, case.mask))]
    for method in METHODS:
        try:
            explanation = explain(detector, finding, ExplanationRequest(method, seed=number))
        except ExplanationError:
            continue
        rows.append(_measured(case, finding, explanation, random, detector, number % ASSESSED_EVERY == 0))
    folder.mkdir(parents=True, exist_ok=True)
    atomic_write(path, json.dumps([asdict(row) for row in rows], indent=1))
    return rows


def _measured(
    case: BenchmarkSample,
    finding: FaceFinding,
    explanation: Explanation,
    random: Sequence[MapMetrics],
    detector: Detector,
    assessed: bool,
) -> MapRow:
    true = mask_agreement(explanation.heat_map, case.mask)
    if not assessed:
        scorer = MaskedScorer(explainable(detector), finding, explanation.question)
        own = map_metrics(scorer, explanation.heat_map, None)
        return _row(case, finding, explanation.method, own, random, true)
    found = present(assess_faithfulness(detector, finding, explanation, random).faithfulness)
    return _row(
        case,
        finding,
        explanation.method,
        found.figures,
        random,
        true,
        rank_correlation=found.rank_correlation,
        randomised_gap=None if found.randomised is None else found.randomised.gap,
        max_sensitivity=found.max_sensitivity,
        trust=found.trust,
    )


def _row(
    case: BenchmarkSample,
    finding: FaceFinding,
    method: str,
    own: MapMetrics,
    random: Sequence[MapMetrics],
    true: MaskAgreement,
    **assessed: Unpack[Assessed],
) -> MapRow:
    return MapRow(
        case=case.name,
        data=case.data,
        method=method,
        detected=finding.decision.verdict == Verdict.SIGNS,
        deletion=own.deletion_area,
        insertion=own.insertion_area,
        road=own.road,
        infidelity=own.infidelity,
        sparseness=own.sparseness,
        random_deletion=statistics.mean(one.deletion_area for one in random),
        random_insertion=statistics.mean(one.insertion_area for one in random),
        random_road=statistics.mean(one.road for one in random),
        energy=true.energy,
        mask_share=true.mask_share,
        pointing_hit=true.pointing_hit,
        iou=true.iou,
        **assessed,
    )
