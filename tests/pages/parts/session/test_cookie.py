"""The cookie by which a browser is known again."""

import asyncio
from http.cookies import SimpleCookie

import pytest

from forensics.storage.sessions import is_secret, new_secret
from pages.parts.session.cookie import COOKIE, SessionCookie

FIRST = "/_stcore/host-config"


def answered(path: str, cookie: str | None = None, scheme: str = "http", kind: str = "http") -> list[str]:
    """The cookies that an answer sets."""
    sent = []

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"etag", b"x")]})
        await send({"type": "http.response.body", "body": b""})

    async def send(message):
        sent.append(message)

    headers = [] if cookie is None else [(b"cookie", cookie.encode("latin-1"))]
    scope = {"type": kind, "path": path, "headers": headers, "scheme": scheme}
    asyncio.run(SessionCookie(app)(scope, None, send))
    start, body = sent
    assert (start["headers"][0], body["type"]) == ((b"etag", b"x"), "http.response.body")
    return [value.decode() for name, value in start["headers"] if name == b"set-cookie"]


def test_a_browser_without_a_cookie_gets_one_that_no_script_reads_and_no_other_site_sends():
    (line,) = answered(FIRST)
    cookie = SimpleCookie(line)[COOKIE]
    assert is_secret(cookie.value)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["secure"]) == (True, "Strict", "/", "")
    assert int(cookie["max-age"]) == 30 * 86_400
    assert answered(FIRST) != [line]


def test_one_that_it_has_stays_the_same_and_lasts_on():
    secret = new_secret()
    (line,) = answered(FIRST, f"other=1; {COOKIE}={secret}")
    assert SimpleCookie(line)[COOKIE].value == secret


@pytest.mark.parametrize("value", ["", "short", "x" * 44, "../../" + "x" * 37])
def test_one_that_is_none_of_ours_is_replaced(value):
    (line,) = answered(FIRST, f"{COOKIE}={value}")
    assert is_secret(SimpleCookie(line)[COOKIE].value)


def test_a_page_that_a_link_from_elsewhere_opens_without_cookies_does_not_lose_its_session():
    assert answered("/") == []
    assert answered("/report") == []
    assert answered(FIRST, kind="websocket") == []


def test_a_wrong_setting_does_not_keep_the_page_from_opening(monkeypatch):
    monkeypatch.setenv("TELLTALE_KEEP_DAYS", "for ever")
    (line,) = answered(FIRST)
    assert int(SimpleCookie(line)[COOKIE]["max-age"]) == 30 * 86_400


def test_over_https_it_goes_over_https_alone():
    (line,) = answered(FIRST, scheme="https")
    assert SimpleCookie(line)[COOKIE]["secure"]
