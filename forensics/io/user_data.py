"""The folder that keeps what users bring and make: files, sessions, and detectors fine-tuned on their own pictures."""

import os
import re
from pathlib import Path

from platformdirs import user_data_path

from forensics.error_codes import SettingsCode
from forensics.errors import SettingsError

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
"""A detector's name is also the name of its files: nothing in it can lead out of the folder."""


def user_data_dir() -> Path:
    """The folder itself. It need not exist yet.

    TELLTALE_HOME where that is set, otherwise where the system's programs keep a user's data, as platformdirs knows it;
    on macOS and Windows the folder of earlier versions, as long as it is the only one there.
    """
    home = os.environ.get("TELLTALE_HOME")
    if home:
        return Path(home)
    folder, earlier = user_data_path("telltale", appauthor=False), _earlier_folder()
    return earlier if earlier != folder and earlier.is_dir() and not folder.is_dir() else folder


def _earlier_folder() -> Path:
    """The one on every system until platformdirs was asked: that of the XDG Base Directory Specification, by which a
    relative XDG_DATA_HOME counts as none. On Linux both are the same."""
    shared = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (shared if shared.is_absolute() else Path.home() / ".local" / "share") / "telltale"


def detectors_folder() -> Path:
    """Where `<name>.safetensors` and `<name>.json` lie."""
    return user_data_dir() / "detectors"


def storage_folder() -> Path:
    """Where photographs and videos lie by their hash, and what was found in them; called as it was when only videos
    were kept, so that those of earlier versions are found."""
    return user_data_dir() / "videos"


def graphs_folder() -> Path:
    """Where networks lie as an engine reads them; all of it can be made again."""
    return user_data_dir() / "graphs"


def sessions_folder() -> Path:
    """Where the work of each browser lies."""
    return user_data_dir() / "sessions"


def user_detector_names() -> list[str]:
    """Names of the detectors in the user's folder, sorted; nobody has looked at them yet."""
    cards = detectors_folder().glob("*.json")
    return sorted(path.stem for path in cards if NAME.fullmatch(path.stem) and path.is_file())


def validate_detector_name(name: str, taken: list[str]) -> None:
    """Raises SettingsError: `wrong_name`, or `taken_name` where a detector of that name is shipped or was made."""
    if not NAME.fullmatch(name):
        raise SettingsError(SettingsCode.WRONG_NAME, came=repr(name))
    if name in taken or name in user_detector_names():
        raise SettingsError(SettingsCode.TAKEN_NAME, name=name)
