"""From bytes to pixels, and every row of the bad-input list that concerns files."""

import hashlib
import io
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.media import image as media
from forensics.media.image import decode_image, probe_image

LEFT, RIGHT = (200, 40, 40), (40, 40, 200)


def red_and_blue(width: int = 48, height: int = 32) -> Image.Image:
    """Left half red, right half blue: shows at once whether a picture was turned or its colors exchanged."""
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:, : width // 2], pixels[:, width // 2 :] = LEFT, RIGHT
    return Image.fromarray(pixels)


def encoded(image: Image.Image, file_type: str, **options: object) -> bytes:
    stream = io.BytesIO()
    if file_type == "HEIF":
        pillow_heif.from_pillow(image).save(stream, quality=95)
    else:
        image.save(stream, file_type, **options)
    return stream.getvalue()


def code_of(content: bytes) -> str:
    """The code with which the bytes are refused; the sentence must be one line and not empty."""
    with pytest.raises(MediaError) as caught:
        decode_image(probe_image(content, "x.jpg"))
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    return caught.value.code


def png_declaring(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header)) + b"\0" * 12


@pytest.mark.parametrize(
    ("file_type", "wanted"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("WEBP", "image/webp"),
        ("TIFF", "image/tiff"),
        ("BMP", "image/bmp"),
        ("HEIF", "image/heic"),
        ("AVIF", "image/avif"),
    ],
)
def test_every_type_is_known_by_its_bytes_and_decoded(file_type, wanted):
    content = encoded(red_and_blue(), file_type)
    got = probe_image(content, "holiday.txt")
    pixels = decode_image(got).pixels
    assert (got.media_type, got.kind, got.width, got.height) == (wanted, "image", 48, 32)
    assert got.sha256 == hashlib.sha256(content).hexdigest()
    assert pixels.shape == (32, 48, 3)
    assert pixels.dtype == np.uint8
    assert np.abs(pixels[16, 8].astype(int) - LEFT).max() <= 12
    assert np.abs(pixels[16, 40].astype(int) - RIGHT).max() <= 12


def test_png_is_decoded_without_any_change():
    noise = np.random.default_rng(0).integers(0, 256, (9, 7, 3), np.uint8)
    frame = decode_image(probe_image(encoded(Image.fromarray(noise), "PNG"), "x"))
    assert np.array_equal(frame.pixels, noise)
    assert (frame.index, frame.seconds, frame.pixels.flags.writeable) == (0, 0.0, False)


# What an orientation of 1 to 8 says of the stored picture, whose left half is red: where red is after turning.
RED_SIDE = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}
SIDES = {
    "left": (slice(None), slice(0, 8)),
    "right": (slice(None), slice(-8, None)),
    "top": (slice(0, 8), slice(None)),
    "bottom": (slice(-8, None), slice(None)),
}


@pytest.mark.parametrize("file_type", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_rotation_is_honoured(file_type, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    got = probe_image(encoded(red_and_blue(), file_type, exif=exif), "x")
    pixels = decode_image(got).pixels
    assert (got.width, got.height) == ((32, 48) if orientation >= 5 else (48, 32))
    assert pixels.shape == (got.height, got.width, 3)
    red = pixels[SIDES[RED_SIDE[orientation]]].reshape(-1, 3).mean(axis=0)
    assert np.abs(red - LEFT).max() < 25


def test_heic_rotation_is_honoured_once():
    exif = Image.Exif()
    exif[0x0112] = 6
    stream, image = io.BytesIO(), red_and_blue()
    pillow_heif.encode("RGB", image.size, image.tobytes(), stream, exif=exif.tobytes())
    got = probe_image(stream.getvalue(), "x")
    pixels = decode_image(got).pixels
    assert (got.width, got.height) == (32, 48)
    assert pixels.shape == (48, 32, 3)
    assert np.abs(pixels[:8].reshape(-1, 3).mean(axis=0) - LEFT).max() < 25


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_damaged_metadata_do_not_refuse_sound_pixels():
    assert decode_image(probe_image(encoded(red_and_blue(), "JPEG", exif=b"Exif\0\0nonsense"), "x")).pixels.shape == (
        32,
        48,
        3,
    )


@pytest.mark.parametrize(
    ("mode", "file_type", "wanted"),
    [
        ("CMYK", "JPEG", [200, 40, 40]),
        ("CMYK", "TIFF", [200, 40, 40]),
        ("P", "PNG", [200, 40, 40]),
        ("RGBA", "WEBP", [200, 40, 40]),
        ("1", "PNG", [0, 0, 0]),
        ("L", "JPEG", [88, 88, 88]),
        ("LA", "PNG", [88, 88, 88]),
    ],
)
def test_files_of_every_kind_of_color_become_rgb(mode, file_type, wanted):
    image = red_and_blue().convert("L") if mode in ("1", "L", "LA") else red_and_blue()
    image = image.convert(mode, dither=Image.Dither.NONE)
    pixels = decode_image(probe_image(encoded(image, file_type), "x")).pixels
    assert pixels.shape == (32, 48, 3)
    assert np.abs(pixels[16, 8].astype(int) - wanted).max() <= 12


@pytest.mark.parametrize(
    ("levels", "file_type", "wanted"),
    [
        (np.uint16([[0, 25_700, 65_535]]), "PNG", [0, 100, 255]),
        (np.uint16([[0, 25_700, 65_535]]), "TIFF", [0, 100, 255]),
        (np.float32([[0, 0.4, 1]]), "TIFF", [0, 102, 255]),
    ],
)
def test_more_than_eight_bits_become_eight(levels, file_type, wanted):
    pixels = decode_image(probe_image(encoded(Image.fromarray(levels), file_type), "x")).pixels
    assert pixels.tolist() == [[[level] * 3 for level in wanted]]


def test_of_the_pictures_of_a_telephone_in_one_jpeg_the_first_is_taken():
    content = encoded(red_and_blue(), "MPO", save_all=True, append_images=[Image.new("RGB", (8, 8))])
    got = probe_image(content, "x")
    assert (got.media_type, decode_image(got).pixels.shape) == ("image/jpeg", (32, 48, 3))


def test_one_pixel_is_a_picture():
    frame = decode_image(probe_image(encoded(Image.new("RGB", (1, 1), (1, 2, 3)), "PNG"), "x"))
    assert frame.pixels.tolist() == [[[1, 2, 3]]]


def test_an_empty_file_is_refused():
    assert code_of(b"") == "empty_file"


def test_a_text_named_jpg_is_refused():
    assert code_of(b"Dear Sir,\nplease find attached the photograph.\n") == "not_a_picture"


def test_unknown_bytes_are_refused():
    assert code_of(bytes(range(256))) == "not_a_picture"


@pytest.mark.parametrize("file_type", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "HEIF"])
@pytest.mark.parametrize("share", [0.2, 0.6])
def test_a_truncated_picture_is_refused(file_type, share):
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8))
    content = encoded(noise, file_type)
    assert code_of(content[: int(len(content) * share)]) == "damaged"


def test_a_header_alone_is_refused():
    assert code_of(b"\xff\xd8\xff\xe0") == "damaged"


def test_too_many_pixels_are_refused_from_the_header_before_memory_is_taken(monkeypatch):
    def must_not_run(*_):
        raise AssertionError("pixels were allocated")

    monkeypatch.setattr(Image.core, "new", must_not_run)
    with pytest.raises(MediaError, match="60000×60000 pixels") as caught:
        probe_image(png_declaring(60_000, 60_000), "bomb.png")
    assert caught.value.code == "too_many_pixels"


def test_a_webp_is_refused_before_its_reader_makes_the_canvas(monkeypatch):
    huge = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0" + b"\0" * 4 + b"\xfe\x3f\0" * 2 + b"\0" * 12  # 16383 × 16383
    monkeypatch.setitem(media.READERS, "image/webp", None)
    assert code_of(huge) == "too_many_pixels"


def test_a_bmp_and_a_jpeg_that_declare_too_much_are_refused():
    bmp = bytearray(encoded(red_and_blue(), "BMP"))
    bmp[18:26] = struct.pack("<ii", 60_000, 60_000)
    jpeg = bytearray(encoded(red_and_blue(), "JPEG"))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", 60_000, 60_000)
    assert code_of(bytes(bmp)) == "too_many_pixels"
    assert code_of(bytes(jpeg)) == "too_many_pixels"


def test_the_size_is_checked_before_anything_is_read():
    with pytest.raises(MediaError, match=r"at most 200 MB .* 300\.0 MB came") as caught:
        media.check_file_size(300_000_000)
    assert caught.value.code == "file_too_large"
    media.check_file_size(200_000_000)


def test_an_upload_over_the_limit_is_refused_before_decoding(monkeypatch):
    monkeypatch.setattr(media, "MAX_FILE_BYTES", 100)
    assert code_of(encoded(red_and_blue(), "PNG") + b"\0" * 100) == "file_too_large"


@pytest.mark.parametrize(("file_type", "code"), [("GIF", "video"), ("WEBP", "video"), ("PNG", "video")])
def test_animations_are_refused(file_type, code):
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "green", "blue")]
    content = encoded(frames[0], file_type, save_all=True, append_images=frames[1:], duration=50)
    assert code_of(content) == code


def test_a_tiff_of_several_pages_is_refused():
    content = encoded(red_and_blue(), "TIFF", save_all=True, append_images=[red_and_blue()])
    assert code_of(content) == "several_pages"


def test_a_tiff_with_a_thumbnail_is_one_photograph():
    thumbnail = red_and_blue(12, 8)
    thumbnail.encoderinfo = {"tiffinfo": {254: 1}}
    content = encoded(red_and_blue(), "TIFF", save_all=True, append_images=[thumbnail])
    got = probe_image(content, "x")
    assert (got.width, got.height) == (48, 32)
    assert decode_image(got).pixels.shape == (32, 48, 3)


def test_a_raw_picture_is_not_mistaken_for_its_thumbnail():
    assert code_of(encoded(red_and_blue(), "TIFF", tiffinfo={254: 1})) == "unsupported_type"


def test_a_video_gets_its_own_sentence():
    with pytest.raises(MediaError, match="one photograph was wanted here") as caught:
        probe_image(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 64, "clip.jpg")
    assert caught.value.code == "video"


def test_other_pictures_are_named():
    with pytest.raises(MediaError, match="image/jxl") as caught:
        probe_image(b"\0\0\0\x0cJXL \r\n\x87\n" + b"\0" * 64, "x.jxl")
    assert caught.value.code == "unsupported_type"


def test_a_hostile_name_is_only_text():
    assert probe_image(encoded(red_and_blue(), "PNG"), "../a\x1b[31m\r\n<b>.png").name == "../a[31m<b>.png"


def test_too_little_memory_is_said_in_a_sentence(monkeypatch):
    def no_memory(_):
        raise MemoryError

    monkeypatch.setattr(media, "to_srgb8", no_memory)
    assert code_of(encoded(red_and_blue(), "PNG")) == "out_of_memory"


def test_a_picture_whose_size_is_not_the_declared_one_is_refused():
    got = probe_image(encoded(red_and_blue(), "PNG"), "x")
    with pytest.raises(MediaError, match="47×32 pixels declared, 48×32 found") as caught:
        decode_image(replace(got, width=47))
    assert caught.value.code == "damaged"


def test_many_threads_get_the_same_pixels():
    contents = [encoded(red_and_blue(), file_type) for file_type in ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "HEIF")] * 4
    alone = [decode_image(probe_image(content, "x")).pixels for content in contents]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda content: decode_image(probe_image(content, "x")).pixels, contents))
    assert all(np.array_equal(first, second) for first, second in zip(alone, together, strict=True))


def test_pillow_keeps_its_own_limit():
    assert Image.MAX_IMAGE_PIXELS == 89_478_485


def test_what_a_decoder_asserts_is_a_fault_of_the_file():
    """A PNG of a palette without its palette: Pillow raises AssertionError, without a word."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    ]
    parts = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    ]
    with pytest.raises(MediaError, match="its reader does not say why") as caught:
        decode_image(probe_image(b"\x89PNG\r\n\x1a\n" + b"".join(parts), "x"))
    assert caught.value.code == "damaged"


def test_a_file_that_claims_far_more_than_it_holds_is_refused_before_it_is_decoded():
    size = struct.pack("<I", 10_899 | 10_899 << 14)  # ten pixels less a side than the limit allows
    data = b"\x2f" + size + bytes(9)
    content = b"RIFF" + struct.pack("<I", 12 + len(data)) + b"WEBPVP8L" + struct.pack("<I", len(data)) + data
    with pytest.raises(MediaError) as caught:
        probe_image(content, "x.webp")
    assert caught.value.fact.code == MediaCode.TOO_FEW_BYTES
    assert probe_image(encoded(Image.new("RGB", (3000, 4000)), "PNG"), "plain.png").width == 3000
