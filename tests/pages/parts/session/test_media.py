"""What pages show is kept by browser, under names that follow from all bytes."""

import asyncio
from pathlib import Path

import pytest
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileKind, MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from forensics.storage.sessions import new_secret
from pages.parts.session.media import BROWSER, MEDIA, ServedMedia, SessionMedia, install

ANN, BOB = new_secret(), new_secret()
PICTURE = MediaFileKind.MEDIA


def shown(media: SessionMedia, secret: str | None, content: bytes | str, *about) -> str:
    """The name of what a browser shows."""
    token = BROWSER.set(secret)
    try:
        return media.load_and_get_id(content, *(about or ("image/png", PICTURE)))
    finally:
        BROWSER.reset(token)


def answer(media: SessionMedia, name: str, secret: str | None, *headers: tuple[bytes, bytes]) -> tuple[int, bytes]:
    """What a browser gets."""
    status, content = [], []

    async def send(message):
        status.append(message.get("status"))
        content.append(message.get("body", b""))

    cookie = [] if secret is None else [(b"cookie", f"telltale_session={secret}".encode())]
    scope = {"type": "http", "path": f"/media/{name}", "method": "GET", "headers": [*cookie, *headers]}
    asyncio.run(ServedMedia(no_app, media)(scope | {"asgi": {"spec_version": "2.4"}}, no_app, send))
    return status[0], b"".join(content)


async def no_app(*_):
    pytest.fail("the request was handed on")


@pytest.fixture
def media() -> SessionMedia:
    media = SessionMedia()
    media.page_opened(ANN)
    media.page_opened(BOB)
    return media


def test_each_byte_and_the_browser_make_the_name(media):
    long = bytes(2 << 20)
    other = long[: 3 << 19] + b"x" + long[(3 << 19) + 1 :]
    names = [shown(media, ANN, long), shown(media, ANN, other), shown(media, BOB, long)]
    assert len(set(names)) == 3
    assert all(len(name) == 64 for name in names)
    assert shown(media, ANN, long) == names[0]
    assert (answer(media, names[0], ANN), answer(media, names[1], ANN)) == ((200, long), (200, other))
    assert answer(media, names[2], BOB) == (200, long)
    assert answer(media, names[2], ANN)[0] == answer(media, names[2], None)[0] == 404


def test_nothing_is_handed_out_once_the_last_page_is_closed_or_it_is_shown_no_more(media):
    name = shown(media, ANN, b"x")
    media.page_opened(ANN)
    media.page_closed(ANN)
    assert answer(media, name, ANN) == (200, b"x")
    media.page_closed(ANN)
    assert answer(media, name, ANN)[0] == 404
    media.page_opened(ANN)
    assert answer(media, name, ANN) == (200, b"x")
    media.delete_file(name)
    media.delete_file(name)
    assert answer(media, name, ANN)[0] == 404
    with pytest.raises(MediaFileStorageError):
        media.get_url(name)


def test_a_file_on_the_disk_is_handed_out_from_there_as_long_as_it_is_as_it_was(media, tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"0123456789")
    name = shown(media, ANN, str(path), "video/mp4", PICTURE)
    assert name == shown(media, ANN, b"0123456789", "video/mp4", PICTURE)
    name = shown(media, ANN, str(path), "video/mp4", PICTURE)
    assert media.get_url(name) == f"/media/{name}"
    assert answer(media, name, ANN) == (200, b"0123456789")
    assert answer(media, name, ANN, (b"range", b"bytes=3-5")) == (206, b"345")
    assert answer(media, name, ANN, (b"range", b"bytes=10-"))[0] == 416
    path.write_bytes(b"something else")
    assert answer(media, name, ANN)[0] == 404
    path.unlink()
    assert answer(media, name, ANN)[0] == 404
    with pytest.raises(MediaFileStorageError):
        shown(media, ANN, str(path))


def test_a_browser_without_cookies_sees_its_own_and_nothing_of_others(media):
    media.page_opened(None)
    name = shown(media, None, b"x")
    assert answer(media, name, None) == (200, b"x")
    assert answer(media, name, ANN)[0] == 404
    assert name != shown(SessionMedia(), None, b"x")  # which nobody can work out from the bytes


def test_streamlits_own_files_are_left_to_it(media):
    asked = []

    async def app(scope, receive, send):
        asked.append(scope["path"])

    for path in ("/static/media/font.woff2", "/", "/_stcore/health"):
        asyncio.run(ServedMedia(app, media)({"type": "http", "path": path, "method": "GET", "headers": []}, None, None))
    assert asked == ["/static/media/font.woff2", "/", "/_stcore/health"]


def test_streamlit_keeps_what_pages_show_where_it_is_replaced():
    class Server:
        media_file_mgr = MediaFileManager(MemoryMediaFileStorage("/media"))

    install(Server)
    url = Server.media_file_mgr.add(b"x", "image/png", "1")
    assert answer_of_all(url) == MEDIA
    assert isinstance(Runtime.media_file_mgr, property)
    Server.media_file_mgr = object()
    with pytest.raises(RuntimeError, match=r"1\.67"):
        install(Server)


def answer_of_all(url: str) -> SessionMedia | None:
    """The storage that knows an address."""
    return MEDIA if MEDIA.get_url(Path(url).name) == url else None
