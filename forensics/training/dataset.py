"""The pictures to train on: read from the data folder once, each with its central face found, and kept in memory.

Forgeries by others, kind by kind, and large portraits are read in `forgeries.py`.

Whatever the network learns from has gone through the same face finder as in use.
"""

import csv
import hashlib
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.faces.detection import FaceDetector, crop_region
from forensics.faces.landmarks import FaceLandmarker
from forensics.io.atomic_write import atomic_path
from forensics.training import forgery_kinds
from forensics.types.analysis import Box, FaceRegion, Frame

HELD_OUT_SHARE = 10
"""One training picture in ten never trains: thresholds, calibration and the choice of a network come from these."""

ARCHIVES = ("openforensics-train-00", "openforensics-train-01", "lfw-faces", "stylegan-faces", "multiface-photos")
LFW_ARCHIVE = "lfw-faces"
PAIRS = "openforensics-pairs"
N_TRAINING_PAIRS = 33  # pairs 0 to 32 come from the photographs of the training side; the rest is for reporting
MIN_TRAINING_FACE_SIDE = 40  # pixels; below that a face of a crowd photograph has nothing left to learn from
MAX_CROP_SIDE = 640  # pixels; larger cut-outs of faces from photographs are made smaller
CLIPS = "talking-heads"
PORTRAITS = "portraits-large"
FRAMES_PER_CLIP = 16
ALL_ARCHIVES = (*ARCHIVES, PAIRS, CLIPS, forgery_kinds.ARCHIVE, PORTRAITS)
SMALL_SOURCES = (
    f"{forgery_kinds.ARCHIVE}/",
    PORTRAITS,
)  # sources of some hundred faces: half of what is held out is watched


@dataclass(frozen=True, slots=True, eq=False)
class TrainingFace:
    """One face to learn from: encoded picture (JPEG or PNG bytes), box and mesh in its pixels, and what it is.

    mask: encoded registered mask, 255 = manipulated, where there is one.
    """

    name: str
    source: str
    manipulated: bool
    picture: bytes
    box: Box
    mesh: NDArray[np.float32]
    mask: bytes | None = None

    @property
    def photograph(self) -> str:
        """Name of the photograph or clip the face is from: a `#` parts it from the number of the face."""
        return self.name.split("#")[0]

    @property
    def kept_back(self) -> bool:
        """Whether it is of the quarter of `kinds` that a version is reported on: it neither trains nor calibrates."""
        origin = self.photograph.removeprefix(f"{forgery_kinds.ARCHIVE}/")
        return self.source.startswith(f"{forgery_kinds.ARCHIVE}/") and forgery_kinds.is_origin_kept_back(origin)

    @property
    def held_out(self) -> bool:
        """Whether it never trains."""
        return self.kept_back or self._number % HELD_OUT_SHARE == 0

    @property
    def watched(self) -> bool:
        """Whether it is of the quarter of the held-out faces that is looked at while training; the others calibrate.
        The half of those sources that are too small for a quarter."""
        parts = 2 if self.source.startswith(SMALL_SOURCES) else 4
        return not self.kept_back and self._number % (parts * HELD_OUT_SHARE) == 0

    @property
    def _number(self) -> int:
        return int(hashlib.sha1(self.photograph.encode()).hexdigest(), 16)

    def pixels(self) -> NDArray[np.uint8]:
        """(H, W, 3) uint8 RGB."""
        return decode_picture(self.picture)

    def region(self) -> FaceRegion:
        """The face as an analysis would find it."""
        pixels = self.pixels()
        return crop_region(Frame(0, 0.0, pixels), 1, self.box, 1.0, None)


def decode_picture(content: bytes) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 RGB of an encoded picture of the training data."""
    return cv2.cvtColor(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def encode_picture(pixels: NDArray[np.uint8]) -> bytes:
    """PNG of (H, W, 3) uint8 RGB or (H, W) gray: without loss, for the training data."""
    return cv2.imencode(".png", pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))[1].tobytes()


def archive_members(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the pictures of a tar file, in its order. Raises TrainingError where it is missing."""
    if not archive.is_file():
        raise TrainingError(TrainingCode.MISSING_ARCHIVE, file=archive.name, folder=str(archive.parent))
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and member.name.endswith((".jpg", ".png", ".mp4")):
                content = tar.extractfile(member)
                if content is not None:
                    yield member.name, content.read()


def archive_hashes(folder: Path, archives: tuple[str, ...] = ALL_ARCHIVES) -> dict[str, str]:
    """SHA-256 of each archive, for the card."""
    return {name: hashlib.sha256((folder / f"{name}.tar").read_bytes()).hexdigest() for name in archives}


def central_face(regions: list[FaceRegion], width: int, height: int) -> FaceRegion | None:
    """The face nearest to the middle of the picture: the one the label speaks of."""

    def distance(region: FaceRegion) -> float:
        x, y = (region.box.left + region.box.right) / 2, (region.box.top + region.box.bottom) / 2
        return abs(x - width / 2) + abs(y - height / 2)

    return min(regions, key=distance, default=None)


def read_faces(folder: Path) -> list[TrainingFace]:
    """Every usable face of the training archives in `folder`."""
    finder, mesh = FaceDetector(), FaceLandmarker()
    faces: list[TrainingFace] = []
    for archive in ARCHIVES:
        for name, content in tqdm(archive_members(folder / f"{archive}.tar"), desc=archive, mininterval=5):
            frame = Frame(0, 0.0, decode_picture(content))
            regions, _ = finder.detect(frame, 100)
            if archive == "multiface-photos":
                faces += _photo_faces(name, frame, regions, mesh)
            else:
                height, width = frame.pixels.shape[:2]
                region = central_face(regions, width, height)
                if region is not None:
                    points = mesh.detect(frame.pixels, region.box)
                    manipulated = name.startswith("fake/")
                    faces.append(TrainingFace(f"{archive}/{name}", archive, manipulated, content, region.box, points))
    return faces + _paired_forgeries(folder, finder, mesh) + _clip_faces(folder, finder, mesh)


def _paired_forgeries(folder: Path, finder: FaceDetector, mesh: FaceLandmarker) -> list[TrainingFace]:
    """The forgeries of the training pairs, with their masks."""
    contents = dict(archive_members(folder / f"{PAIRS}.tar"))
    faces = []
    for number in range(N_TRAINING_PAIRS):
        name = f"pair_{number:03d}"
        picture = contents[f"fake/{name}.jpg"]
        pixels = decode_picture(picture)
        regions, _ = finder.detect(Frame(0, 0.0, pixels), 100)
        region = central_face(regions, pixels.shape[1], pixels.shape[0])
        if region is not None:
            points = mesh.detect(pixels, region.box)
            mask = contents[f"mask/{name}.png"]
            faces.append(TrainingFace(f"{PAIRS}/{name}", PAIRS, True, picture, region.box, points, mask))
    return faces


def _clip_faces(folder: Path, finder: FaceDetector, mesh: FaceLandmarker) -> list[TrainingFace]:
    """The faces of evenly spread frames of every clip."""
    faces = []
    for name, content in archive_members(folder / f"{CLIPS}.tar"):
        for number, pixels in enumerate(_sample_frames(content)):
            frame = Frame(0, 0.0, pixels)
            found = _photo_faces(name, frame, finder.detect(frame, 1)[0], mesh)
            faces += [replace(face, name=f"{CLIPS}/{name}#{number}", source=CLIPS) for face in found]
    return faces


def _sample_frames(content: bytes) -> Iterator[NDArray[np.uint8]]:
    """Evenly spread frames of a clip, (H, W, 3) uint8 RGB. OpenCV reads clips from files alone."""
    with tempfile.NamedTemporaryFile(suffix=".mp4") as file:
        file.write(content)
        file.flush()
        clip = cv2.VideoCapture(file.name)
        step = max(1, int(clip.get(cv2.CAP_PROP_FRAME_COUNT)) // FRAMES_PER_CLIP)
        number = 0
        while clip.grab():
            if number % step == 0:
                yield cv2.cvtColor(clip.retrieve()[1], cv2.COLOR_BGR2RGB)
            number += 1
        clip.release()


def _photo_faces(name: str, frame: Frame, regions: list[FaceRegion], mesh: FaceLandmarker) -> list[TrainingFace]:
    """Each large enough face of a photograph as a picture of its own, with twice its box around it."""
    height, width = frame.pixels.shape[:2]
    faces = []
    for region in regions:
        box = region.box
        if min(box.width, box.height) < MIN_TRAINING_FACE_SIDE:
            continue
        reach = max(box.width, box.height)
        x, y = (box.left + box.right) // 2, (box.top + box.bottom) // 2
        left, top = max(0, x - reach), max(0, y - reach)
        cut = frame.pixels[top : min(height, y + reach), left : min(width, x + reach)]
        scale = min(1.0, MAX_CROP_SIDE / max(cut.shape[:2]))
        cut = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else cut
        inner = Box(*(round((edge - start) * scale) for edge, start in zip(box, (left, top) * 2, strict=True)))
        _, encoded = cv2.imencode(".png", cv2.cvtColor(np.ascontiguousarray(cut), cv2.COLOR_RGB2BGR))
        points = mesh.detect(np.ascontiguousarray(cut), inner)
        label = f"multiface-photos/{name}#{region.face_id}"
        faces.append(TrainingFace(label, "multiface-photos", False, encoded.tobytes(), inner, points))
    return faces


def save_faces(faces: list[TrainingFace], path: Path) -> None:
    """Keep the faces in one uncompressed .npz without pickles, so that a second training starts at once."""
    text = np.array([f"{f.name}\t{f.source}\t{int(f.manipulated)}" for f in faces])
    sizes = np.array([[len(f.picture), len(f.mask or b"")] for f in faces])
    pictures = np.frombuffer(b"".join(f.picture + (f.mask or b"") for f in faces), np.uint8)
    boxes, meshes = np.array([f.box for f in faces]), np.stack([f.mesh for f in faces])
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(path) as unfinished, unfinished.open("wb") as file:
        np.savez(file, text=text, sizes=sizes, pictures=pictures, boxes=boxes, meshes=meshes)


def load_faces(path: Path) -> list[TrainingFace]:
    with np.load(path, allow_pickle=False) as stored:
        values = {name: stored[name] for name in stored.files}
    ends = np.cumsum(values["sizes"]).reshape(-1, 2)
    faces = []
    for i, line in enumerate(values["text"].tolist()):
        name, source, manipulated = line.split("\t")
        start, (middle, end) = ends[i][0] - values["sizes"][i][0], ends[i]
        picture, mask = values["pictures"][start:middle].tobytes(), values["pictures"][middle:end].tobytes() or None
        box = Box(*(int(edge) for edge in values["boxes"][i]))
        faces.append(TrainingFace(name, source, manipulated == "1", picture, box, values["meshes"][i], mask))
    return faces


def check_split(faces: list[TrainingFace], folder: Path) -> None:
    """Raises TrainingError where openforensics.csv gives a picture that trains to another split."""
    with (folder / "openforensics.csv").open(newline="") as file:
        split = {f"{row['shard'].removesuffix('.tar')}/{row['name']}": row["split"] for row in csv.DictReader(file)}
    wrong = [f.name for f in faces if f.source.startswith("openforensics-train") and split.get(f.name) != "train"]
    if wrong:
        raise TrainingError(TrainingCode.LEAK, pictures=len(wrong), example=wrong[0])


def never_trained(name: str) -> bool:
    """Whether the training kept back the picture of that name, archive first."""
    return TrainingFace(name, "", False, b"", Box(0, 0, 1, 1), np.zeros((468, 2), np.float32)).held_out
