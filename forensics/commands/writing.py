"""Asking before the work whether its files can be written."""

import os
from pathlib import Path

from forensics.errors import SettingsError


def check_target(path: Path) -> None:
    """Ask before the work whether a file can be written there. Raises SettingsError (`wrong_output`)."""
    if path.is_dir():
        raise SettingsError(f"{path} is a folder; name a file to write.", code="wrong_output")
    if not path.parent.is_dir():
        raise SettingsError(f"The folder {path.parent} does not exist; make it first.", code="wrong_output")
    if not os.access(path.parent, os.W_OK):
        raise SettingsError(f"The folder {path.parent} cannot be written to; choose another.", code="wrong_output")


def make_folder(path: Path) -> None:
    """Raises SettingsError (`wrong_output`) where that is not possible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The folder {path} cannot be made ({error.strerror}); choose another.", code="wrong_output"
        ) from error
    check_target(path / "file")
