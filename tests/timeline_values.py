from dataclasses import replace

from made_video import forged_for_a_while, frames_of, made_result, made_video, track_of, untouched

from forensics.decision.score_curve import score_curve
from forensics.decision.video_verdict import decide_person
from pages.parts.inspect.timeline_chart import PersonRow

FRAMES = frames_of(12, cut=6.0)
TRACKS = (
    track_of(1, FRAMES, untouched),
    track_of(2, FRAMES[:50], forged_for_a_while),
    track_of(3, FRAMES[20:30], untouched, verdict="not evaluated"),
)
RESULT = replace(made_result(), tracks=TRACKS, frames=FRAMES, cuts=(6.0,), video=made_video(seconds=12))


def person(number, **changes):
    track = TRACKS[number - 1]
    return PersonRow(track, decide_person(track, RESULT.card), score_curve(track, RESULT.card), **changes)
