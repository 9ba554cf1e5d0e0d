import io
import tarfile

import cv2
import numpy as np


def write_tar(path, files):
    with tarfile.open(path, "w") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))


def clip(path, picture):
    """A still in motion: 20 frames of the picture."""
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 10, pixels.shape[1::-1])
    for shift in range(20):
        writer.write(np.roll(pixels, shift, axis=1))
    writer.release()
    return path.read_bytes()
