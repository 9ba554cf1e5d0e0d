"""Records of versions that counted time from the first frame and knew no held frames are still read."""

from dataclasses import fields
from fractions import Fraction

from made_video import made_video

from forensics.io.serialization import decode, encode
from forensics.types.video import Chunk, SampledFrame, VideoFile


def test_a_frame_without_the_time_that_it_was_held():
    assert decode(encode([3, 1536, 0.12, 0]), SampledFrame) == SampledFrame(3, 1536, 0.12, 0, held=0.0)


def test_a_file_without_its_start_and_its_crop():
    video = made_video()
    kept = {one.name: getattr(video, one.name) for one in fields(video) if one.name not in ("start", "crop")}
    read = decode(encode(kept), VideoFile)
    assert read == video
    assert (read.start, read.crop) == (Fraction(0), (0, 0, 0, 0))


def test_a_piece_without_notes():
    kept = {"frames": [], "observations": [], "cuts": [], "surplus": 0, "broken_packets": 2}
    assert decode(encode(kept), Chunk).notes == ()
