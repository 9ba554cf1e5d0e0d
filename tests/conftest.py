"""What tests of several files ask for by name."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from explain import faithfulness
from explain.faithfulness import controls
from explain.methods.baseline import BASELINES
from forensics.messages.language import use_language

os.environ["TELLTALE_LANGUAGE"] = "en"  # whatever the machine speaks, for what is started here as well


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first, so that at the end no process waits for the other one."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture
def german() -> Iterator[None]:
    """Words are made in German."""
    with use_language("de"):
        yield


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the folder of the user's data."""
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "telltale"))


@pytest.fixture
def few_random_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two maps drawn at random beside every map: as many as tell that they are drawn; each is tested like a map."""
    for module in (controls, faithfulness):
        monkeypatch.setattr(module, "N_RANDOM_MAPS", 2)


@pytest.fixture
def dark_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A black baseline, so that evidence is weight times pixel."""
    monkeypatch.setitem(BASELINES, "blurred", np.zeros_like)
