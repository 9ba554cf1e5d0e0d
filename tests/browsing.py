"""Driving a Streamlit script in a real headless browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 240_000
expect.set_options(timeout=PATIENCE)
UPLOADS = "[class*=st-key-uploads_] input[type=file]"
"""Where files under question are dropped; the page may draw the place for reference pictures earlier."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Server:
    """A script, served as `make run` serves the app but on a free port. environment: of the server, beside that of this
    process. checkout: whose code it imports."""

    def __init__(self, script: Path, environment: Mapping[str, str], checkout: Path = ROOT) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self._command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
        self._environment, self._checkout = os.environ | environment, checkout
        self.start()

    def start(self) -> None:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen(self._command, cwd=self._checkout, env=self._environment, **quiet)
        _wait_for(f"{self.address}/_stcore/health", self._process)

    def kill(self) -> None:
        """As kill -9 does: it has no time to save anything."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


@contextmanager
def served(script: Path, environment: Mapping[str, str] | None = None, checkout: Path = ROOT) -> Iterator[str]:
    """The address of a script that is served, with a folder of its own for what it keeps."""
    with TemporaryDirectory() as home:
        server = Server(script, {"TELLTALE_HOME": home} | (environment or {}), checkout)
        try:
            yield server.address
        finally:
            server.stop()


def _wait_for(address: str, server: subprocess.Popen) -> None:
    for _ in range(240):
        assert server.poll() is None, "the server stopped before it answered"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    pytest.fail(f"no answer from {address}")


@contextmanager
def opened(address: str, width: int = 1280, locale: str = "en-GB") -> Iterator[Page]:
    """The page at an address, in a window `width` pixels wide. locale: what the browser asks for.

    Nothing may be asked of any other machine.
    """
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)  # None: the one Playwright brought along
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=arguments)
        tab = browser.new_page(viewport={"width": width, "height": 900}, locale=locale)
        tab.set_default_timeout(PATIENCE)
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(address)
        yield tab
        browser.close()
    if address != "about:blank":
        assert not [url for url in asked if not url.startswith((address, "data:", "blob:"))]
