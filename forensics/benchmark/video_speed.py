"""How fast a video is analyzed, where the time goes, and whether memory grows with its length."""

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
from forensics.benchmark.speed import time_calls, time_metric
from forensics.detectors.registry import Detector, load_detector
from forensics.faces.detection import VIDEO_SCALES, FaceDetector, detect_faces, shared_face_detector, video_settings
from forensics.faces.landmarks import FaceLandmarker
from forensics.measurements.metrics import Metric
from forensics.measurements.video_names import FACES, faces_side_by_side
from forensics.media.image import decode_image, probe_image
from forensics.media.video.decoding_process import open_frames, probe
from forensics.media.video.frame_sampling import sample_frames
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.multi_person_video import LabeledFrame, side_by_side, tile_size
from forensics.synthesis.still_animation import animate_still, camera_path, framing_transform
from forensics.synthesis.video_writer import write_clip
from forensics.types.analysis import AnalysisSettings, Frame
from forensics.types.model_card import Measurement
from forensics.types.video import VideoFile
from forensics.validation import present

T = TypeVar("T")

COMMAND = "python -m forensics benchmark video-speed"
SAMPLES = Path(__file__).parents[2] / "sample_media"
PORTRAITS = ("collins.jpg", "hopper.jpg")
SECONDS = 10
LOOPS = 60
"""Ten minutes of the ten seconds."""

RATE = Fraction(25)
CRF = 23
DETECTION_SHARE = 0.4
"""Height of a face over that of its tile."""

REPEATS = 3


def run_video_speed(detector_name: str) -> list[Measurement]:
    """Everything, on portraits of `sample_media` set in motion. The ten minutes take minutes."""
    detector = load_detector(detector_name)
    command = f"{COMMAND} --detector {detector_name}"
    figures: list[Measurement] = []
    with TemporaryDirectory() as folder:
        clips = {faces: write_moving_faces(Path(folder, f"{faces}.mp4"), faces) for faces in FACES}
        for faces, clip in clips.items():
            figures += measure_speeds(clip, detector, (faces_side_by_side(faces), command))
        long = loop_clip(clips[1], LOOPS, Path(folder, "long.mp4"))
        for what, clip in (("10 seconds", clips[1]), ("10 minutes", long)):
            grown = run_in_new_process(peak_memory_added, clip, detector_name)
            figures.append(Measurement(Metric.VIDEO_MEMORY, grown, None, None, 1, f"{what}, 1 face", command))
    return figures


def write_moving_faces(path: Path, faces: int, seconds: float = SECONDS) -> Path:
    """Write a 720p video with so many faces beside each other."""
    write_clip(path, (scene.pixels for scene in _scenes(faces, round(seconds * RATE))), RATE, CRF)
    return path


def _scenes(faces: int, count: int) -> Iterator[LabeledFrame]:
    stills, size = [_portrait(name) for name in PORTRAITS], tile_size(faces)
    people = [
        animate_still(still, framing_transform(still, *size, DETECTION_SHARE), *size, camera_path(count, RATE, number))
        for number, still in zip(range(faces), itertools.cycle(stills), strict=False)
    ]
    return side_by_side(people)


def _portrait(name: str) -> FaceImage:
    frame = decode_image(probe_image((SAMPLES / name).read_bytes(), name))
    (region,), _ = FaceDetector().detect(frame, 1)
    return FaceImage(frame.pixels, FaceLandmarker().detect(frame.pixels, region.box))


def loop_clip(clip: Path, loops: int, path: Path) -> Path:
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
                    packet.dts, packet.pts = packet.dts + offset, present(packet.pts) + offset
                    packet.stream = stream
                    target.mux(packet)
                offset += present(video.duration)
    return path


def measure_speeds(clip: Path, detector: Detector, where: tuple[str, str]) -> Iterator[Measurement]:
    """How fast the whole analysis is, and the shares that its parts would take alone."""
    video = _file(clip)
    whole = time_calls(lambda: analyze_video(video, AnalysisSettings(), detector), REPEATS)
    seconds = float(video.seconds or SECONDS)
    yield time_metric(Metric.VIDEO_SPEED, [seconds / one for one in whole], *where)
    pictures, decoding = _timed_call(lambda: _sampled(video))
    found, finding = _timed_call(
        lambda: [detect_faces(picture, video_settings(AnalysisSettings()))[0] for picture in pictures]
    )
    _, scoring = _timed_call(lambda: detector.score([region for regions in found for region in regions]))
    for name, taken in (
        (Metric.DECODING_SHARE, decoding),
        (Metric.FACE_FINDING_SHARE, finding),
        (Metric.SCORING_SHARE, scoring),
    ):
        yield Measurement(name, taken / median(whole), None, None, 1, *where)


def _sampled(video: VideoFile) -> list[Frame]:
    with open_frames(video) as stream:
        return [gap.sample.to_rgb() for gap in sample_frames(stream, AnalysisSettings().sample_fps)]


def _timed_call(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    result = work()
    return result, time.perf_counter() - began


def run_in_new_process(work: Callable[[Path, str], float], clip: Path, detector_name: str) -> float:
    """What `work` returns in a process that has done nothing before."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, clip, detector_name).result()


def peak_memory_added(clip: Path, detector_name: str) -> float:
    """MiB by which the peak of the process lies above what it held with the networks loaded; on Linux."""
    detector = load_detector(detector_name)
    shared_face_detector(VIDEO_SCALES, thorough=False)
    before = process_memory("VmRSS")
    analyze_video(_file(clip), AnalysisSettings(), detector)
    return process_memory("VmHWM") - before


def process_memory(name: str) -> float:
    """A figure of /proc/self/status in MiB: VmRSS what is held now, VmHWM the most that was."""
    lines = Path("/proc/self/status").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith(f"{name}:")]
    return int(line.split()[1]) / 1024


def _file(clip: Path) -> VideoFile:
    return probe(clip, clip.name, sha256(clip.read_bytes()).hexdigest())
