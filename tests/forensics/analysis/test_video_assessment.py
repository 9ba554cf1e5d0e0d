import gc

import numpy as np
import pytest
from scored_track import scored_track
from video_values import sampled, small_result

from forensics.analysis.video_assessment import _CACHE, assess_video
from forensics.decision.key_moments import key_moments
from forensics.decision.score_curve import score_curve
from forensics.decision.video_verdict import decide_person, decide_video
from forensics.types.video import Track, VideoResult

pytestmark = pytest.mark.slow


def _result_of(*tracks: Track) -> VideoResult:
    return small_result(tracks=tracks, frames=tuple(sampled(number) for number in range(40)))


def test_it_says_what_its_parts_say():
    result = _result_of(scored_track([0.04] * 20 + [0.97] * 10), scored_track([0.3] * 9, face_id=2))
    said = assess_video(result)
    assert said.file == said.without_references == decide_video(result)
    for track in result.tracks:
        drawn = score_curve(track, result.card)
        assert all(np.array_equal(*pair) for pair in zip(said.lines[track.face_id], drawn, strict=True))
        assert said.moments[track.face_id] == key_moments(track, drawn)
    assert said.person_without_references(2).typical == decide_person(result.tracks[1], result.card).typical


def test_it_is_worked_out_once_for_a_result_and_goes_with_it():
    gc.collect()
    before = len(_CACHE)
    result = _result_of(scored_track([0.97] * 10))
    assert assess_video(result) is assess_video(result)
    assert len(_CACHE) == before + 1
    del result
    gc.collect()
    assert len(_CACHE) == before
