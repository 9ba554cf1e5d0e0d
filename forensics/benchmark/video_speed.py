"""How fast a video is analysed, where the time goes, and whether memory grows with its length."""

import itertools
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

import av

from forensics.analysis.video import analyze_video
from forensics.benchmark.speed import figure_of_times, times
from forensics.detectors.registry import Detector, load_detector
from forensics.faces.detection import VIDEO_SIDES, FaceFinder, face_finder, find_faces, video_search
from forensics.faces.landmarks import FaceMesh
from forensics.measurements.metrics import Metric
from forensics.measurements.video_names import FACES, faces_side_by_side
from forensics.media.image import decode, read_media
from forensics.media.video.frame_sampling import gaps
from forensics.media.video.reader import open_frames, probe
from forensics.synthesis.forgery import Sitter
from forensics.synthesis.multi_person_video import Scene, side_by_side, tile_size
from forensics.synthesis.still_animation import camera_path, framing, set_in_motion
from forensics.synthesis.video_writer import write_clip
from forensics.types.analysis import AnalysisSettings, Frame
from forensics.types.model_card import Figure
from forensics.types.video import VideoFile

T = TypeVar("T")

COMMAND = "python -m forensics benchmark video-speed"
SAMPLES = Path(__file__).parents[2] / "sample_media"
PORTRAITS = ("collins.jpg", "hopper.jpg")
SECONDS = 10
LOOPS = 60
"""Ten minutes of the ten seconds."""

RATE = Fraction(25)
CRF = 23
SHARE = 0.4
"""Height of a face over that of its tile."""

REPEATS = 3


def measure(detector_name: str) -> list[Figure]:
    """Everything, on portraits of `sample_media` set in motion. The ten minutes take minutes."""
    detector = load_detector(detector_name)
    command = f"{COMMAND} --detector {detector_name}"
    figures: list[Figure] = []
    with TemporaryDirectory() as folder:
        clips = {faces: moving_faces(Path(folder, f"{faces}.mp4"), faces) for faces in FACES}
        for faces, clip in clips.items():
            figures += speeds(clip, detector, (faces_side_by_side(faces), command))
        long = looped(clips[1], LOOPS, Path(folder, "long.mp4"))
        for what, clip in (("10 seconds", clips[1]), ("10 minutes", long)):
            grown = in_own_process(memory_added, clip, detector_name)
            figures.append(Figure(Metric.VIDEO_MEMORY, grown, None, None, 1, f"{what}, 1 face", command))
    return figures


def moving_faces(path: Path, faces: int, seconds: float = SECONDS) -> Path:
    """Write a 720p video with so many faces beside each other."""
    write_clip(path, (scene.pixels for scene in _scenes(faces, round(seconds * RATE))), RATE, CRF)
    return path


def _scenes(faces: int, count: int) -> Iterator[Scene]:
    stills, size = [_portrait(name) for name in PORTRAITS], tile_size(faces)
    people = [
        set_in_motion(still, framing(still, *size, SHARE), *size, camera_path(count, RATE, number))
        for number, still in zip(range(faces), itertools.cycle(stills), strict=False)
    ]
    return side_by_side(people)


def _portrait(name: str) -> Sitter:
    frame = decode(read_media((SAMPLES / name).read_bytes(), name))
    (region,), _ = FaceFinder().find(frame, 1)
    return Sitter(frame.pixels, FaceMesh().landmarks(frame.pixels, region.box))


def looped(clip: Path, loops: int, path: Path) -> Path:
    """The clip so many times after each other, without decoding it."""
    with av.open(str(path), "w") as target:
        stream, offset = None, 0
        for _ in range(loops):
            with av.open(str(clip)) as source:
                video = source.streams.video[0]
                stream = stream or target.add_stream_from_template(video)
                for packet in source.demux(video):
                    if packet.dts is None:  # the mark of the end
                        continue
                    packet.dts, packet.pts, packet.stream = packet.dts + offset, packet.pts + offset, stream
                    target.mux(packet)
                offset += video.duration
    return path


def speeds(clip: Path, detector: Detector, where: tuple[str, str]) -> Iterator[Figure]:
    """How fast the whole analysis is, and the shares that its parts would take alone."""
    video = _file(clip)
    whole = times(lambda: analyze_video(video, AnalysisSettings(), detector), REPEATS)
    seconds = float(video.seconds or SECONDS)
    yield figure_of_times(Metric.VIDEO_SPEED, [seconds / one for one in whole], *where)
    pictures, decoding = _timed(lambda: _sampled(video))
    found, finding = _timed(lambda: [find_faces(picture, video_search(AnalysisSettings()))[0] for picture in pictures])
    _, scoring = _timed(lambda: detector.score([region for regions in found for region in regions]))
    for name, taken in (
        (Metric.DECODING_SHARE, decoding),
        (Metric.FACE_FINDING_SHARE, finding),
        (Metric.SCORING_SHARE, scoring),
    ):
        yield Figure(name, taken / median(whole), None, None, 1, *where)


def _sampled(video: VideoFile) -> list[Frame]:
    with open_frames(video) as stream:
        return [gap.sample.picture() for gap in gaps(stream, AnalysisSettings().sample_fps)]


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    result = work()
    return result, time.perf_counter() - began


def in_own_process(work: Callable[[Path, str], float], clip: Path, detector_name: str) -> float:
    """What `work` returns in a process that has done nothing before."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, clip, detector_name).result()


def memory_added(clip: Path, detector_name: str) -> float:
    """MiB by which the peak of the process lies above what it held with the networks loaded; on Linux."""
    detector = load_detector(detector_name)
    face_finder(VIDEO_SIDES, border=False)
    before = _status("VmRSS")
    analyze_video(_file(clip), AnalysisSettings(), detector)
    return _status("VmHWM") - before


def _status(name: str) -> float:
    """A figure of /proc/self/status in MiB: VmRSS what is held now, VmHWM the most that was."""
    lines = Path("/proc/self/status").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith(f"{name}:")]
    return int(line.split()[1]) / 1024


def _file(clip: Path) -> VideoFile:
    return probe(clip, clip.name, sha256(clip.read_bytes()).hexdigest())
