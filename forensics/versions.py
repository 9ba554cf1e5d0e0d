"""Which versions of which software an analysis ran on, and by which settings of the environment it was run."""

import os
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from types import MappingProxyType

from forensics import __version__

PACKAGES = {
    "torch": "torch",
    "torchvision": "torchvision",
    "opencv": "opencv-python-headless",
    "av (FFmpeg)": "av",
    "numpy": "numpy",
    "pillow": "pillow",
    "pillow-heif": "pillow-heif",
    "captum": "captum",
    "grad-cam": "grad-cam",
    "scipy": "scipy",
    "scikit-image": "scikit-image",
    "scikit-learn": "scikit-learn",
    "safetensors": "safetensors",
    "matplotlib": "matplotlib",
    "reportlab": "reportlab",
}
"""Name in the document → name of the distribution, for all that can change a number, a map or a byte of a report."""


DEFAULT_DEVICE, DEFAULT_ENGINE, OTHER_ENGINE = "cpu", "openvino", "eager"
"""What a network runs on and by, unless the environment says otherwise (forensics/detectors/engines.py); OTHER_ENGINE
where the default one is not installed, and on other devices."""


def device_name() -> str:
    """TELLTALE_DEVICE as it was typed, DEFAULT_DEVICE where it is not set."""
    return os.environ.get("TELLTALE_DEVICE", "").strip() or DEFAULT_DEVICE


def engine_name() -> str:
    """TELLTALE_ENGINE as it was typed; where it is not set what runs here."""
    usual = DEFAULT_ENGINE if has_openvino() and device_name() == DEFAULT_DEVICE else OTHER_ENGINE
    return os.environ.get("TELLTALE_ENGINE", "").strip() or usual


@cache
def has_openvino() -> bool:
    """Whether it is installed."""
    return find_spec("openvino") is not None


def software_versions() -> Mapping[str, str]:
    """Telltale, Python and the packages that can change a result; asked of the installed metadata, nothing is imported.
    Beside them device and engine where they are not the usual ones: the last digits of a score hang on them.

    Raises importlib.metadata.PackageNotFoundError where one of them is not installed.
    """
    chosen = {"device": (device_name(), DEFAULT_DEVICE), "engine": (engine_name(), DEFAULT_ENGINE)}
    unusual = {name: value for name, (value, usual) in chosen.items() if value != usual}
    return MappingProxyType(_installed() | unusual)


@cache
def _installed() -> dict[str, str]:
    found = {name: version(distribution) for name, distribution in PACKAGES.items()}
    engine = {"openvino": version("openvino")} if has_openvino() else {}
    return {"telltale": __version__, "python": platform.python_version()} | found | engine
