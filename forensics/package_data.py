"""Model files that other projects ship in their wheels, read without importing those projects."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from forensics.errors import DetectorError


def package_file(package: str, file: str) -> Path:
    """Where an installed wheel's file lies. Raises DetectorError (code `missing_model`) where it is not installed.

    `importlib.resources` would run the package's `__init__`, which imports what we do not install (TensorFlow).
    """
    try:
        path = Path(str(distribution(package).locate_file(file)))
    except PackageNotFoundError:
        path = None
    if path is None or not path.is_file():
        raise DetectorError(
            f"The model file {file} of the package {package} is not installed; run 'make install'.",
            code="missing_model",
        )
    return path
