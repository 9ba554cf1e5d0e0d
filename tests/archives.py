"""The benchmark's archives, made of the samples, for a detector that calls red forged and blue untouched."""

import io

import numpy as np
from PIL import Image
from test_sources import write_tar
from training_faces import SAMPLES

from forensics.measurements.dataset_names import FOREIGN_PARTS


def encoded(pixels, kind="PNG"):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind)
    return buffer.getvalue()


def tinted(name, color):
    """A sample turned red or blue."""
    pixels = np.asarray(Image.open(SAMPLES / name).convert("RGB")).copy()
    pixels[..., 2 if color == "red" else 0] = 0
    return encoded(pixels)


def make_archives(folder):
    """Write the archives that the protocols read; the face of openforensics-val's e.png is not there."""
    red, blue = tinted("collins.jpg", "red"), tinted("collins.jpg", "blue")
    blank = (SAMPLES / "masks" / "mouth.png").read_bytes()
    write_tar(
        folder / "openforensics-val.tar",
        {"fake/a.png": red, "fake/b.png": red, "real/c.png": blue, "real/d.png": blue, "real/e.png": blank},
    )
    parts = {f"{part}/{kind}.png": c for part in FOREIGN_PARTS for kind, c in (("fake/x", red), ("real/y", blue))}
    write_tar(folder / "foreign-val.tar", parts)
    mask = encoded(np.uint8(np.pad(np.full((120, 90), 255), ((58, 334), (181, 241)))))
    pairs = {
        f"{kind}/pair_{n:03d}.{end}": content
        for n in (32, 33, 34)
        for kind, end, content in (("fake", "jpg", red), ("real", "jpg", blue), ("mask", "png", mask))
    }
    write_tar(folder / "openforensics-pairs.tar", pairs)
    write_tar(folder / "lfw-faces.tar", {f"real/{n}.png": red if n == 0 else blue for n in range(20)})
    photo = (SAMPLES / "collins.jpg").read_bytes()
    write_tar(folder / "multiface-photos.tar", {"photos/m0.jpg": photo, "photos/h0.jpg": photo})
    rows = ["name,left,top,right,bottom,label", "photos/m0.jpg,181,58,270,178,x", "photos/m0.jpg,400,400,450,450,x"]
    (folder / "multiface-photos.csv").write_text("\n".join(rows))
