"""One video from its file to findings: one pass over the stream, a second or so at a time."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from forensics.analysis.observations import detect_and_score
from forensics.analysis.thumbnails import add_thumbnails
from forensics.decision.calibration import logit
from forensics.detectors.crop_detector import OnProgress, ignore_progress
from forensics.detectors.registry import Detector
from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.faces.detection import MAX_FACES_IN_FRAME, iou
from forensics.facts import Fact
from forensics.media.video.decoding_process import open_frames
from forensics.media.video.frame_sampling import Sample, sample_frames
from forensics.media.video.limits import limits_from_env
from forensics.media.video.stream_frame import FrameStream, StreamFrame
from forensics.tracking.linking import build_tracks
from forensics.types.analysis import AnalysisSettings, Frame, Skipped
from forensics.types.reasons import SkippedCode
from forensics.types.video import Chunk, Detection, Progress, SampledFrame, VideoFile, VideoResult
from forensics.types.video_codes import EndingCode
from forensics.versions import software_versions

SAMPLES_PER_CHUNK = 5
"""Samples that are found, scored and kept together: a second at the usual rate, so that little is lost on a stop."""

SCORE_JUMP_LOGIT = 1.5
"""Difference of a face's score between two samples, on the scale of the logit, from which the frames between are looked
at too."""

SAME_FACE_IOU = 0.3
"""Intersection over union from which two boxes of consecutive samples are taken for one face."""

FrameObservations = tuple[Detection, ...]

LookAt = Callable[[Sequence[tuple[SampledFrame, Frame]]], tuple[list[FrameObservations], int]]
"""What is seen in each of some frames, and how many detections were too many: `detect_and_score`."""


def analyze_video(
    video: VideoFile,
    settings: AnalysisSettings,
    detector: Detector,
    *,
    done: Iterable[Chunk] = (),
    keep: Callable[[Chunk], None] = lambda chunk: None,
    say: Callable[[Progress], None] = lambda progress: None,
    stop: Callable[[], bool] = lambda: False,
    make_way: OnProgress = ignore_progress,
) -> VideoResult:
    """Sample the frames, score their faces, follow the persons.

    done: what an earlier run on the same file with the same settings has kept; the work goes on after it. keep: is
    handed each further piece as soon as it is finished. stop: is asked after each piece, and after the first one also
    between its frames and faces, whether to end there; the result then holds the pieces that were finished, and says
    so. make_way: is called between frames and faces too, and may wait for what is more urgent. Raises MediaError where
    not one frame can be decoded.
    """
    chunks = list(done)
    with open_frames(video, chunks[-1].frames[-1] if chunks else None, thumbnails=True) as stream:
        ended = _analyze_frames(video, stream, settings, detector, chunks, keep, say, stop, make_way)
    if not chunks:
        raise MediaError(MediaCode.NO_FRAME_DECODED)
    return _result(video, settings, detector, chunks, ended)


def _analyze_frames(
    video: VideoFile,
    stream: FrameStream,
    settings: AnalysisSettings,
    detector: Detector,
    chunks: list[Chunk],
    keep: Callable[[Chunk], None],
    say: Callable[[Progress], None],
    stop: Callable[[], bool],
    make_way: OnProgress,
) -> Fact | None:
    """Add the rest of the video to the chunks; why it ends before the file does. Raises MediaError where there are
    none."""
    began, first = time.monotonic(), chunks[-1].frames[-1].seconds if chunks else float(video.start)
    broken = chunks[-1].broken_packets if chunks else 0

    def tick() -> None:
        make_way()
        if chunks and stop():
            raise _StopRequested

    look_at = partial(detect_and_score, settings=settings, detector=detector, tick=tick)
    try:
        for chunk in _chunks(stream, look_at, settings.sample_fps, chunks, broken):
            chunks.append(chunk)
            keep(chunk)
            say(_report_progress(video, chunks, time.monotonic() - began, first))
            if stop():
                return Fact(EndingCode.STOPPED, {"seconds": chunk.frames[-1].seconds})
    except _StopRequested:
        return Fact(EndingCode.STOPPED, {"seconds": chunks[-1].frames[-1].seconds})
    except MediaError as error:
        if not chunks:
            raise
        return Fact(EndingCode.DECODING_FAILED, {"seconds": chunks[-1].frames[-1].seconds}, error.fact)
    return stream.ended


class _StopRequested(Exception):  # noqa: N818, no error
    """Somebody asked for the end in the middle of a piece."""


def _chunks(
    stream: FrameStream, look_at: LookAt, sample_fps: float, done: Sequence[Chunk], broken: int
) -> Iterator[Chunk]:
    """The rest of the video, piece by piece."""
    before = (done[-1].frames[-1], done[-1].observations[-1]) if done else None
    shot = before[0].shot if before else 0
    shot_start = max((cut for chunk in done for cut in chunk.cuts), default=done[0].frames[0].seconds) if done else None
    waiting: list[Sample] = []
    for gap in sample_frames(stream, sample_fps, shot_start):
        if before and (gap.sample.index, gap.held) <= (before[0].index, before[0].held):
            continue  # where the earlier run ended, delivered again so that no cut is missed
        waiting.append(gap)
        if len(waiting) == SAMPLES_PER_CHUNK:
            chunk = _process_chunk(waiting, shot, before, look_at, broken + stream.broken_packets, stream.notes)
            yield chunk
            before, waiting = (chunk.frames[-1], chunk.observations[-1]), []
    if waiting:
        yield _process_chunk(waiting, shot, before, look_at, broken + stream.broken_packets, stream.notes)


def _process_chunk(
    waiting: Sequence[Sample],
    first_shot: int,
    before: tuple[SampledFrame, FrameObservations] | None,
    look_at: LookAt,
    broken: int,
    notes: tuple[Fact, ...],
) -> Chunk:
    """Look at the samples, then at the frames between those where a score changes fast."""
    samples = [_sampled(gap.sample, first_shot + gap.shot, gap.held) for gap in waiting]
    found, surplus = _score_samples(samples, waiting, before, look_at)
    neighbors = [before, *found.items()]
    between = [
        (_sampled(frame, earlier[0].shot), frame.to_rgb())
        for earlier, sample, gap in zip(neighbors, samples, waiting, strict=False)
        if earlier and not gap.is_cut and score_jumps(earlier[1], found[sample])
        for frame in gap.between
    ]
    more, further = look_at(between)
    found |= zip((sampled for sampled, _ in between), more, strict=True)
    frames = tuple(sorted(found))
    return Chunk(
        frames=frames,
        observations=tuple(found[frame] for frame in frames),
        cuts=tuple(sample.seconds for sample, gap in zip(samples, waiting, strict=True) if gap.is_cut),
        surplus=surplus + further,
        broken_packets=broken,
        notes=notes,
    )


def _score_samples(
    samples: Sequence[SampledFrame],
    waiting: Sequence[Sample],
    before: tuple[SampledFrame, FrameObservations] | None,
    look_at: LookAt,
) -> tuple[dict[SampledFrame, FrameObservations], int]:
    """What is seen in each sample, and the surplus. A frame that is a sample again, because it stays on the screen, is
    scored once."""
    known = {before[0].index: before[1]} if before else {}
    wanted: dict[int, tuple[SampledFrame, Frame]] = {}
    for sampled, gap in zip(samples, waiting, strict=True):
        if sampled.index not in known | wanted:
            wanted[sampled.index] = sampled, gap.sample.to_rgb()
    seen, surplus = look_at(list(wanted.values()))
    known |= zip(wanted, seen, strict=True)
    return {sampled: tuple(_seen_again(one, sampled) for one in known[sampled.index]) for sampled in samples}, surplus


def _seen_again(one: Detection, frame: SampledFrame) -> Detection:
    return one if one.sighting.frame == frame else replace(one, sighting=replace(one.sighting, frame=frame))


def _sampled(frame: StreamFrame, shot: int, held: float = 0.0) -> SampledFrame:
    return SampledFrame(frame.index, frame.pts, frame.seconds + held, shot, held)


def score_jumps(earlier: FrameObservations, later: FrameObservations) -> bool:
    """Whether the score of a face at the same place differs by SCORE_JUMP_LOGIT or more."""
    pairs = [
        (one.sighting, other.sighting)
        for one in earlier
        for other in later
        if iou(one.sighting.box, other.sighting.box) >= SAME_FACE_IOU
    ]
    return any(
        abs(logit(one.fake_score) - logit(other.fake_score)) >= SCORE_JUMP_LOGIT
        for one, other in pairs
        if one.evaluated and other.evaluated
    )


def _report_progress(video: VideoFile, chunks: Sequence[Chunk], elapsed: float, first: float) -> Progress:
    seconds = chunks[-1].frames[-1].seconds
    return Progress(
        seconds=seconds,
        total=None if video.seconds is None else float(min(video.seconds, video.start + limits_from_env().seconds)),
        frames=sum(len(chunk.frames) for chunk in chunks),
        faces=sum(len(seen) for chunk in chunks for seen in chunk.observations),
        elapsed=elapsed,
        done=seconds - first,
    )


def _result(
    video: VideoFile, settings: AnalysisSettings, detector: Detector, chunks: Sequence[Chunk], ended: Fact | None
) -> VideoResult:
    tracks, brief = build_tracks(chunks)
    skipped = list(brief)
    surplus = sum(chunk.surplus for chunk in chunks)
    if surplus:
        skipped.append(
            Skipped(Fact(SkippedCode.WEAKEST_OF_FRAMES, {"detections": surplus, "most": MAX_FACES_IN_FRAME}))
        )
    noted = {note.code: note for chunk in reversed(chunks) for note in chunk.notes}  # of each kind the first
    return VideoResult(
        video=replace(video, notes=(*video.notes, *noted.values())),
        card=detector.card,
        settings=settings,
        tracks=add_thumbnails(video, tracks),
        frames=tuple(frame for chunk in chunks for frame in chunk.frames),
        cuts=tuple(cut for chunk in chunks for cut in chunk.cuts),
        skipped=tuple(skipped),
        broken_packets=chunks[-1].broken_packets,
        ended=ended,
        versions=software_versions(),
    )
