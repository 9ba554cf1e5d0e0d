"""Which requests are answered at all, and what a browser may do with the answers.

A page elsewhere must not reach an app on this machine through the analyst's browser: neither by a name of its own that
leads here (DNS rebinding; the Host header says that name), nor by asking from its own address (Origin says that one).
"""

import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st
from starlette.responses import PlainTextResponse

from forensics.messages.catalogue import text
from forensics.messages.language import fixed_language, nearest_language, use_language
from pages.parts.session.cookie import Asgi, Message, Receive, Send

VARIABLE = "TELLTALE_HOSTS"
"""Of the environment: further names by which the app may be asked for, with commas between; for an operator's proxy."""

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""Of every answer: its type is what it says, and no other site shows it, gets hold of its window or learns of it."""

POLICY_VIOLATED = 1008  # RFC 6455, section 7.4.1


class RequestChecks:
    """ASGI middleware; the outermost, so that what is refused reaches nothing."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                named = {name for name, _ in HEADERS}
                kept = [header for header in message.get("headers", ()) if header[0].lower() not in named]
                message["headers"] = [*kept, *HEADERS]
            await send(message)

        headers = _text_of(scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        reason = None
        if not _is_ours(host, scope):
            reason = "page-host-refused"
        elif origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            reason = "page-origin-refused"
        if reason is None:
            await self._app(scope, receive, send_with_headers)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATED})
        else:
            with use_language(fixed_language() or nearest_language(headers.get("accept-language", ""))):
                refusal = PlainTextResponse(text(reason, host=host[:100], variable=VARIABLE), 403)
            await refusal(scope, receive, send_with_headers)


def _is_ours(host: str, scope: Message) -> bool:
    """Whether the app may be asked for by this name: one of this machine for itself, the address that it listens on or
    that the connection came in by, or one that the operator set. host: with or without a port."""
    name = _name(host)
    bound = {str(st.get_option("server.address") or "").lower(), str((scope.get("server") or [""])[0]).lower()}
    set_by_operator = {_name(part) for part in os.environ.get(VARIABLE, "").split(",")}
    return bool(name) and name in LOCAL | bound | set_by_operator


def _name(host: str) -> str:
    """The name or address in a Host header, without its port, in small letters; empty where there is none."""
    try:
        parts = urlsplit(f"//{host.strip()}")
        _ = parts.port  # raises ValueError for one that is no number
    except ValueError:
        return ""
    wanted = re.fullmatch(r"[^/?#@\\\s]+", host.strip())
    return (parts.hostname or "").rstrip(".") if wanted else ""


def _text_of(scope: Message) -> Mapping[str, str]:
    """Headers by their names in small letters. One that is there twice counts as neither: no browser sends that."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        found[key] = value.decode("latin-1") if key not in found else "\0"
    return found
