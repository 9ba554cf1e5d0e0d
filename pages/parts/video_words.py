"""The app's words for persons in videos and for times. A person has a number and never a name."""

from forensics.clock import clock
from forensics.types import Verdict
from forensics.video.judging import FileJudgement, TrackJudgement
from pages.parts.text import count
from pages.parts.wording import VERDICTS, counted


def duration(seconds: float) -> str:
    """ "some 40 seconds", "some 3 minutes": as much as an estimate is good for."""
    if seconds < 55:
        return f"some {max(5, 5 * round(seconds / 5))} seconds"
    if seconds < 5400:
        return f"some {count(max(1, round(seconds / 60)), 'minute')}"
    return f"some {count(round(seconds / 3600), 'hour')}"


def standing(judgement: FileJudgement) -> dict[Verdict, int]:
    """How many persons got which verdict."""
    return counted(track.decision.verdict for track in judgement.tracks)


def when_found(track: TrackJudgement, most: int = 3) -> str:
    """ "signs of manipulation between 0:02.0 and 0:04.2": the most serious verdict of a person's spans and its times.
    Empty where all spans say the same."""
    verdicts = [span.verdict for span in track.spans]
    worst = next((verdict for verdict in VERDICTS if verdict in verdicts), None)
    if worst is None or len(set(verdicts)) == 1:
        return ""
    spans = [span for span in track.spans if span.verdict == worst]
    times = [f"between {clock(span.start)} and {clock(span.end)}" for span in spans[:most]]
    more = [f"and {count(len(spans) - most, 'more time')}"] if len(spans) > most else []
    return f"{worst} {', '.join([*times, *more])}"
