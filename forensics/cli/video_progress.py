"""Analyzing one video on the command line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from forensics.media.video.decoding_process import probe
from forensics.media.video.limits import limits_from_env
from forensics.messages.catalogue import text
from forensics.types.analysis import AnalysisSettings
from forensics.types.video import Progress, VideoResult

if TYPE_CHECKING:
    from forensics.detectors.registry import Detector

MAX_NAME_LENGTH = 24
"""Letters of a file's name in front of its bar."""


def analyze_file(path: Path, sha256: str, settings: AnalysisSettings, detector: "Detector") -> VideoResult:
    """The video where it lies, with a bar on the standard error. Nothing is kept of an analysis that is stopped.

    Raises MediaError.
    """
    from forensics.analysis.video import analyze_video  # noqa: PLC0415, imports torch

    video = probe(path, path.name, sha256)
    total = None if video.seconds is None else float(min(video.seconds, video.start + limits_from_env().seconds))
    with progress_bar(video.name, total) as shown:

        def say(progress: Progress) -> None:
            counted = text("cli-frames-and-faces", frames=progress.frames, faces=progress.faces)
            shown.set_postfix_str(counted, refresh=False)
            shown.update(progress.seconds - shown.n)

        return analyze_video(video, settings, detector, say=say)


@contextmanager
def progress_bar(name: str, total: float | None) -> Iterator["tqdm[Any]"]:
    """How far a video is, in its seconds, and the time left; in a log, where nobody watches, a line a minute."""
    watched = sys.stderr.isatty()
    short = name if len(name) <= MAX_NAME_LENGTH else f"{name[: MAX_NAME_LENGTH - 1]}…"
    places = {"bar": "{bar}", "elapsed": "{elapsed}", "remaining": "{remaining}", "postfix": "{postfix}"}
    of = "none" if total is None else f"{total:.0f}"
    with tqdm(
        total=total,
        desc=short,
        file=sys.stderr,
        delay=1 if watched else 30,
        mininterval=0.1 if watched else 60,
        leave=False,
        bar_format=text("cli-bar", name="{desc}", done="{n:.0f}", of=of, **places),
    ) as shown:
        yield shown
