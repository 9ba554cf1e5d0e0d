"""Who may ask a running server, how much may be sent to it, and what browsers may do with its answers."""

import base64
import http.client
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import ROOT, UPLOADS, Server, opened

pytestmark = pytest.mark.slow

STREAM, CONFIG = "/_stcore/stream", "/_stcore/host-config"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = str(tmp_path_factory.mktemp("home"))
    server = Server(ROOT / "app.py", {"TELLTALE_HOME": home, "TELLTALE_HOSTS": "telltale.example.org, Other.example"})
    yield server
    server.stop()


def asked(
    server: Server, path: str, headers: dict[str, str], method: str = "GET", body: bytes | None = None
) -> http.client.HTTPResponse:
    """An answer, with exactly these headers."""
    connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=60)
    connection.putrequest(method, path, skip_host=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    answer.text = "" if answer.status == 101 else answer.read().decode("utf-8", "replace")
    connection.close()
    return answer


def upgrade(host: str, origin: str | None = None) -> dict[str, str]:
    """Headers that ask for a WebSocket."""
    asked = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    key = {"Sec-WebSocket-Key": base64.b64encode(bytes(16)).decode()}
    return {"Host": host} | asked | key | ({} if origin is None else {"Origin": origin})


def port_of(server: Server) -> str:
    return server.address.rsplit(":", 1)[-1]


@pytest.mark.parametrize(
    "name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "telltale.example.org", "other.example"]
)
def test_it_is_asked_for_by_its_own_names_and_those_that_the_operator_set(server, name):
    host = f"{name}:{port_of(server)}"
    assert asked(server, "/", {"Host": host}).status == 200
    assert asked(server, "/", {"Host": name}).status == 200
    assert asked(server, STREAM, upgrade(host, f"http://{host.lower()}")).status == 101


@pytest.mark.parametrize(
    "host", ["evil.example", "192.0.2.7", "localhost.evil.example", "evil.example@localhost", "localhost/x", "", "[::1"]
)
def test_another_name_that_leads_here_opens_nothing(server, host):
    for path in ("/", CONFIG, "/_stcore/health", "/media/x"):
        assert asked(server, path, {"Host": host}).status in (400, 403)
    assert asked(server, STREAM, upgrade(host, f"http://{host}")).status in (400, 403)


def test_the_refusal_says_what_to_set_in_the_language_of_the_browser(server):
    refused = asked(server, "/", {"Host": "evil.example", "Accept-Language": "de-AT"})
    assert refused.status == 403
    assert "TELLTALE_HOSTS" in refused.text
    assert "evil.example" in refused.text


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:1", "null", "http://127.0.0.1"])
def test_a_page_elsewhere_gets_no_connection_and_no_answer(server, origin):
    host = urlsplit(server.address).netloc
    assert asked(server, STREAM, upgrade(host, origin)).status == 403
    assert asked(server, CONFIG, {"Host": host, "Origin": origin}).status == 403
    upload = asked(server, "/_stcore/upload_file/a/b", {"Host": host, "Origin": origin, "Content-Length": "0"}, "PUT")
    assert upload.status == 403


def test_an_upload_without_the_token_of_the_page_is_refused(server):
    host = urlsplit(server.address).netloc
    headers = {"Host": host, "Origin": server.address, "Content-Length": "0"}
    refused = asked(server, "/_stcore/upload_file/a/b", headers, "PUT")
    assert (refused.status, "XSRF" in refused.text) == (403, True)


def test_every_answer_says_that_no_other_site_may_show_it_or_guess_its_type(server):
    host = urlsplit(server.address).netloc
    for path, named in (("/", host), (CONFIG, host), ("/media/x", host), ("/", "evil.example")):
        headers = asked(server, path, {"Host": named}).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_an_upload_over_the_limit_is_refused_before_it_is_read(server):
    with opened(server.address) as page:
        with page.expect_request(re.compile("upload_file")) as uploaded:
            page.set_input_files(UPLOADS, ROOT / "sample_media" / "low-quality.jpg")
        request = uploaded.value
        headers = {name: value for name, value in request.all_headers().items() if not name.startswith(":")}
        headers |= {"host": urlsplit(server.address).netloc, "content-length": str((400 << 20) + 1)}
        refused = asked(server, urlsplit(request.url).path, headers, "PUT")
        assert (refused.status, refused.text) == (413, "File too large")


def test_a_message_over_the_limit_ends_the_connection(server):
    with opened(server.address) as page:
        code = page.evaluate(
            """size => new Promise(done => {
                const socket = new WebSocket(location.origin.replace("http", "ws") + "/_stcore/stream", ["streamlit"]);
                socket.onopen = () => socket.send(new Uint8Array(size));
                socket.onclose = event => done(event.code);
            })""",
            2_000_001,
        )
        assert code == 1009


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="what is listened to is read from Linux")
def test_it_listens_on_this_machine_alone_unless_told_otherwise(server):
    port, listening = f"{int(port_of(server)):04X}", "0A"
    tables = "".join(Path(f"/proc/net/{table}").read_text() for table in ("tcp", "tcp6"))
    sockets = [line.split() for line in tables.splitlines() if ":" in line]
    own = [place for _, place, _, state, *_ in sockets if state == listening and place.endswith(f":{port}")]
    assert own == [f"{int.from_bytes(socket.inet_aton('127.0.0.1'), 'little'):08X}:{port}"]
