"""What is said of a video's pictures: how they are cut, turned, stretched and colored, and what is not shown."""

from collections.abc import Iterator

from av.container import InputContainer
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.reformatter import ColorPrimaries
from av.video.stream import VideoStream

from forensics.facts import Fact
from forensics.media.video.container import video_streams
from forensics.media.video.decoder import has_alpha_beside
from forensics.media.video.frame_conversion import has_alpha, is_transparent, orientation_of, square_pixel_size
from forensics.media.video.hdr import CURVES, WIDE_PRIMARIES
from forensics.media.video.timeline import frame_counts
from forensics.media.video.track_header import Edges
from forensics.types.video_codes import NoteCode

PICTURE_SUBTITLES = ("dvd_subtitle", "dvb_subtitle", "hdmv_pgs_subtitle", "xsub")
"""Codecs of subtitles that are pictures."""

WITHOUT_TIMES = ("h264", "hevc")
"""Demuxers of streams that do not say when their pictures are shown."""


def picture_notes(container: InputContainer, stream: VideoStream, frame: VideoFrame, crop: Edges) -> Iterator[Fact]:
    """frame: the first one. crop: what of it is not shown."""
    yield from _stream_notes(container, stream)
    counts = frame_counts(container, stream)
    if counts.hidden:
        yield Fact(NoteCode.HIDDEN_FRAMES, counts._asdict())
    if container.format.name in WITHOUT_TIMES:
        yield Fact(NoteCode.RATE_ASSUMED, {"rate": float(stream.average_rate or 0)})
    if any(crop):
        shown = {"width": frame.width - crop.left - crop.right, "height": frame.height - crop.top - crop.bottom}
        yield Fact(NoteCode.CROPPED, shown | {"whole_width": frame.width, "whole_height": frame.height})
    turned = orientation_of(frame).note
    if turned is not None:
        yield turned
    if square_pixel_size(frame.width, frame.height, stream.sample_aspect_ratio) != (frame.width, frame.height):
        yield Fact(NoteCode.PIXELS_STRETCHED, {"aspect": str(stream.sample_aspect_ratio)})
    if is_transparent(frame):
        yield Fact(NoteCode.TRANSPARENT)
    elif has_alpha_beside(stream) and not has_alpha(frame):
        yield Fact(NoteCode.TRANSPARENCY_PASSED_OVER)
    if frame.interlaced_frame:
        yield Fact(NoteCode.INTERLACED)
    if frame.color_trc in CURVES:
        yield Fact(NoteCode.HIGH_DYNAMIC_RANGE)
    elif frame.color_primaries == ColorPrimaries.BT2020:
        yield Fact(NoteCode.WIDE_COLOURS)
    elif frame.color_primaries in WIDE_PRIMARIES:
        yield Fact(NoteCode.P3_COLORS)


def _stream_notes(container: InputContainer, chosen: VideoStream) -> Iterator[Fact]:
    """What the file holds to be seen beside the film that is looked at, and its data. Sound and words are not named."""
    films = video_streams(container)
    if len(films) > 1:
        yield Fact(NoteCode.ONE_OF_SEVERAL_FILMS, {"films": len(films)})
        for number, film in enumerate(films, start=1):
            code = NoteCode.FILM_LOOKED_AT if film is chosen else NoteCode.FILM_PASSED_OVER
            yield Fact(code, {"number": number, **_kind(film)})
    for picture in container.streams.video:
        if picture not in films:
            yield Fact(NoteCode.ATTACHED_PICTURE, _kind(picture))
    subtitles = [one for one in container.streams.subtitles if _codec(one) in PICTURE_SUBTITLES]
    if subtitles:
        yield Fact(NoteCode.PICTURE_SUBTITLES, {"tracks": len(subtitles)})
    data = [one for one in container.streams.data if "timecode" not in one.metadata]  # the clock of a camera
    if data:
        kinds = sorted({one.name for one in data if one.name})
        yield Fact(NoteCode.DATA_TRACKS, {"tracks": len(data), "kinds": ", ".join(kinds) or "none"})


def _kind(stream: VideoStream) -> dict[str, str | int]:
    context = stream.codec_context
    size = (context.width, context.height) if context is not None else (0, 0)
    return {"codec": _codec(stream), "width": size[0], "height": size[1]}


def _codec(stream: Stream) -> str:
    """ "?" where there is no decoder for it."""
    return stream.codec_context.codec.canonical_name if stream.codec_context is not None else "?"
