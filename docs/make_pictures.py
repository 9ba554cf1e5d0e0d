"""Take the README's pictures of the app anew: `python -m docs.make_pictures`.

The app is served on a free port with an empty data folder, and a sample is dropped into it in a headless Chromium.
Needs requirements-dev.txt and a browser (`make browser`).

exit code:
  0  all pictures were taken
  3  none was: a tool is missing, and a sentence on the standard error names it
"""

import io
import shutil
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from forensics.io.atomic_write import atomic_write

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent

WINDOW = (1280, 1400)
"""Width and height of the browser's window, in pixels: a picture with its verdicts, and the first row of cards."""

SCALE = 0.75
"""Width of a picture over its window's: as wide as GitHub shows a README."""

QUALITY = 82
"""Quality of the JPEG; small letters stay sharp."""

MISSING = 3
"""Exit code; `forensics fit` goes on without pictures."""

BUSY = "[data-testid=stStatusWidget], [data-testid=stSpinner], [data-testid=stSkeleton], [data-stale=true]"
"""What Streamlit shows while a script runs."""

LOADED = """() => document.fonts.status === "loaded" && [...document.images].every(one => one.complete)"""

PAUSE = 700
"""Milliseconds in which nothing may change: longer than any fading of the page."""

LOOKS = 120


def inspect(page: "Page") -> None:
    """A photograph of four faces on Inspect, scored."""
    from tests.fixtures.browsing import UPLOADS, expect  # noqa: PLC0415

    page.set_input_files(UPLOADS, ROOT / "sample_media" / "group.jpg")
    for face in range(1, 5):
        expect(page.get_by_role("heading", name=f"Face {face}", exact=True)).to_be_visible()


PICTURES: dict[str, Callable[["Page"], None]] = {"inspect.jpg": inspect}
"""Files of this folder, each with what is done in the app before it is taken."""


def missing_tool() -> str | None:
    """What to install, as a sentence; None where everything is there."""
    if not all(map(find_spec, ("playwright", "pytest"))):
        return "the packages of requirements-dev.txt are missing; `make check` installs them."
    from tests.fixtures.browsing import BROWSERS, sync_playwright  # noqa: PLC0415

    if not any(map(shutil.which, BROWSERS)):
        with sync_playwright() as playwright:
            if not Path(playwright.chromium.executable_path).is_file():
                return "no Chromium was found; `make browser` installs one."
    return None


def still(page: "Page") -> bytes:
    """PNG of the window once nothing is computed, loaded or moving in it. Raises TimeoutError."""
    before = None
    for _ in range(LOOKS):
        ready = page.locator(BUSY).count() == 0 and page.evaluate(LOADED)
        shown = page.screenshot() if ready else None
        if shown is not None and shown == before:
            return shown
        before = shown
        page.wait_for_timeout(PAUSE)
    raise TimeoutError(f"the page did not come to rest in {LOOKS * PAUSE / 1000:.0f} seconds")


def as_jpeg(png: bytes) -> bytes:
    """The picture as the README shows it."""
    with Image.open(io.BytesIO(png)) as window:
        size = (round(window.width * SCALE), round(window.height * SCALE))
        picture = window.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=QUALITY, optimize=True)
    return stream.getvalue()


def take(pictures: Mapping[str, Callable[["Page"], None]], folder: Path, script: Path = ROOT / "app.py") -> None:
    """Write all pictures of a Streamlit script into a folder. Raises TimeoutError, OSError, and AssertionError where
    something that was waited for does not come."""
    from tests.fixtures.browsing import opened, served  # noqa: PLC0415

    with TemporaryDirectory() as home, served(script, {"TELLTALE_HOME": home}) as address:
        for name, visit in pictures.items():
            with opened(address, WINDOW[0]) as page:
                page.set_viewport_size({"width": WINDOW[0], "height": WINDOW[1]})
                visit(page)
                atomic_write(folder / name, as_jpeg(still(page)))


def main() -> int:
    """Returns the exit code."""
    missing = missing_tool()
    if missing is not None:
        sys.stderr.write(f"telltale: No pictures were taken: {missing}\n")
        return MISSING
    take(PICTURES, FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
