"""How often the family of a forgery is named rightly: the confusion of the network's small head.

On forgeries made of faces that never trained, one share for every pair of true and named family, "unknown" included.
"""

from collections.abc import Sequence

import numpy as np

from forensics.benchmark.leave_one_family_out import test_regions
from forensics.decision.calibration import clopper_pearson
from forensics.decision.forgery_family import predicted_family
from forensics.detectors.registry import Detector
from forensics.measurements.dataset_names import UNKNOWN, forgeries_named
from forensics.measurements.metrics import Metric
from forensics.training.dataset import TrainingFace
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import Measurement
from forensics.validation import present

FACES_PER_FAMILY = 100
COMMAND = "python -m forensics benchmark naming"


def run_naming(detector: Detector, faces: Sequence[TrainingFace]) -> list[Measurement]:
    """Figures "named <family>" on "<true family>", each a share with its Clopper-Pearson interval."""
    figures = []
    for family in FAMILY_NAMES:
        forged = [region for region, manipulated in test_regions(family, faces, FACES_PER_FAMILY) if manipulated]
        names = [predicted_family(finding) or UNKNOWN for region in forged for finding in detector.score([region])]
        for name in (*FAMILY_NAMES, UNKNOWN):
            hits = names.count(name)
            figures.append(_share(forgeries_named(name), hits, len(names), family))
    right = [figure for figure in figures if figure.name == forgeries_named(figure.data)]
    total = sum(figure.n for figure in right)
    hits = round(sum(present(figure.value) * figure.n for figure in right))
    return [*figures, _share(Metric.FAMILY_ACCURACY, hits, total, "own forgeries")]


def _share(name: str, hits: int, n: int, data: str) -> Measurement:
    return Measurement(name, hits / n, *clopper_pearson(hits, n), n, data, COMMAND)


def confusion_matrix(figures: Sequence[Measurement]) -> np.ndarray:
    """(F, F + 1) shares: rows true families, columns named ones, "unknown" last; both in the order of FAMILY_NAMES."""
    shares = {(figure.data, figure.name): figure.value for figure in figures}
    return np.array(
        [[shares[family, forgeries_named(name)] for name in (*FAMILY_NAMES, UNKNOWN)] for family in FAMILY_NAMES]
    )
