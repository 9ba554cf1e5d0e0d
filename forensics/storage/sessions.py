"""The work of each browser on the disk, so that a page that is loaded anew goes on where it was.

    <folder of the user's data>/sessions/<sha256 of the secret>/state, files/<sha256 of a file>, parts/<name>

A session is known by a secret that only its browser has; the disk knows its hash alone, so that who reads the folder
cannot take a session over. Everything here is for the user alone. files/ names each stored file that the session needs.
"""

import hashlib
import os
import re
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from forensics.io.atomic_write import put_in_place, unfinished_folder
from forensics.io.user_data import sessions_folder

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
IDENTITY = re.compile(r"[0-9a-f]{64}")
STATE = "state"


def new_secret() -> str:
    """256 bits, as text that fits into a cookie."""
    return secrets.token_urlsafe(32)


def is_secret(text: object) -> TypeGuard[str]:
    """Whether it has the form of one."""
    return isinstance(text, str) and SECRET.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class SessionFolder:
    """What is kept of one session. identity: the hash of its secret. Every method raises OSError."""

    identity: str

    @classmethod
    def of(cls, secret: str) -> "SessionFolder":
        return cls(hashlib.sha256(secret.encode("ascii")).hexdigest())

    @property
    def path(self) -> Path:
        return sessions_folder() / self.identity

    def read(self) -> bytes | None:
        """The state; None where none was written."""
        try:
            return (self.path / STATE).read_bytes()
        except FileNotFoundError:
            return None

    def touch(self) -> None:
        """The session is opened now, if there is anything of it."""
        with suppress(FileNotFoundError):
            os.utime(self.path / STATE)

    def write(self, content: bytes) -> None:
        self._write(self.path / STATE, content)

    def read_part(self, name: str) -> bytes | None:
        """A part that is kept beside the state; None where there is none."""
        try:
            return (self._parts / name).read_bytes()
        except FileNotFoundError:
            return None

    def write_part(self, name: str, content: bytes) -> None:
        """name: of letters, digits and -; it was not made of what a user typed."""
        self._write(self._parts / name, content)

    def keep_parts(self, names: set[str]) -> None:
        """Delete all parts but these."""
        if self._parts.is_dir():
            for path in self._parts.iterdir():
                if path.name not in names and path.is_file():
                    path.unlink(missing_ok=True)

    def need(self, sha256: str) -> None:
        """Note that the session needs a stored file."""
        (_private(self.path / "files") / sha256).touch(0o600)

    def release(self, sha256: str) -> None:
        """The session needs the file no more."""
        (self.path / "files" / sha256).unlink(missing_ok=True)

    def remove(self) -> None:
        """All that is kept of the session."""
        shutil.rmtree(self.path, ignore_errors=True)

    @property
    def last_opened(self) -> float:
        """Seconds since 1970."""
        state = self.path / STATE
        return (state if state.exists() else self.path).stat().st_mtime

    @property
    def _parts(self) -> Path:
        return self.path / "parts"

    def _write(self, path: Path, content: bytes) -> None:
        with unfinished_folder(_private(path.parent)) as aside:
            unfinished = aside / path.name
            unfinished.touch(0o600)
            unfinished.write_bytes(content)
            put_in_place(unfinished, path)


def every_session() -> list[SessionFolder]:
    """Those on the disk."""
    folder = sessions_folder()
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [SessionFolder(path.name) for path in paths if IDENTITY.fullmatch(path.name)]


def users_of(sha256: str) -> set[str]:
    """The identities of the sessions that need a stored file."""
    return {path.parents[1].name for path in sessions_folder().glob(f"*/files/{sha256}")}


def _private(folder: Path) -> Path:
    """The folder, for its owner alone, as those above it up to that of all sessions."""
    above = [folder, *folder.parents]
    for path in reversed(above[: above.index(sessions_folder()) + 1]):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
