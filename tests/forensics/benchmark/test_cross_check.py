"""Our figures of likelihood ratios against those of `lir`, the package of the Netherlands Forensic Institute.

The expected values were computed with lir 1.3.1 (`lir.metrics.cllr`, `cllr_min`, `lir.algorithms.bayeserror.elub` with
one misleading case a class) on the ratios below. The package itself brings more with it than this needs.
"""

import numpy as np
import pytest

from forensics.benchmark.likelihood_ratio_quality import cllr, cllr_min
from forensics.training.calibration_fit import elub_bounds

GENERATOR = np.random.default_rng(3)
UNTOUCHED = GENERATOR.normal(-0.5, 0.7, 60).round(2)  # log10 ratios
FORGED = GENERATOR.normal(0.6, 0.9, 40).round(2)
RATIOS, MANIPULATED = np.concatenate([UNTOUCHED, FORGED]), np.arange(100) >= 60


def test_the_cost_of_ratios_is_that_of_lir():
    assert cllr(RATIOS, MANIPULATED) == pytest.approx(0.8502311873880173)


def test_the_unavoidable_cost_is_that_of_lir():
    assert cllr_min(RATIOS, MANIPULATED) == pytest.approx(0.728212521920975)


def test_the_bounds_are_those_of_lir():
    assert elub_bounds(UNTOUCHED, FORGED) == (pytest.approx(-0.40), pytest.approx(0.80))
