"""What tests of several pages ask for by name."""

from pathlib import Path

import numpy as np
import pytest
from clips import write_clip
from made_video import FPS, SECONDS


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video of one color, as long as those of `made_video`."""
    frame = np.full((120, 160, 3), (200, 60, 60), np.uint8)
    return write_clip(tmp_path_factory.mktemp("clips") / "made.mp4", [frame] * round(SECONDS * FPS), FPS)
