"""What tests of several files ask for by name."""

import numpy as np
import pytest

from explain.methods import viewing


@pytest.fixture
def dark_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A black baseline, so that evidence is weight times pixel."""
    monkeypatch.setattr(viewing, "blurred", np.zeros_like)
