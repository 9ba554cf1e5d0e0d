"""Pictures, videos and downloads of a page: each under a name that nobody can guess, for the browser that shows it.

Streamlit 1.67 names a file of over 1 MiB by its length, head, middle and tail, so that two that agree there are taken
for one, and hands out what it holds to whoever asks. `MEDIA` takes the place of its storage (the seam is
`streamlit.runtime.media_file_storage.MediaFileStorage`), and `app.py` hands `ServedMedia` to it as middleware, which
answers in the place of its route. A name is made of the SHA-256 of all bytes and the secret in the browser's cookie. It
opens nothing without that cookie, and nothing once the last page of that browser is closed.
"""

import hashlib
import hmac
import secrets
import threading
from collections import Counter
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

import streamlit as st
from starlette.responses import FileResponse, Response
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_storage import MediaFileKind, MediaFileStorage, MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from forensics.storage.sessions import is_secret
from pages.parts.session.cookie import COOKIE, Asgi, Message, Receive, Send, secret_of

PREFIX = "/media/"
"""Where Streamlit's pages ask for media, behind the server's base path; its own files lie under /static/media/."""

BROWSER: ContextVar[str | None] = ContextVar("browser")
"""Secret of the browser whose request or connection is being answered; None for one without a cookie."""

State = tuple[int, int, int]
"""Of a file on the disk: inode, size, time of its last change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One file that pages of one browser show. content: its bytes, or where they lie and the state they were read in.
    secret: the browser's; None of one without a cookie. attachment: the name under which it is saved, where it is."""

    content: bytes | tuple[Path, State]
    media_type: str
    secret: str | None
    attachment: str | None


class SessionMedia(MediaFileStorage):
    """What pages show, by browser. A file on the disk stays there and is not read into memory.

    Streamlit says through its manager what is shown and when it is not any more.
    """

    def __init__(self) -> None:
        self._shown: dict[str, Shown] = {}
        self._key = secrets.token_bytes()
        self._pages: Counter[str | None] = Counter()
        self._counting = threading.Lock()

    def load_and_get_id(
        self, path_or_data: str | bytes, mimetype: str, kind: MediaFileKind, filename: str | None = None
    ) -> str:
        """The name of a file from now on. Raises MediaFileStorageError where it cannot be read."""
        content: bytes | tuple[Path, State]
        if isinstance(path_or_data, str):
            path = Path(path_or_data)
            try:
                state = _state(path)
                content, sha256 = (path, state), _sha256_of(path, state)
            except OSError as error:
                raise MediaFileStorageError(str(error)) from error
        else:
            content, sha256 = path_or_data, hashlib.sha256(path_or_data).hexdigest()
        secret = _current_browser()
        attachment = (filename or "telltale") if kind is MediaFileKind.DOWNLOADABLE else None
        key = self._key if secret is None else secret.encode("ascii")
        about = "\n".join((sha256, mimetype, str(attachment)))
        name = hmac.new(key, about.encode("utf-8", "surrogatepass"), "sha256").hexdigest()
        self._shown[name] = Shown(content, mimetype, secret, attachment)
        return name

    def get_url(self, file_id: str) -> str:
        """Raises MediaFileStorageError where nothing of that name is shown."""
        if file_id not in self._shown:
            raise MediaFileStorageError(f"nothing is shown under {file_id!r}")
        return PREFIX + file_id

    def delete_file(self, file_id: str) -> None:
        """It is shown no more."""
        self._shown.pop(file_id, None)

    def page_opened(self, secret: str | None) -> None:
        """A page of that browser has a connection."""
        with self._counting:
            self._pages[secret] += 1

    def page_closed(self, secret: str | None) -> None:
        """It has it no more."""
        with self._counting:
            self._pages[secret] -= 1
            if not self._pages[secret]:
                del self._pages[secret]

    def response(self, name: str, secret: str | None) -> Response:
        """What a browser that asks for a name gets: the file, or 404, which does not say whether there is one."""
        shown = self._shown.get(name)
        if shown is None or shown.secret != secret or secret not in self._pages:
            return Response(status_code=404)
        headers = {"Cache-Control": "private, no-store", "ETag": f'"{name}"'}
        if shown.attachment is not None:
            headers["Content-Disposition"] = f"attachment; filename*=utf-8''{quote(shown.attachment, safe='')}"
        if isinstance(shown.content, bytes):
            return Response(shown.content, media_type=shown.media_type, headers=headers)
        path, state = shown.content
        try:
            if _state(path) == state:
                return FileResponse(path, media_type=shown.media_type, headers=headers)
        except OSError:  # deleted meanwhile
            pass
        return Response(status_code=404)


MEDIA = SessionMedia()
"""Of this server."""


def install(runtime: Runtime) -> None:
    """Have the server's pages keep what they show in `MEDIA`. Before the first page is opened.

    Streamlit has no public way to hand a storage to `st.App`. Raises RuntimeError where a version has another one.
    """
    manager = runtime.media_file_mgr
    if not isinstance(getattr(manager, "_storage", None), MemoryMediaFileStorage | SessionMedia):
        raise RuntimeError("Streamlit keeps media in another way than version 1.67; see pages/parts/session/media.py")
    manager._storage = MEDIA


class ServedMedia:
    """ASGI middleware that answers requests for media, and knows which browsers have a page open."""

    def __init__(self, app: Asgi, media: SessionMedia = MEDIA) -> None:
        self._app, self._media = app, media

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        secret = secret_of(scope)
        BROWSER.set(secret)
        if scope["type"] == "websocket":
            self._media.page_opened(secret)
            try:
                await self._app(scope, receive, send)
            finally:
                self._media.page_closed(secret)
        elif scope["path"].startswith(prefix := _base() + PREFIX) and scope["method"] in ("GET", "HEAD"):
            await self._media.response(scope["path"].removeprefix(prefix), secret)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _base() -> str:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _current_browser() -> str | None:
    """Whose page is at work: a script has a thread of its own, in which no request is answered; a download that is made
    on a click is made for the connection by which the click came."""
    secret = BROWSER.get(st.context.cookies.get(COOKIE))
    return secret if is_secret(secret) else None


def _state(path: Path) -> State:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


@lru_cache(maxsize=256)
def _sha256_of(path: Path, _state: State) -> str:
    """Once for a state of the file: a page is drawn often. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
