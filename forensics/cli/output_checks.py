"""Asking before the work whether its files can be written."""

import os
from pathlib import Path

from forensics.error_codes import SettingsCode
from forensics.errors import SettingsError


def check_target(path: Path) -> None:
    """Ask before the work whether a file can be written there. Raises SettingsError (`wrong_output`)."""
    if path.is_dir():
        raise SettingsError(SettingsCode.OUTPUT_IS_FOLDER, path=str(path))
    if path.exists() and not path.is_file():  # a device or a pipe would be replaced by a file
        raise SettingsError(SettingsCode.OUTPUT_IS_NO_FILE, path=str(path))
    if not path.parent.is_dir():
        raise SettingsError(SettingsCode.MISSING_OUTPUT_FOLDER, folder=str(path.parent))
    if not os.access(path.parent, os.W_OK):
        raise SettingsError(SettingsCode.LOCKED_OUTPUT_FOLDER, folder=str(path.parent))


def make_folder(path: Path) -> None:
    """Raises SettingsError (`wrong_output`) where that is not possible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            SettingsCode.OUTPUT_FOLDER_NOT_MADE, folder=str(path), reason=str(error.strerror)
        ) from error
    check_target(path / "file")
