"""Make the sample pictures and their manifest: `python -m sample_media.make_samples`.

Two portraits in the public domain, which packages of requirements-dev.txt ship, and this project's own forgeries of
them. The same versions of the packages give the same bytes.
"""

import io
import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from skimage.data import astronaut

from forensics.faces.detection import FaceDetector
from forensics.faces.landmarks import FaceLandmarker
from forensics.io.atomic_write import atomic_write
from forensics.media.image import decode_image, probe_image
from forensics.synthesis.face_swap import swap_face
from forensics.synthesis.self_blend import self_blend
from forensics.types.analysis import Box, Frame

FOLDER = Path(__file__).parent
SCHEMA = "telltale.samples/1"
LICENCE = "Public domain (works of the United States government); the forgeries are released likewise (CC0 1.0)"
COLLINS = "Eileen Collins, NASA Great Images, from scikit-image (skimage.data.astronaut)"
HOPPER = "Grace Hopper, official portrait, US Navy, 1984, from matplotlib (sample_data/grace_hopper.jpg)"
BOTH = f"{COLLINS}; {HOPPER}"
QUALITY = 92
"""What cameras and editors write by default, near enough."""

MANIPULATED_SHARE = 0.02
"""Share of a face's box that the mask must cover for the face to count as manipulated; a mouth covers some 5 %."""


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """pixels: (H, W, 3) uint8 RGB; mesh: (468, 2) float32 in its pixels; file: the bytes as the package ships them."""

    pixels: NDArray[np.uint8]
    mesh: NDArray[np.float32]
    file: bytes

    def flipped(self) -> "Portrait":
        return portrait(np.ascontiguousarray(self.pixels[:, ::-1]), b"")


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A sample before its manifest entry is written. mask: (H, W) float32 in [0, 1]; None where nothing was changed."""

    file: str
    title: str
    origin: str
    how: str
    content: bytes
    mask: NDArray[np.float32] | None = None


def portrait(pixels: NDArray[np.uint8], file: bytes) -> Portrait:
    (face,), _ = FaceDetector().detect(Frame(0, 0.0, pixels), 1)
    return Portrait(pixels, FaceLandmarker().detect(pixels, face.box), file)


def encoded(pixels: NDArray[np.uint8], suffix: str, quality: int = QUALITY) -> bytes:
    """suffix: "jpg", "png" or "webp"."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, {"jpg": "JPEG"}.get(suffix, suffix), quality=quality, optimize=True)
    return stream.getvalue()


def resized(image: NDArray, factor: float) -> NDArray:
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


def make_samples() -> list[Sample]:
    """All samples, in the order in which the app offers them."""
    hopper_file = Path(matplotlib.get_data_path(), "sample_data", "grace_hopper.jpg").read_bytes()
    collins = portrait(astronaut(), b"")
    hopper = portrait(decode_image(probe_image(hopper_file, "grace_hopper.jpg")).pixels, hopper_file)
    return [
        *_untouched(collins, hopper),
        *_swaps(collins, hopper),
        *_parts(collins, hopper),
        _group(collins, hopper),
    ]


def _untouched(collins: Portrait, hopper: Portrait) -> list[Sample]:
    small = encoded(resized(collins.pixels, 0.5), "jpg", quality=20)
    return [
        Sample("collins.jpg", "Untouched portrait, smiling", COLLINS, "Saved as JPEG.", encoded(collins.pixels, "jpg")),
        Sample("hopper.jpg", "Untouched portrait, with glasses", HOPPER, "The file as shipped.", hopper.file),
        Sample("low-quality.jpg", "Untouched, small and worn", COLLINS, "Half the size, JPEG of quality 20.", small),
    ]


def _swaps(collins: Portrait, hopper: Portrait) -> list[Sample]:
    poisson = swap_face(hopper.pixels, hopper.mesh, collins.pixels, collins.mesh, "inner face", "poisson")
    feathered = swap_face(collins.pixels, collins.mesh, hopper.pixels, hopper.mesh, "inner face", "feather")
    sent = encoded(resized(feathered.image, 0.75), "webp", quality=45)
    how = "{}'s inner face on {}'s head, aligned by landmarks, colors matched, {}."
    hopper_on_collins = how.format("Hopper", "Collins", "blended in the gradient domain (Poisson)")
    collins_on_hopper = how.format("Collins", "Hopper", "with a feathered edge")
    return [
        Sample(
            "swap-poisson.jpg",
            "Face swap, Poisson blending",
            BOTH,
            hopper_on_collins,
            encoded(poisson.image, "jpg"),
            poisson.mask,
        ),
        Sample(
            "swap-feathered.jpg",
            "Face swap, feathered edge",
            BOTH,
            collins_on_hopper,
            encoded(feathered.image, "jpg"),
            feathered.mask,
        ),
        Sample(
            "swap-recompressed.webp",
            "Face swap, sent through a messenger",
            BOTH,
            f"{collins_on_hopper} Then three quarters of the size, WebP of quality 45.",
            sent,
            resized(feathered.mask, 0.75),
        ),
    ]


def _parts(collins: Portrait, hopper: Portrait) -> list[Sample]:
    blended = self_blend(hopper.pixels, hopper.mesh, np.random.default_rng(1), "inner face")
    mouth = swap_face(hopper.pixels, hopper.mesh, collins.pixels, collins.mesh, "mouth", "poisson")
    around = np.s_[0:240, 110:350]  # her head: the whole portrait as PNG would be too large a file
    return [
        Sample(
            "self-blended.jpg",
            "Face blended with a changed copy of itself",
            HOPPER,
            f"{blended.how[0].upper()}{blended.how[1:]}.",
            encoded(blended.image, "jpg"),
            blended.mask,
        ),
        Sample(
            "mouth.png",
            "Only the mouth exchanged, no compression",
            BOTH,
            "Hopper's mouth on Collins' face, blended in the gradient domain (Poisson).",
            encoded(np.ascontiguousarray(mouth.image[around]), "png"),
            mouth.mask[around],
        ),
    ]


def _group(collins: Portrait, hopper: Portrait) -> Sample:
    """Four heads of the same height beside each other; the third is forged."""
    turned = collins.flipped()
    forged = swap_face(hopper.pixels, hopper.mesh, turned.pixels, turned.mesh, "inner face", "feather")
    heads = [
        _head(collins.pixels, collins.mesh),
        _head(hopper.pixels, hopper.mesh),
        _head(forged.image, turned.mesh),
        _head(hopper.flipped().pixels, hopper.flipped().mesh),
    ]
    masks = [np.zeros(head.shape[:2], np.float32) for head in heads]
    masks[2] = _head(forged.mask, turned.mesh)
    how = "Four portraits beside each other; in the third, Hopper's inner face was laid on Collins' mirrored portrait."
    picture = encoded(np.hstack(heads), "jpg", quality=88)
    return Sample("group.jpg", "Four faces, one of them forged", BOTH, how, picture, np.hstack(masks))


def _head(image: NDArray, mesh: NDArray[np.float32], side: int = 260) -> NDArray:
    """A square of that many pixels around a face, twice as wide as the mesh is high."""
    reach = float(np.ptp(mesh[:, 1]))
    scale = side / (2 * reach)
    x, y = mesh.mean(axis=0) - [reach, 1.15 * reach]
    to_square = np.array([[scale, 0, -x * scale], [0, scale, -y * scale]])
    flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.warpAffine(image, to_square, (side, side), flags=flags, borderMode=cv2.BORDER_REPLICATE)


def manifest_entry(sample: Sample, finder: FaceDetector) -> dict:
    media = probe_image(sample.content, sample.file)
    regions, _ = finder.detect(decode_image(media), 100)
    faces = [
        {
            "face_id": region.face_id,
            "box": list(region.box),
            "manipulated": sample.mask is not None and _covered(sample.mask, region.box) > MANIPULATED_SHARE,
        }
        for region in regions
    ]
    return {
        "file": sample.file,
        "title": sample.title,
        "sha256": media.sha256,
        "width": media.width,
        "height": media.height,
        "origin": sample.origin,
        "licence": LICENCE,
        "how": sample.how,
        "mask": None if sample.mask is None else mask_name(sample),
        "faces": faces,
    }


def _covered(mask: NDArray[np.float32], box: Box) -> float:
    return float((mask[box.top : box.bottom, box.left : box.right] >= 0.5).mean())


def mask_name(sample: Sample) -> str:
    return f"masks/{Path(sample.file).stem}.png"


def main() -> None:
    """Write every sample, its mask and the manifest into this folder."""
    (FOLDER / "masks").mkdir(exist_ok=True)
    finder, entries = FaceDetector(), []
    for sample in make_samples():
        atomic_write(FOLDER / sample.file, sample.content)
        if sample.mask is not None:
            mask = np.rint(np.clip(sample.mask, 0, 1) * 255).astype(np.uint8)
            atomic_write(FOLDER / mask_name(sample), encoded(mask, "png"))
        entries.append(manifest_entry(sample, finder))
    manifest = FOLDER / "manifest.json"
    document = json.loads(manifest.read_text(encoding="utf-8"))  # its videos are those of make_videos.py
    text = json.dumps(document | {"schema": SCHEMA, "samples": entries}, indent=2, ensure_ascii=False)
    atomic_write(manifest, text + "\n")


if __name__ == "__main__":
    main()
