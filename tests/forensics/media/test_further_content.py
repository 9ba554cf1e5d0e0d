"""What a file holds beside its picture is named."""

import io
import struct

import numpy as np
import pillow_heif
import pytest
from PIL import Image
from png_files import png

from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.media.image import probe_image
from forensics.types.image_codes import ImageNoteCode

NOISE = np.random.default_rng(1).integers(0, 256, (40, 60, 3), np.uint8)
MP4 = struct.pack(">I", 24) + b"ftypisom" + bytes(12) + struct.pack(">I", 8) + b"mdat"


def encoded(kind, size=(60, 40), **options):
    file = io.BytesIO()
    Image.fromarray(NOISE).resize(size).save(file, kind, **options)
    return file.getvalue()


def jpeg(size=(60, 40), said=b""):
    """said: data of an application segment."""
    content = encoded("JPEG", size)
    segment = b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said if said else b""
    return content[:2] + segment + content[2:]


def note(code, **parameters):
    return Fact(code, parameters)


GAIN = note(ImageNoteCode.GAIN_MAP)
DEPTH = note(ImageNoteCode.DEPTH_MAP)
VIDEO = note(ImageNoteCode.FURTHER_VIDEO)
PICTURE = note(ImageNoteCode.FURTHER_PICTURES, pictures=1)


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        (jpeg(), []),
        (jpeg() + bytes(100), []),  # padding
        (jpeg() + MP4, [VIDEO]),
        (jpeg() + b"MotionPhoto_Data" + MP4, [VIDEO]),
        (jpeg() + bytes(30) + jpeg(), [PICTURE]),
        (jpeg() + jpeg((30, 20)), [note(ImageNoteCode.SMALLER_VERSIONS, pictures=1)]),
        (jpeg() + jpeg((30, 30)), [PICTURE]),
        (jpeg() + jpeg() + jpeg(), [note(ImageNoteCode.FURTHER_PICTURES, pictures=2)]),
        (jpeg() + jpeg((30, 20), b'http://ns.adobe.com/xap/1.0/\0<x hdrgm:Version="1.0"/>'), [GAIN]),
        (jpeg() + jpeg((30, 20), b"urn:iso:std:iso:ts:21496:-1\0"), [GAIN]),
        (jpeg() + jpeg((30, 20), b"<x>depthmap</x>") + MP4, [DEPTH, VIDEO]),
        (jpeg(said=b'<x GDepth:Data="AAAA" GImage:Data="AAAA"/>'), [PICTURE, DEPTH]),
        (jpeg() + encoded("PNG"), [PICTURE]),
        (jpeg() + b"secret text", [note(ImageNoteCode.APPENDED_DATA, bytes=11)]),
        (png(after=MP4), [VIDEO]),
        (png(after=b"PK\3\4" + bytes(9)), [note(ImageNoteCode.APPENDED_DATA, bytes=13)]),
        (encoded("WEBP") + MP4, [VIDEO]),
        (encoded("BMP") + jpeg(), [PICTURE]),
        (encoded("AVIF"), []),
        (encoded("AVIF") + jpeg(), [PICTURE]),
    ],
)
def test_it_is_named(content, notes):
    assert probe_image(content, "a").notes == tuple(notes)


def heif(*pictures, **options):
    file = pillow_heif.HeifFile()
    for picture in pictures:
        file.add_from_pillow(Image.fromarray(picture))
    stream = io.BytesIO()
    file.save(stream, quality=90, **options)
    return stream.getvalue()


def test_a_heic_of_one_picture_has_no_note_and_one_of_two_is_refused():
    assert probe_image(heif(NOISE), "a.heic").notes == ()
    with pytest.raises(MediaError) as caught:
        probe_image(heif(NOISE, NOISE[::-1]), "a.heic")
    assert caught.value.code == "several_pages"


def test_the_video_of_a_motion_photo_in_heic_is_named():
    box = struct.pack(">I", 8 + len(MP4)) + b"mpvd" + MP4
    assert probe_image(heif(NOISE) + box, "a.heic").notes == (VIDEO,)


def test_many_pictures_behind_one_are_counted_up_to_a_limit():
    start = b"\xff\xd8\xff\xd9"
    (found,) = probe_image(jpeg() + start * 3, "a.jpg").notes
    assert found == note(ImageNoteCode.FURTHER_PICTURES, pictures=3)
    codes = [one.code for one in probe_image(jpeg() + start * 5000, "a.jpg").notes]
    assert ImageNoteCode.FURTHER_PICTURES in codes


def test_smaller_versions_in_a_tiff_are_counted():
    large, small = Image.fromarray(NOISE), Image.fromarray(NOISE).resize((30, 20))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    file = io.BytesIO()
    large.save(file, "TIFF", save_all=True, append_images=[small])
    assert probe_image(file.getvalue(), "a.tif").notes == (note(ImageNoteCode.SMALLER_VERSIONS, pictures=1),)
