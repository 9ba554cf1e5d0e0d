"""Time of a photograph on the page to its first finding, old and new: python -m docs.compare_pages OLD NEW PHOTO

Both apps are served at once and get the photograph in turn, each time with other bytes and in a browser of its own, so
that whatever else the machine does meets both alike. Printed is the median of the ratios new over old, with a 95 %
interval by resampling the pairs. Needs requirements-dev.txt and a browser.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from playwright.sync_api import Browser, sync_playwright

UPLOADS = "[class*=st-key-uploads_] input[type=file]"
FOUND = "found and scored"
PATIENCE = 240_000
"""Milliseconds."""


def main() -> None:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", type=Path, help="folder of the one checkout")
    parser.add_argument("new", type=Path, help="folder of the other")
    parser.add_argument("photo", type=Path)
    parser.add_argument("--times", type=int, default=12, help="(%(default)s)")
    args = parser.parse_args()
    photo = args.photo.read_bytes()
    with _served(args.old) as old, _served(args.new) as new, _browser() as browser:
        for address in (old, new):
            seconds_to_finding(browser, address, photo)  # the first visitor waits for the networks' software
        pairs = [
            [seconds_to_finding(browser, address, photo + bytes([number])) for address in (old, new)]
            for number in range(args.times)
        ]
    print(told(np.array(pairs)))


def seconds_to_finding(browser: Browser, address: str, photo: bytes) -> float:
    """From handing over the photograph until the page says how many faces were found."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.locator(UPLOADS).first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    started = time.monotonic()
    page.set_input_files(UPLOADS, {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo})
    page.get_by_text(FOUND).first.wait_for()
    seconds = time.monotonic() - started
    page.close()
    return seconds


def told(pairs: np.ndarray) -> str:
    """pairs: (n, 2) seconds, old and new."""
    ratios = pairs[:, 1] / pairs[:, 0]
    drawn = np.random.default_rng(0).choice(ratios, (10_000, len(ratios)))
    low, high = np.quantile(np.median(drawn, axis=1), (0.025, 0.975))
    old, new = np.median(pairs, axis=0)
    return (
        f"median {old:.2f} s and {new:.2f} s; ratio {np.median(ratios):.2f}, 95 % interval {low:.2f} to {high:.2f}, "
        f"n = {len(ratios)}"
    )


@contextmanager
def _served(checkout: Path) -> Iterator[str]:
    """The address of a checkout's app."""
    with socket.socket() as free, TemporaryDirectory() as home:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        server = subprocess.Popen(
            [*command, "--server.headless", "true"],
            cwd=checkout,
            env=os.environ | {"TELLTALE_HOME": home, "TELLTALE_LANGUAGE": "en"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(240):
        with suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.5)
    raise TimeoutError(address)


@contextmanager
def _browser() -> Iterator[Browser]:
    installed = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])


if __name__ == "__main__":
    main()
