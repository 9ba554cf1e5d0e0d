"""The JSON document of a report, schema `telltale.report/2`, as types, and its JSON Schema in explain/schema/.

As with forensics/export/document_types.py fields may be added; none goes or changes its meaning without a new schema
number. What makes it: explain/report.py. The schema is made from the types: python -m explain.report_document > FILE
"""

import json
import sys
from pathlib import Path
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from explain.types import Trust
from forensics.export.document_schema import schema_of
from forensics.export.document_types import BoxEdges, Digest, Document, FailedFile, Said

SCHEMA = "telltale.report/2"

SCHEMA_FILE = Path(__file__).parent / "schema" / "telltale.report-2.json"


class Case(Struct):
    """As the analyst typed it; created: when, in words."""

    number: str
    analyst: str
    notes: str
    created: str


class Curve(Struct):
    """The target at each of `shares`, and the area under it."""

    curve: list[float]
    area: float


class Agreement(Struct):
    """With the network's own mask. pointing_hit: whether the highest point lies in it; of several maps, how often."""

    energy: float
    mask_share: float
    pointing_hit: bool | float
    iou: float


class Figures(Struct):
    """Figures of one map, or the mean or the standard deviation of those of several; see `explain.types.MapMetrics`.
    agreement: null where the mask has no pixel or the target is no evidence of manipulation."""

    deletion: Curve
    insertion: Curve
    road: float
    infidelity: float
    sparseness: float
    agreement: Agreement | None


class RandomMaps(Struct):
    """Figures of maps drawn at random. maps: how many."""

    maps: int
    mean: Figures
    sd: Figures


class Tested(Figures):
    """How far a map can be trusted. shares: of the pixels, at which the curves stand. rank_correlation: with the map of
    randomized weights; null, as `randomized` is, where the method has no map for those."""

    trust: Trust
    reason: Said
    shares: list[float]
    max_sensitivity: float
    rank_correlation: float | None
    random: RandomMaps
    randomised: Figures | None


class Explained(Struct):
    """A map of one face. sha256: of the picture or the still. place: of a drawn region, in pixels of the crop. sum_for,
    sum_against: of its values above and below zero. faithfulness: null where it was not measured."""

    sha256: Digest
    face_id: int
    method: str
    target: str
    baseline: str
    seed: int
    place: BoxEdges | None
    sum_for: float
    sum_against: float
    faithfulness: Tested | None


class Still(Struct):
    """A frame of a video that is shown as a picture. video: its SHA-256. face_ids: the persons'."""

    sha256: Digest
    name: str
    video: Digest
    frame_index: int
    seconds: float
    face_ids: list[int]


class ReportDocument(Struct):
    """The whole document. analyses: one for each detector and choice of settings. stills: where there are videos."""

    schema: Literal["telltale.report/2"]
    case: Case
    command: str
    versions: dict[str, str]
    analyses: list[Document]
    failed: list[FailedFile]
    explanations: list[Explained]
    stills: list[Still] | UnsetType = UNSET


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the document."""
    return schema_of(ReportDocument, SCHEMA)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), indent=2) + "\n")
