"""What was shown comes back, in a real browser: after F5, a lost connection, a killed server, a removal."""

import re
from collections.abc import Iterator

import pytest
from browsing import PATIENCE, ROOT, UPLOADS, Server, opened
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

GROUP, FILM = ROOT / "sample_media" / "group.jpg", ROOT / "sample_media" / "two-people.mp4"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(ROOT / "app.py", {"TELLTALE_HOME": str(tmp_path_factory.mktemp("home"))})
    yield server
    server.stop()


def shows_the_photograph(page: Page) -> None:
    expect(page.get_by_role("heading", name="Face 4")).to_be_visible()


def cookie_of(page: Page) -> dict:
    (cookie,) = (one for one in page.context.cookies() if one["name"] == "telltale_session")
    return cookie


def test_a_photograph_and_a_video_under_way_survive_f5_and_a_killed_server(server: Server):
    with opened(server.address) as page:
        page.set_input_files(UPLOADS, [FILM, GROUP])
        expect(page.get_by_text("Analyzing").first).to_be_visible()
        page.reload()  # both are under way
        expect(page.get_by_text("Analyzing").or_(page.get_by_text("File, one of 2")).first).to_be_visible()
        server.kill()
        server.start()  # the page finds it again by itself
        expect(page.get_by_text("File, one of 2")).to_be_visible()
        names = page.get_by_label("File, one of 2")
        expect(names).to_have_value("1. group.jpg: 4 faces")
        shows_the_photograph(page)
        names.click()
        page.get_by_role("option", name="2. two-people.mp4: 2 persons").click()
        expect(page.get_by_text("Persons over time")).to_be_visible()
        server.kill()
        server.start()
        page.reload()
        expect(names).to_have_value("2. two-people.mp4: 2 persons")  # the chosen file, not the first
        expect(page.get_by_text("Persons over time")).to_be_visible()
        names.click()
        page.get_by_role("option", name="1. group.jpg: 4 faces").click()
        page.get_by_role("button", name="Explain face 2").click()
        expect(page.get_by_role("heading", name="Explain", exact=True)).to_be_visible()
        page.get_by_role("link", name="Report", exact=True).first.click()
        page.get_by_label("Case number").fill("K-7")
        page.get_by_label("Case number").blur()
        page.get_by_role("link", name="Inspect", exact=True).first.click()
        shows_the_photograph(page)
        server.kill()
        server.start()
        page.reload()
        shows_the_photograph(page)
        page.get_by_role("link", name="Explain", exact=True).first.click()
        expect(page.get_by_label("Face, 4 faces in this picture")).to_have_value(_begins("Face 2: "))
        page.get_by_role("link", name="Report", exact=True).first.click()
        expect(page.get_by_label("Case number")).to_have_value("K-7")


def test_two_browsers_share_the_work_and_not_the_session_and_a_removal_can_be_undone(server: Server):
    with opened(server.address) as ann:
        ann.set_input_files(UPLOADS, GROUP)
        shows_the_photograph(ann)
        cookie = cookie_of(ann)
        assert (cookie["httpOnly"], cookie["sameSite"], len(cookie["value"])) == (True, "Strict", 43)
        assert cookie["value"] not in ann.url

        bob = ann.context.browser.new_context().new_page()
        bob.set_default_timeout(PATIENCE)
        bob.goto(server.address)
        expect(bob.get_by_text("Samples to try")).to_be_visible()
        expect(bob.get_by_role("heading", name="Face 4")).to_have_count(0)
        assert cookie_of(bob)["value"] != cookie["value"]
        bob.set_input_files(UPLOADS, {"name": "of bob.jpg", "mimeType": "image/jpeg", "buffer": GROUP.read_bytes()})
        shows_the_photograph(bob)
        expect(bob.get_by_role("heading", name="of bob.jpg")).to_be_visible()

        bob.get_by_role("button", name="Remove this file").click()
        expect(bob.get_by_text("Removed of bob.jpg")).to_be_visible()
        bob.reload()
        bob.get_by_role("button", name="Undo").click()
        shows_the_photograph(bob)

        tab = bob.context.new_page()  # another one of the same browser: the same work in both
        tab.set_default_timeout(PATIENCE)
        tab.goto(server.address)
        shows_the_photograph(tab)
        tab.set_input_files(UPLOADS, ROOT / "sample_media" / "collins.jpg")
        expect(tab.get_by_text("File, one of 2")).to_be_visible()
        bob.get_by_text("Samples to try").click()
        bob.get_by_text("Whole picture as one face").click()
        expect(bob.get_by_text("File, one of 2")).to_be_visible()

        bob.get_by_role("button", name="Delete all now").click()
        bob.get_by_role("button", name="Delete for good").click()
        expect(bob.get_by_text("Deleted for good: of bob.jpg, collins.jpg")).to_be_visible()
        ann.reload()
        shows_the_photograph(ann)


def test_a_connection_that_was_cut_in_the_middle_comes_back_with_all(server: Server):
    with opened("about:blank") as page:
        sockets = []
        page.route_web_socket("**/_stcore/stream", lambda socket: sockets.append((socket, socket.connect_to_server())))
        page.goto(server.address)
        page.set_input_files(UPLOADS, GROUP)
        expect(page.get_by_text("Analyzing").or_(page.get_by_role("heading", name="Face 4")).first).to_be_visible()
        for end in sockets[-1]:
            end.close()
        while len(sockets) < 2:  # until the page has connected again
            page.wait_for_timeout(100)
        shows_the_photograph(page)


def _begins(text: str) -> re.Pattern[str]:
    return re.compile(f"^{text}")
