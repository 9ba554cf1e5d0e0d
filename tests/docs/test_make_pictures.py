"""The README's pictures are taken of a page that stands still, in their size, and a missing tool is named."""

import subprocess
import sys
from pathlib import Path

import pytest
from browsing import ROOT
from PIL import Image

from docs.make_pictures import MISSING, PICTURES, QUALITY, SCALE, WINDOW, take

pytestmark = pytest.mark.slow

SLOW = """
import os, time
import streamlit as st

before = os.environ["TELLTALE_HOME"], os.listdir(os.environ["TELLTALE_HOME"])
st.caption("begun")
with st.spinner("computing"):
    time.sleep(3)
color = "#0072b2" if before[1] == [] else "#c85200"
st.html(f"<style>.stApp, .stApp header {{background: {color}}}</style>")
"""
"""A page that turns blue after a while, orange where somebody's data are found."""


def test_a_picture_shows_the_finished_page_of_an_empty_data_folder(tmp_path):
    (tmp_path / "page.py").write_text(SLOW)
    take({"made.jpg": lambda page: page.get_by_text("begun").wait_for()}, tmp_path, tmp_path / "page.py")
    with Image.open(tmp_path / "made.jpg") as picture:
        assert picture.size == (WINDOW[0] * SCALE, WINDOW[1] * SCALE)
        pixels = picture.resize((4, 4)).get_flattened_data()
    assert len([red for red, _, blue in pixels if red < 30 and blue > 150]) == 16
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made.jpg", "page.py"]


def test_the_pictures_that_the_readme_shows_are_those_that_are_made_and_were_made_so(tmp_path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = {path.name for path in (ROOT / "docs").glob("*.jpg")}
    assert shown == set(PICTURES) == {name for name in PICTURES if f"](docs/{name})" in readme}
    Image.new("L", (8, 8)).convert("RGB").save(tmp_path / "same.jpg", quality=QUALITY)
    for name in shown:
        with Image.open(ROOT / "docs" / name) as picture, Image.open(tmp_path / "same.jpg") as same:
            assert picture.size == (WINDOW[0] * SCALE, WINDOW[1] * SCALE)
            assert picture.quantization == same.quantization


def run_without(hidden: str, **environment: str) -> subprocess.CompletedProcess:
    """The program where these modules cannot be imported."""
    script = f"import runpy, sys; sys.modules.update(dict.fromkeys({hidden.split()!r}))"
    script += "; runpy.run_module('docs.make_pictures', run_name='__main__')"
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def test_without_the_tools_nothing_is_taken_and_one_sentence_says_what_is_missing(tmp_path):
    before = {path: path.read_bytes() for path in Path(ROOT, "docs").glob("*.jpg")}
    for done, named in (
        (run_without("playwright"), "requirements-dev.txt"),
        (run_without("", PATH=str(tmp_path), PLAYWRIGHT_BROWSERS_PATH=str(tmp_path)), "Chromium"),
    ):
        assert done.returncode == MISSING, done.stderr
        assert done.stderr.startswith("telltale: No pictures were taken: ") and done.stderr.count("\n") == 1
        assert named in done.stderr
    assert {path: path.read_bytes() for path in before} == before
