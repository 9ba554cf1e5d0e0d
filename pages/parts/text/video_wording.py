"""The app's words for persons in videos and for times. A person has a number and never a name."""

from forensics.decision.strength_wording import VERDICTS as CODES
from forensics.decision.video_verdict import PersonVerdict, VideoVerdict
from forensics.messages.catalogue import format_list, text
from forensics.messages.numbers import time_text
from forensics.types.analysis import Verdict
from pages.parts.text.wording import count_verdicts


def approximate_duration(seconds: float) -> str:
    """ "some 40 seconds", "some 3 minutes": as much as an estimate is good for."""
    if seconds < 55:
        return text("page-duration", unit="seconds", number=max(5, 5 * round(seconds / 5)))
    if seconds < 5400:
        return text("page-duration", unit="minutes", number=max(1, round(seconds / 60)))
    return text("page-duration", unit="hours", number=round(seconds / 3600))


def person_verdict_counts(judgment: VideoVerdict) -> dict[Verdict, int]:
    """How many persons got which verdict."""
    return count_verdicts(track.decision.verdict for track in judgment.tracks)


def when_sentence(track: PersonVerdict, most: int = 3) -> str:
    """ "Signs of manipulation between 0:02.0 and 0:04.2.": the most serious verdict of a person's spans and its times.
    Empty where all spans say the same."""
    verdicts = [span.verdict for span in track.spans]
    worst = next((verdict for verdict in Verdict if verdict in verdicts), None)
    if worst is None or len(set(verdicts)) == 1:
        return ""
    spans = [span for span in track.spans if span.verdict == worst]
    times = [text("page-people-between", start=time_text(span.start), end=time_text(span.end)) for span in spans[:most]]
    return text("page-people-when", verdict=CODES[worst], times=format_list(times), more=max(0, len(spans) - most))
