"""What is said of what a file holds beside the film that is looked at."""

from types import SimpleNamespace

from forensics.media.video.picture_notes import _stream_notes
from forensics.messages.catalogue import sentence


def coded(name):
    return SimpleNamespace(codec_context=SimpleNamespace(codec=SimpleNamespace(canonical_name=name)))


def said(subtitles=(), data=()):
    streams = SimpleNamespace(video=[], subtitles=subtitles, data=data)
    return [sentence(note) for note in _stream_notes(SimpleNamespace(streams=streams), None)]


def test_subtitles_that_are_pictures_are_named_and_words_are_not():
    tracks = [coded("hdmv_pgs_subtitle"), coded("subrip"), coded("dvd_subtitle"), SimpleNamespace(codec_context=None)]
    assert said(tracks) == ["The file has 2 tracks of subtitles that are pictures, which were not looked at."]
    assert said(tracks[1:2]) == []


def test_data_are_named_by_their_kinds_and_the_clock_of_a_camera_is_not():
    unknown, places = (SimpleNamespace(name=name, metadata={}) for name in (None, "bin_data"))
    clock = SimpleNamespace(name=None, metadata={"timecode": "01:00:00:00"})
    assert said(data=[places, places, clock, unknown]) == [
        "The file has 3 tracks of data (bin_data), which were not looked at."
    ]
    assert said(data=[unknown]) == ["The file has 1 track of data, which were not looked at."]
    assert said(data=[clock]) == []
