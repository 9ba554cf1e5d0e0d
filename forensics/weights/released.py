"""Model files of others that this release ships beside its own weights, each with its license beside it."""

import hashlib
from dataclasses import dataclass
from importlib.resources import files

from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError


@dataclass(frozen=True, slots=True)
class ReleasedModel:
    """title: as it or its library is called. license: SPDX name; the text lies in `.LICENSE` beside `file`."""

    title: str
    file: str
    sha256: str
    licence: str


CENTERFACE = ReleasedModel(
    "CenterFace",
    "centerface.onnx",
    "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
    "MIT",
)

FACE_MESH = ReleasedModel(
    "MediaPipe",
    "face_landmark.tflite",
    "2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493",
    "Apache-2.0",
)


def read_model(model: ReleasedModel) -> bytes:
    """Raises DetectorError (`missing_release_file`, `wrong_release_file`)."""
    try:
        content = files("forensics.weights").joinpath(model.file).read_bytes()
    except OSError as error:
        raise DetectorError(DetectorCode.MISSING_RELEASE_FILE, file=model.file, reason=str(error.strerror)) from error
    if hashlib.sha256(content).hexdigest() != model.sha256:
        raise DetectorError(DetectorCode.WRONG_RELEASE_FILE, file=model.file)
    return content
