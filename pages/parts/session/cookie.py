"""The cookie by which a browser is known again: its value is a secret, and opens the work of this browser alone.

A page's script cannot set one that scripts cannot read, so the server does it: `app.py` hands this to Streamlit as
middleware. It is set with the answer to the first thing that the page itself asks for, before it opens its connection,
and not with the page: one that is opened by a link from elsewhere comes without cookies, and a new cookie would take
the old one's place.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from forensics.errors import SettingsError
from forensics.storage.retention import DAY, KEEP_DAYS, keep_days
from forensics.storage.sessions import is_secret, new_secret

COOKIE = "telltale_session"

COOKIE_PATH = "/_stcore/host-config"
"""What Streamlit's page asks for before it opens its connection."""

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Message, Receive, Send], Awaitable[None]]


class SessionCookie:
    """ASGI middleware that gives a browser without the cookie one, and lets one that has it keep it."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not str(scope["path"]).endswith(COOKIE_PATH):
            await self._app(scope, receive, send)
            return
        secret = secret_of(scope) or new_secret()

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), (b"set-cookie", _cookie(secret, scope))]
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def secret_of(scope: Message) -> str | None:
    """What the browser sent; None where it is none of ours."""
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                sent = SimpleCookie(value.decode("latin-1")).get(COOKIE)
            except CookieError:
                continue
            if sent is not None and is_secret(sent.value):
                return sent.value
    return None


def _cookie(secret: str, scope: Message) -> bytes:
    """For this server alone, unseen by scripts, and sent from nowhere else; it lasts as long as files are kept."""
    try:
        days = keep_days()
    except SettingsError:  # the page says so
        days = KEEP_DAYS
    lasts = round(DAY * days)
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return f"{COOKIE}={secret}; Path=/; Max-Age={lasts}; HttpOnly; SameSite=Strict{secure}".encode("ascii")
