"""From bytes to pixels: what a file is, whether it can be analyzed, and its upright picture in 8-bit RGB.

Nothing here trusts the sender: the type is read from the bytes, sizes are refused from the header before memory is
taken, and the name is only ever text. All functions are safe to call from several threads.
"""

import hashlib
import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image
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
from forensics.media.color_management import to_srgb8
from forensics.media.file_type import HeaderError, header_dimensions, sniff_media_type
from forensics.media.rejections import (
    animated_image_error,
    corrupt_image_error,
    multipage_error,
    raw_image_error,
    unsupported_type_error,
)
from forensics.types.analysis import Frame, ImageFile

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

READERS: dict[str, type[PillowImage]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/webp": WebPImageFile,
    "image/tiff": TiffImageFile,
    "image/bmp": BmpImageFile,
    "image/heic": HeifImageFile,
}
"""Media type → Pillow's reader. Called directly, so that one file is never offered to the readers of all formats."""

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
    image = _open(content, found)
    _check_pixels(*image.size)
    _check_single(image)
    width, height = reversed(image.size) if _orientation(image) >= FIRST_SWAPPED_ORIENTATION else image.size
    return ImageFile(
        name=display_name(name),
        kind="image",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=found,
        width=width,
        height=height,
    )


def decode_image(media: ImageFile) -> Frame:
    """The upright picture at full resolution in 8-bit sRGB. Raises MediaError: `damaged`, `out_of_memory`."""
    image = _open(media.content, media.media_type)
    try:
        with _decoding():
            orientation = _orientation(image)
            image.load()
            pixels = to_srgb8(image.transpose(EXIF_TRANSPOSE[orientation]) if orientation in EXIF_TRANSPOSE else image)
    except MemoryError as error:
        raise MediaError(MediaCode.OUT_OF_MEMORY, width=media.width, height=media.height) from error
    if pixels.shape[:2] != (media.height, media.width):  # HEIC states its size twice
        height, width = pixels.shape[:2]
        declared = {"width": media.width, "height": media.height}
        raise corrupt_image_error(
            Fact(DetailCode.SIZES_DIFFER, {**declared, "found_width": width, "found_height": height})
        )
    return Frame(0, 0.0, pixels)


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
        _check_pixels(*size)


def _open(content: bytes, found: str) -> PillowImage:
    """Read the header. Raises MediaError (`damaged`)."""
    with _decoding():
        return READERS[found](io.BytesIO(content))


@contextmanager
def _decoding() -> Iterator[None]:
    """Whatever a decoder raises on hostile bytes, assertions of its own included, is the fault of the file.

    Raises MediaError (`damaged`).
    """
    try:
        yield
    except (MediaError, MemoryError):
        raise
    except Exception as error:
        raise corrupt_image_error(error) from error


def _check_pixels(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise corrupt_image_error(Fact(DetailCode.NO_PIXELS_DECLARED, {"width": width, "height": height}))
    if width * height > MAX_PIXELS:
        raise MediaError(MediaCode.TOO_MANY_PIXELS, width=width, height=height, limit=MAX_PIXELS)


def _check_single(image: PillowImage) -> None:
    """One file, one photograph: what else it holds would go by unseen."""
    with _decoding():
        if isinstance(image, TiffImageFile):
            _check_pages(image)
        elif isinstance(image, PngImageFile | WebPImageFile) and image.n_frames > 1:
            raise animated_image_error(Image.MIME[image.format])


def _check_pages(image: TiffImageFile) -> None:
    """A second page is refused, unless it is a smaller version (thumbnail, pyramid) or the transparency of the first.

    In a camera's raw file the first page is the thumbnail.
    """
    if DNG_TAG in image.tag_v2 or image.tag_v2.get(SUBFILE_TAG, 0) & REDUCED_RESOLUTION:
        raise raw_image_error()
    try:
        for page in range(1, MAX_TIFF_PAGES):
            image.seek(page)
            if not image.tag_v2.get(SUBFILE_TAG, 0) & (REDUCED_RESOLUTION | TRANSPARENCY_MASK):
                raise multipage_error()
    except EOFError:
        pass  # there is no further page
    image.seek(0)


def _orientation(image: PillowImage) -> int:
    """EXIF orientation, 1 to 8; 1 is upright, which the readers of TIFF and HEIC make the picture by themselves."""
    if isinstance(image, TiffImageFile | HeifImageFile):
        return 1
    exif = Image.Exif()
    try:
        with _decoding():
            exif.load(image.info.get("exif", b""))  # image.getexif() would decode all of a PNG
            orientation = exif.get(ORIENTATION_TAG)
    except MediaError:
        return 1  # damaged metadata are no reason to refuse sound pixels
    return orientation if orientation in EXIF_TRANSPOSE else 1
