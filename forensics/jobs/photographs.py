"""The analysis of one stored photograph, which can be stopped between the passes of its faces."""

from collections.abc import Callable
from itertools import count

from forensics.analysis.image import analyze_frame
from forensics.detectors.registry import Detector
from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.jobs.job import Photograph
from forensics.jobs.precedence import PRECEDENCE
from forensics.media.decoding_process import decode_image, probe_image
from forensics.types.analysis import AnalysisSettings, ImageResult


class StopRequestedError(Exception):
    """Somebody asked for the end, and there is nothing that could be kept."""


def analyze_photograph(
    photograph: Photograph,
    settings: AnalysisSettings,
    detector: Detector,
    *,
    say: Callable[[int], None] = lambda passes: None,
    stop: Callable[[], bool] = lambda: False,
) -> ImageResult:
    """Read and analyze it. say: is told how many passes of faces are done. stop: is asked before each of them.

    Raises MediaError; StopRequestedError.
    """
    try:
        content = photograph.path.read_bytes()
    except OSError as error:
        raise MediaError(MediaCode.UNREADABLE_FILE, reason=str(error.strerror)) from error
    media = probe_image(content, photograph.name)
    passes = count()

    def tick() -> None:
        if stop():
            raise StopRequestedError
        say(next(passes))

    frame = decode_image(media)
    with PRECEDENCE.photograph():
        return analyze_frame(media, frame, settings, detector, tick)
