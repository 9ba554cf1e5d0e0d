"""From bytes to pixels: what a file is, whether it can be analysed, and its upright picture in 8-bit RGB.

Nothing here trusts the sender: the type is read from the bytes, sizes are refused from the header before memory is
taken, and the name is only ever text. All functions are safe to call from several threads.
"""

import hashlib
import io
import logging
import struct
import warnings
import zlib

from PIL import Image, ImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif import HeifImageFile

from forensics.error_codes import DetailCode, MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.formatting import shown_name
from forensics.media.color_management import to_rgb
from forensics.media.file_type import HeaderError, declared_size, media_type
from forensics.media.rejections import animated, damaged, raw_picture, several_pages, wrong_type
from forensics.types.analysis import Frame, MediaFile

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

READERS: dict[str, type[ImageFile.ImageFile]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/webp": WebPImageFile,
    "image/tiff": TiffImageFile,
    "image/bmp": BmpImageFile,
    "image/heic": HeifImageFile,
}
"""Media type → Pillow's reader. Called directly, so that one file is never offered to the readers of all formats."""

BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, RuntimeError, ArithmeticError)
"""What Pillow and its libraries raise on hostile bytes, with struct.error, zlib.error and DecompressionBombError."""
BROKEN += (struct.error, zlib.error, Image.DecompressionBombError)

ORIENTATION_TAG, SUBFILE_TAG, DNG_TAG = 0x0112, 0x00FE, 0xC612
REDUCED, MASK = 1, 4
"""Bits of SUBFILE_TAG: the page is a smaller version, or the transparency, of another one."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → what makes the picture upright."""

QUARTER_TURN = 5
"""From this orientation on width and height change places."""

MOST_PAGES_READ = 64
"""Smaller versions in one TIFF that are looked through: each halves the size, so a sound file has fewer."""


def read_media(content: bytes, name: str) -> MediaFile:
    """Look at the bytes as received, without decoding a pixel.

    Raises MediaError: `empty_file`, `file_too_large`, `not_a_picture`, `unsupported_type`, `video`,
    `too_many_pixels`, `animated`, `several_pages`, `damaged`.
    """
    check_size(len(content))
    found = media_type(content)
    if found not in READERS:
        raise wrong_type(found)
    _check_declared(content, found)
    image = _open(content, found)
    _check_pixels(*image.size)
    _check_single(image)
    width, height = reversed(image.size) if _orientation(image) >= QUARTER_TURN else image.size
    return MediaFile(
        name=shown_name(name),
        kind="image",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=found,
        width=width,
        height=height,
    )


def decode(media: MediaFile) -> Frame:
    """The upright picture at full resolution in 8-bit sRGB. Raises MediaError: `damaged`, `out_of_memory`."""
    image = _open(media.content, media.media_type)
    try:
        orientation = _orientation(image)
        image.load()
        pixels = to_rgb(image.transpose(TURNS[orientation]) if orientation in TURNS else image)
    except BROKEN as error:
        raise damaged(error) from error
    except MemoryError as error:
        raise MediaError(MediaCode.OUT_OF_MEMORY, width=media.width, height=media.height) from error
    if pixels.shape[:2] != (media.height, media.width):  # HEIC states its size twice
        height, width = pixels.shape[:2]
        declared = {"width": media.width, "height": media.height}
        raise damaged(Fact(DetailCode.SIZES_DIFFER, {**declared, "found_width": width, "found_height": height}))
    return Frame(0, 0.0, pixels)


def check_size(size: int) -> None:
    """size: of a file, in bytes; ask before reading it. Raises MediaError (`empty_file`, `file_too_large`)."""
    if size == 0:
        raise MediaError(MediaCode.EMPTY_FILE)
    if size > MAX_FILE_BYTES:
        raise MediaError(MediaCode.FILE_TOO_LARGE, size=size, limit=MAX_FILE_BYTES)


def _check_declared(content: bytes, found: str) -> None:
    try:
        size = declared_size(content, found)
    except HeaderError as error:
        raise damaged(error) from error
    if size is not None:
        _check_pixels(*size)


def _open(content: bytes, found: str) -> ImageFile.ImageFile:
    """Read the header. Raises MediaError (`damaged`)."""
    try:
        return READERS[found](io.BytesIO(content))
    except BROKEN as error:
        raise damaged(error) from error


def _check_pixels(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise damaged(Fact(DetailCode.NO_PIXELS_DECLARED, {"width": width, "height": height}))
    if width * height > MAX_PIXELS:
        raise MediaError(MediaCode.TOO_MANY_PIXELS, width=width, height=height, limit=MAX_PIXELS)


def _check_single(image: ImageFile.ImageFile) -> None:
    """One file, one photograph: what else it holds would go by unseen."""
    try:
        if isinstance(image, TiffImageFile):
            _check_pages(image)
        elif isinstance(image, PngImageFile | WebPImageFile) and image.n_frames > 1:
            raise animated(Image.MIME[image.format])
    except BROKEN as error:
        raise damaged(error) from error


def _check_pages(image: TiffImageFile) -> None:
    """A second page is refused, unless it is a smaller version (thumbnail, pyramid) or the transparency of the first.

    In a camera's raw file the first page is the thumbnail.
    """
    if DNG_TAG in image.tag_v2 or image.tag_v2.get(SUBFILE_TAG, 0) & REDUCED:
        raise raw_picture()
    try:
        for page in range(1, MOST_PAGES_READ):
            image.seek(page)
            if not image.tag_v2.get(SUBFILE_TAG, 0) & (REDUCED | MASK):
                raise several_pages()
    except EOFError:
        pass  # there is no further page
    image.seek(0)


def _orientation(image: ImageFile.ImageFile) -> int:
    """EXIF orientation, 1 to 8; 1 is upright, which the readers of TIFF and HEIC make the picture by themselves."""
    if isinstance(image, TiffImageFile | HeifImageFile):
        return 1
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif", b""))  # image.getexif() would decode all of a PNG
        orientation = exif.get(ORIENTATION_TAG)
    except BROKEN:
        return 1  # damaged metadata are no reason to refuse sound pixels
    return orientation if orientation in TURNS else 1
