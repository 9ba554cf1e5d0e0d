"""What a page shows is handed out to its browser alone, byte for byte, and to nobody once its pages are closed."""

import hashlib
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from browsing import PATIENCE, ROOT, UPLOADS, opened, served
from clips import two_people, write_clip
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

MEBIBYTE = 1 << 20


def alike_videos(folder: Path) -> tuple[Path, Path]:
    """Two videos of one length whose beginning, middle and end are the same for half a mebibyte and more; they differ
    at three quarters of it."""
    clip = write_clip(folder / "clip.mp4", [two_people()] * 10)
    videos = folder / "anns.mp4", folder / "bobs.mp4"
    for path in videos:
        path.write_bytes(clip.read_bytes() + free_box(3 * MEBIBYTE, path.stem.encode()))
    return videos


def free_box(size: int, note: bytes) -> bytes:
    """A box that every player passes over, with a note at three quarters of it."""
    body = bytearray(size - 8)
    body[3 * size // 4 : 3 * size // 4 + len(note)] = note
    return size.to_bytes(4, "big") + b"free" + body


def asked(address: str, cookie: str | None, extent: str | None = None) -> tuple[int, bytes, dict[str, str]]:
    """Status, content and headers (names in small letters) of an answer."""
    headers = {"Cookie": f"telltale_session={cookie}"} if cookie else {}
    request = urllib.request.Request(address, headers=headers | ({"Range": f"bytes={extent}"} if extent else {}))
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read(), {name.lower(): value for name, value in answer.headers.items()}
    except urllib.error.HTTPError as error:
        return error.code, b"", {}


def cookie_of(page: Page) -> str:
    (cookie,) = (one["value"] for one in page.context.cookies() if one["name"] == "telltale_session")
    return cookie


def player_address(page: Page, video: Path) -> str:
    """Where the player takes the video from, once it can play and has been sought in."""
    page.set_input_files(UPLOADS, video)
    player = page.locator("video")
    expect(player).to_have_js_property("readyState", 4)
    player.evaluate("player => { player.currentTime = 0.75 }")
    expect(player).to_have_js_property("seeking", False)
    expect(player).to_have_js_property("currentTime", 0.75)
    return player.evaluate("player => player.currentSrc")


def test_two_videos_that_look_alike_go_each_to_its_own_browser(tmp_path):
    ours, theirs = alike_videos(tmp_path)
    assert ours.stat().st_size == theirs.stat().st_size
    with served(ROOT / "app.py") as address, opened(address) as ann:
        bob = ann.context.browser.new_context().new_page()
        bob.set_default_timeout(PATIENCE)
        bob.goto(address)
        players = {ann: player_address(ann, ours), bob: player_address(bob, theirs)}
        content = {ann: ours.read_bytes(), bob: theirs.read_bytes()}
        for page, other in ((ann, bob), (bob, ann)):
            status, got, headers = asked(players[page], cookie_of(page))
            assert (status, hashlib.sha256(got).digest()) == (200, hashlib.sha256(content[page]).digest())
            assert (headers["accept-ranges"], headers["content-type"]) == ("bytes", "video/mp4")
            assert headers["cache-control"] == "private, no-store"
            start = 3 * MEBIBYTE // 4
            part = asked(players[page], cookie_of(page), f"{start}-")
            assert part[:2] == (206, content[page][start:])
            assert part[2]["content-range"] == f"bytes {start}-{len(content[page]) - 1}/{len(content[page])}"
            assert asked(players[page], cookie_of(page), f"{len(got)}-")[0] == 416
            assert asked(players[page], None)[0] == 404
            assert asked(players[page], cookie_of(other))[0] == 404
            assert asked(players[page], "A" * 43)[0] == 404
        assert ann.evaluate("() => [...document.fonts].some(font => font.status === 'loaded')")
        picture = ann.locator("img[src*='/media/']").first.evaluate("image => image.src")
        assert asked(picture, cookie_of(ann))[0] == 200
        assert asked(picture, None)[0] == 404

        bobs = cookie_of(bob)
        bob.context.close()
        while asked(players[bob], bobs)[0] != 404:  # until the server has heard of it
            ann.wait_for_timeout(100)
        assert asked(players[ann], cookie_of(ann))[0] == 200


def test_what_is_made_at_a_click_is_for_the_browser_that_clicked(tmp_path):
    video = write_clip(tmp_path / "clip.mp4", [two_people()] * 10)
    with served(ROOT / "app.py") as address, opened(address) as page:
        page.set_input_files(UPLOADS, video)
        with page.expect_download() as table:
            page.get_by_role("button", name="CSV").click()
        assert Path(table.value.path()).read_text("utf-8").startswith("person,frame,seconds")
        assert table.value.suggested_filename.endswith(".csv")
        assert asked(table.value.url, None)[0] == 404
