"""What tests of several files ask for by name."""

import numpy as np
import pytest

from explain.methods.baseline import BASELINES


@pytest.fixture
def dark_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A black baseline, so that evidence is weight times pixel."""
    monkeypatch.setitem(BASELINES, "blurred", np.zeros_like)
