"""The analysis of one stored photograph, which can be stopped between the passes of its faces."""

import threading
from collections.abc import Callable
from dataclasses import replace

from forensics.detectors import Detector
from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.jobs.job import Photograph
from forensics.media import read_media
from forensics.pipeline import analyze
from forensics.types import AnalysisResult, AnalysisSettings


class StoppedError(Exception):
    """Somebody asked for the end, and there is nothing that could be kept."""


def analyze_photograph(
    photograph: Photograph,
    settings: AnalysisSettings,
    detector: Detector,
    *,
    say: Callable[[int], None] = lambda passes: None,
    stop: Callable[[], bool] = lambda: False,
) -> AnalysisResult:
    """Read and analyse it. say: is told how many passes of faces are done. stop: is asked before each of them.

    Raises MediaError; StoppedError.
    """
    try:
        content = photograph.path.read_bytes()
    except OSError as error:
        raise MediaError(MediaCode.UNREADABLE_FILE, reason=error.strerror) from error
    media = read_media(content, photograph.name)
    return analyze(media, settings, replace(detector, lock=_Asking(detector.lock, say, stop)))


class _Asking:
    """The detector's lock, which it takes for each pass: the place to say how far it is, and to stop."""

    def __init__(self, lock: threading.Lock, say: Callable[[int], None], stop: Callable[[], bool]) -> None:
        self._lock, self._say, self._stop = lock, say, stop
        self._passes = 0

    def __enter__(self) -> None:
        if self._stop():
            raise StoppedError
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        self._passes += 1
        self._say(self._passes)
