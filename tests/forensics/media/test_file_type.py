"""What a file is, by its first bytes."""

import io

import pytest
from PIL import Image

from forensics.error_codes import DetailCode
from forensics.media.file_type import HeaderError, header_dimensions, is_video, sniff_media_type


def brands(major: bytes, *others: bytes) -> bytes:
    body = b"ftyp" + major + b"\0\0\0\0" + b"".join(others)
    return (len(body) + 4).to_bytes(4, "big") + body + b"mdat" + b"\0" * 32


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"\xff\xd8\xff\xe1", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"II*\0\x08\0\0\0", "image/tiff"),
        (b"MM\0+\0\x08\0\0", "image/tiff"),
        (b"II*\0\x10\0\0\0CR\x02\0", "image/x-canon-cr2"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02", "image/webp-sequence"),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10", "image/webp"),
        (b"RIFF\0\0\0\0WEBPVP8X", "image/webp"),
        (brands(b"avis", b"avif"), "image/avif-sequence"),
        (b"RIFF\0\0\0\0AVI LIST", "video/x-msvideo"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"GIF89a", "image/gif"),
        (b"%PDF-1.7", "application/pdf"),
        (b"\x1a\x45\xdf\xa3\x01", "video/x-matroska"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska", "video/x-matroska"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87", "video/webm"),
        (brands(b"isom", b"mp42"), "video/mp4"),
        (brands(b"3gp5", b"isom"), "video/3gpp"),
        (brands(b"crx ", b"isom"), "image/x-canon-cr3"),
        (b"\0\0\0\x08wide\0\0\1\0mdat", "video/quicktime"),
        (b"\0\0\1\0moov\0\0\0\x6cmvhd", "video/quicktime"),
        (b"The wide brown land", "text/plain"),
        ((b"\x47" + b"\xff" * 187) * 3, "video/mp2t"),
        (b"\0\0\0\0" + (b"\x47" + b"\xff" * 191) * 3, "video/mp2t"),
        ((b"\x47" + b"\xff" * 187) * 2, "application/octet-stream"),
        (b"FLV\x01\x05", "video/x-flv"),
        (b"OggS\0\x02", "video/ogg"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", "video/x-ms-asf"),
        (b"\0\0\x01\xba\x44", "video/mpeg"),
        (b"\0\0\x01\xb3\x16", "video/mpv"),
        (b"\0\0\0\x01\x67\x64", "video/h264"),
        (b"\0\0\x01\x09\xf0\0\0\x01\x27\x64", "video/h264"),
        (b"\0\0\0\x01\x06\x05words\x80\0\0\x01\x67\x64", "video/h264"),
        (b"\0\0\0\x01\x06\x05words\x80", "application/octet-stream"),
        (b"\0\0\0\x01\x40\x01\x0c", "video/h265"),
        (b"\0\0\0\x01\x40\x02\x0c", "application/octet-stream"),
        (b"\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02\x01", "application/mxf"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"fLaC\0", "audio/flac"),
        (b"FORM\0\0\0\0AIFF", "audio/aiff"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x08acTL\0\0\0\x02\0\0\0\0....", "image/apng"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x08acTL\0\0\0\x01\0\0\0\0....", "image/png"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x04IDAT........\0\0\0\x08acTL\0\0\0\x02", "image/png"),
        (brands(b"heic", b"mif1"), "image/heic"),
        (brands(b"mif1", b"heic"), "image/heic"),
        (brands(b"mif1", b"avif"), "image/avif"),
        (brands(b"mif1", b"jpeg"), "application/octet-stream"),
        (brands(b"hevc", b"heic"), "image/heic-sequence"),
        (brands(b"qt  "), "video/quicktime"),
        (b"BM is how this letter begins", "text/plain"),
        ("Grüße".encode(), "text/plain"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "text/plain"),
        (b"\x00\x01\x02\x03", "application/octet-stream"),
        (b"\xfe\xff\xfe", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_the_bytes_say_what_a_file_is(content, wanted):
    assert sniff_media_type(content) == wanted


def test_a_bitmap_is_known_by_the_length_of_its_second_header():
    stream = io.BytesIO()
    Image.new("RGB", (3, 2)).save(stream, "BMP")
    assert sniff_media_type(stream.getvalue()) == "image/bmp"


def test_a_letter_cut_in_two_is_still_text():
    assert sniff_media_type(("x" * 4095 + "é").encode()) == "text/plain"


def test_the_formats_that_are_read_are_taken_as_videos_and_others_are_not():
    taken = [brands(b"isom"), brands(b"qt  "), brands(b"3gp4"), b"\x1a\x45\xdf\xa3", b"RIFF\0\0\0\0AVI LIST", b"GIF89a"]
    taken += [b"OggS\0\x02", b"FLV\x01", b"\0\0\x01\xba", (b"\x47" + b"\xff" * 187) * 3]
    assert all(is_video(head) for head in taken)
    other = [brands(b"hevc", b"heic"), b".RMF", b"ID3\4", b"\0\0\0\1\x01"]
    assert not any(is_video(head) for head in [*other, b"\xff\xd8\xff\xe0", b"#EXTM3U\n", b""])


@pytest.mark.parametrize("options", [{}, {"lossless": True}, {"exif": b"Exif\0\0"}])
def test_the_size_of_a_webp_is_read_without_its_reader(options):
    stream = io.BytesIO()
    Image.new("RGB", (123, 45)).save(stream, "WEBP", **options)
    assert header_dimensions(stream.getvalue(), "image/webp") == (123, 45)


def test_the_size_of_a_gif_is_read_without_its_reader():
    stream = io.BytesIO()
    Image.new("P", (123, 45)).save(stream, "GIF")
    assert header_dimensions(stream.getvalue(), "image/gif") == (123, 45)


def test_the_size_of_a_png_is_read_without_its_reader():
    stream = io.BytesIO()
    Image.new("L", (123, 45)).save(stream, "PNG")
    assert header_dimensions(stream.getvalue(), "image/png") == (123, 45)
    assert header_dimensions(stream.getvalue(), "image/jpeg") is None


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"RIFF\0\0\0\0WEBPVP8 \0", "image/webp"),
        (b"RIFF\0\0\0\0WEBPABCD" + b"\0" * 20, "image/webp"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF89a", "image/gif"),
    ],
)
def test_a_damaged_header_is_an_error(content, found):
    with pytest.raises(HeaderError) as caught:
        header_dimensions(content, found)
    assert caught.value.fact.code in (DetailCode.HEADER_CUT_OFF, DetailCode.WRONG_WEBP_CHUNK)
