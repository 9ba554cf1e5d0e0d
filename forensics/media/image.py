"""From bytes to pixels: what a file is, whether it can be analyzed, and its upright picture in 8-bit RGB.

Nothing here trusts the sender: the type is read from the bytes, sizes are refused from the header before memory is
taken, and the name is only ever text. All functions are safe to call from several threads.
"""

import hashlib
import io
import logging
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image
from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.ImageFile import ImageFile as PillowImage
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif import HeifImageFile

from forensics.error_codes import DetailCode, MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.formatting import display_name
from forensics.media.color_management import color_notes, is_hdr, to_srgb8, toned
from forensics.media.color_spaces import known_code_points
from forensics.media.file_type import HeaderError, header_dimensions, sniff_media_type
from forensics.media.further_content import further_content, picture_end
from forensics.media.picture_coding import misread_samples, unread_coding, unread_compression
from forensics.media.png_chunks import split_png
from forensics.media.rejections import (
    animated_image_error,
    corrupt_image_error,
    multipage_error,
    raw_image_error,
    unread_coding_error,
    unsupported_type_error,
)
from forensics.types.analysis import Frame, ImageFile
from forensics.types.image_codes import ImageNoteCode

# Pillow warns of oddities in metadata and of pictures above its own limit. Neither changes pixels, sizes are checked
# below, and a warning would end up among the sentences meant for the analyst.
warnings.filterwarnings("ignore", module=r"PIL\.")
logging.getLogger("PIL").addHandler(logging.NullHandler())

MAX_FILE_BYTES = 200_000_000
"""A photograph of 66 megapixels without any compression. What is larger is seldom one photograph, and a session keeps
its uploads in memory."""

MAX_PIXELS = 120_000_000
"""Medium-format cameras give 102 megapixels, the full mode of telephones 108. As RGB 120 take 360 MB, and twice that
while they are converted."""

MAX_PIXELS_A_BYTE = 100_000
"""A photograph has one or less, a plain area some thousands. Where a file claims more, it has nothing to show and costs
much."""

READERS: dict[str, type[PillowImage]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/webp": WebPImageFile,
    "image/tiff": TiffImageFile,
    "image/bmp": BmpImageFile,
    "image/heic": HeifImageFile,
    "image/avif": AvifImageFile,
}
"""Media type → Pillow's reader. Called directly, so that one file is never offered to the readers of all formats."""

NCLX_BOX = b"colrnclx"

ORIENTATION_TAG, SUBFILE_TAG, DNG_TAG = 0x0112, 0x00FE, 0xC612
REDUCED_RESOLUTION, TRANSPARENCY_MASK = 1, 4
"""Bits of SUBFILE_TAG: the page is a smaller version, or the transparency, of another one."""

EXIF_TRANSPOSE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → what makes the picture upright."""

FIRST_SWAPPED_ORIENTATION = 5
"""From this orientation on width and height change places."""

MAX_TIFF_PAGES = 64
"""Smaller versions in one TIFF that are looked through: each halves the size, so a sound file has fewer."""


class OpenedImage(NamedTuple):
    """image: its header read, and in `info` what declares its colors. faulty: parts beside the picture that were passed
    over. end: where the picture ends in the file. smaller: versions of it in the same file."""

    image: PillowImage
    faulty: tuple[str, ...]
    end: int
    smaller: int


def probe_image(content: bytes, name: str) -> ImageFile:
    """Look at the bytes as received, without decoding a pixel.

    Raises MediaError: `empty_file`, `file_too_large`, `not_a_picture`, `unsupported_type`, `video`,
    `too_many_pixels`, `animated`, `several_pages`, `damaged`.
    """
    check_file_size(len(content))
    found = sniff_media_type(content)
    if found not in READERS:
        raise unsupported_type_error(found)
    _check_declared(content, found)
    opened = _open(content, found)
    image = opened.image
    _check_pixels(*image.size, len(content))
    width, height = reversed(image.size) if _orientation(image) >= FIRST_SWAPPED_ORIENTATION else image.size
    return ImageFile(
        name=display_name(name),
        kind="image",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=found,
        width=width,
        height=height,
        notes=tuple(_notes(content, found, opened)),
    )


def _notes(content: bytes, found: str, opened: OpenedImage) -> Iterator[Fact]:
    with _decoding(content, found):
        yield from color_notes(opened.image)
        if opened.faulty:
            yield Fact(ImageNoteCode.FAULTY_PARTS, {"parts": ", ".join(opened.faulty)})
        if opened.smaller:
            yield Fact(ImageNoteCode.SMALLER_VERSIONS, {"pictures": opened.smaller})
        yield from further_content(content, found, opened.end, opened.image)


def decode_image(media: ImageFile) -> Frame:
    """The upright picture at full resolution in 8-bit sRGB. Raises MediaError: `damaged`, `unsupported_type`,
    `out_of_memory`."""
    try:
        with _decoding(media.content, media.media_type):
            pixels = _pixels(_open(media.content, media.media_type).image, media.content)
    except MemoryError as error:
        raise MediaError(MediaCode.OUT_OF_MEMORY, width=media.width, height=media.height) from error
    if pixels.shape[:2] != (media.height, media.width):  # HEIC states its size twice
        height, width = pixels.shape[:2]
        declared = {"width": media.width, "height": media.height}
        raise corrupt_image_error(
            Fact(DetailCode.SIZES_DIFFER, {**declared, "found_width": width, "found_height": height})
        )
    return Frame(0, 0.0, pixels)


def _pixels(image: PillowImage, content: bytes) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 sRGB, upright."""
    if isinstance(image, HeifImageFile) and is_hdr(image):  # Pillow would leave 8 of its 10 bits
        samples = np.asarray(pillow_heif.open_heif(content, convert_hdr_to_8bit=False))
        if samples.dtype == np.uint16 and samples.shape[2:] == (3,):
            return toned(samples, image)
    orientation = _orientation(image)
    image.load()
    return to_srgb8(image.transpose(EXIF_TRANSPOSE[orientation]) if orientation in EXIF_TRANSPOSE else image)


def check_file_size(size: int) -> None:
    """size: of a file, in bytes; ask before reading it. Raises MediaError (`empty_file`, `file_too_large`)."""
    if size == 0:
        raise MediaError(MediaCode.EMPTY_FILE)
    if size > MAX_FILE_BYTES:
        raise MediaError(MediaCode.FILE_TOO_LARGE, size=size, limit=MAX_FILE_BYTES)


def _check_declared(content: bytes, found: str) -> None:
    try:
        size = header_dimensions(content, found)
    except HeaderError as error:
        raise corrupt_image_error(error) from error
    if size is not None:
        _check_pixels(*size, len(content))


def _open(content: bytes, found: str) -> OpenedImage:
    """Read the header. Raises MediaError: `damaged`, `unsupported_type`, `animated`, `several_pages`."""
    with _decoding(content, found):
        if found == "image/png":
            return _open_png(content)
        unread = unread_compression(content) or misread_samples(content) if found == "image/tiff" else None
        if unread is not None:  # at some compressions libtiff would write to the terminal
            raise unread_coding_error(found, unread)
        image = READERS[found](io.BytesIO(content))
        smaller = _check_single(image)
        points = _nclx(image, content)
        if points and known_code_points(*points) and not image.info.get("icc_profile"):
            image.info["cicp"] = points
        return OpenedImage(image, (), picture_end(content, found), smaller)


def _nclx(image: PillowImage, content: bytes) -> tuple[int, int] | None:
    """Code points of primaries and transfer of a HEIC or AVIF (ISO/IEC 14496-12, 12.1.5)."""
    if isinstance(image, HeifImageFile):
        nclx = image.info.get("nclx_profile") or {}
        return nclx.get("color_primaries", 2), nclx.get("transfer_characteristics", 2)
    at = content.find(NCLX_BOX) if isinstance(image, AvifImageFile) else -1
    return struct.unpack_from(">HH", content, at + len(NCLX_BOX)) if at >= 0 else None


def _open_png(content: bytes) -> OpenedImage:
    parts = split_png(content)
    image = PngImageFile(io.BytesIO(parts.content))
    _check_single(image)
    if parts.cicp is not None and known_code_points(*parts.cicp[:2]):
        image.info["cicp"] = parts.cicp
    elif parts.profile is not None:
        image.info["icc_profile"] = parts.profile
    return OpenedImage(image, parts.faulty, parts.end, 0)


@contextmanager
def _decoding(content: bytes, found: str) -> Iterator[None]:
    """Whatever a decoder raises on hostile bytes, assertions of its own included, is the fault of the file, unless that
    is coded in a way that is not read.

    Raises MediaError: `damaged`, `unsupported_type`.
    """
    try:
        yield
    except (MediaError, MemoryError):
        raise
    except Exception as error:
        coding = unread_coding(content, found)
        raise (unread_coding_error(found, coding) if coding else corrupt_image_error(error)) from error


def _check_pixels(width: int, height: int, size: int) -> None:
    """size: of the file, in bytes."""
    if width < 1 or height < 1:
        raise corrupt_image_error(Fact(DetailCode.NO_PIXELS_DECLARED, {"width": width, "height": height}))
    if width * height > MAX_PIXELS:
        raise MediaError(MediaCode.TOO_MANY_PIXELS, width=width, height=height, limit=MAX_PIXELS)
    if width * height > size * MAX_PIXELS_A_BYTE:
        raise MediaError(MediaCode.TOO_FEW_BYTES, width=width, height=height, bytes=size)


def _check_single(image: PillowImage) -> int:
    """One file, one photograph: a second one would go by unseen. Returns how many smaller versions of it there are."""
    if isinstance(image, TiffImageFile):
        return _check_pages(image)
    if isinstance(image, HeifImageFile) and image.n_frames > 1:
        raise multipage_error()
    if isinstance(image, PngImageFile | WebPImageFile | AvifImageFile) and image.n_frames > 1:
        raise animated_image_error(Image.MIME[image.format])
    return 0


def _check_pages(image: TiffImageFile) -> int:
    """A second page is refused, unless it is a smaller version (thumbnail, pyramid) or the transparency of the first.

    In a camera's raw file the first page is the thumbnail.
    """
    if DNG_TAG in image.tag_v2 or image.tag_v2.get(SUBFILE_TAG, 0) & REDUCED_RESOLUTION:
        raise raw_image_error()
    smaller = 0
    try:
        for page in range(1, MAX_TIFF_PAGES):
            image.seek(page)
            kind = image.tag_v2.get(SUBFILE_TAG, 0)
            if not kind & (REDUCED_RESOLUTION | TRANSPARENCY_MASK):
                raise multipage_error()
            smaller += bool(kind & REDUCED_RESOLUTION)
    except EOFError:
        pass  # there is no further page
    image.seek(0)
    return smaller


def _orientation(image: PillowImage) -> int:
    """EXIF orientation, 1 to 8; 1 is upright, which the readers of TIFF and HEIC make the picture by themselves."""
    if isinstance(image, TiffImageFile | HeifImageFile):
        return 1
    exif = Image.Exif()
    try:
        with _decoding(b"", ""):
            exif.load(image.info.get("exif", b""))  # image.getexif() would decode all of a PNG
            orientation = exif.get(ORIENTATION_TAG)
    except MediaError:
        return 1  # damaged metadata are no reason to refuse sound pixels
    return orientation if orientation in EXIF_TRANSPOSE else 1
