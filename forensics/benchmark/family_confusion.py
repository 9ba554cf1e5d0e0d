"""How often the family of a forgery is named rightly: the confusion of the network's small head.

On forgeries made of faces that never trained, one share for every pair of true and named family, "unknown" included.
"""

from collections.abc import Sequence

import numpy as np

from forensics.benchmark.leave_one_family_out import test_regions
from forensics.decision.calibration import clopper_pearson
from forensics.decision.forgery_family import named_family
from forensics.detectors.registry import Detector
from forensics.measurements.dataset_names import UNKNOWN, named
from forensics.measurements.metrics import Metric
from forensics.training.dataset import TrainingFace
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import Figure

FACES = 100
COMMAND = "python -m forensics benchmark naming"


def measure(detector: Detector, faces: Sequence[TrainingFace]) -> list[Figure]:
    """Figures "named <family>" on "<true family>", each a share with its Clopper-Pearson interval."""
    figures = []
    for family in FAMILY_NAMES:
        forged = [region for region, manipulated in test_regions(family, faces, FACES) if manipulated]
        names = [named_family(finding) or UNKNOWN for region in forged for finding in detector.score([region])]
        for name in (*FAMILY_NAMES, UNKNOWN):
            hits = names.count(name)
            figures.append(_share(named(name), hits, len(names), family))
    right = [figure for figure in figures if figure.name == named(figure.data)]
    total = sum(figure.n for figure in right)
    hits = round(sum(figure.value * figure.n for figure in right))
    return [*figures, _share(Metric.FAMILY_ACCURACY, hits, total, "own forgeries")]


def _share(name: str, hits: int, n: int, data: str) -> Figure:
    return Figure(name, hits / n, *clopper_pearson(hits, n), n, data, COMMAND)


def confusion(figures: Sequence[Figure]) -> np.ndarray:
    """(F, F + 1) shares: rows true families, columns named ones, "unknown" last; both in the order of FAMILY_NAMES."""
    shares = {(figure.data, figure.name): figure.value for figure in figures}
    return np.array([[shares[family, named(name)] for name in (*FAMILY_NAMES, UNKNOWN)] for family in FAMILY_NAMES])
