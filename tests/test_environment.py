"""Which software an analysis ran on."""

import platform

import numpy as np

from forensics import __version__
from forensics.versions import software_versions


def test_versions_are_those_of_the_running_software():
    found = software_versions()
    assert found["telltale"] == __version__
    assert found["python"] == platform.python_version()
    assert found["numpy"] == np.__version__
    assert list(found)[:4] == ["telltale", "python", "torch", "torchvision"]
