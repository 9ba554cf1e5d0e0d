"""Starting the app. What --help says is in the catalogue."""

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

SCRIPT = Path(__file__).parents[2] / "app.py"
"""Beside it lies what Streamlit reads with it: the folder of the pages, and `.streamlit/config.toml`."""


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """None: Streamlit's own settings are set in the environment, as STREAMLIT_SERVER_PORT."""


def run(_args: argparse.Namespace) -> NoReturn:
    """This process becomes the app's. -P: no module of the folder one stands in takes the place of one of ours."""
    os.execv(sys.executable, [sys.executable, "-P", "-m", "streamlit", "run", str(SCRIPT)])
