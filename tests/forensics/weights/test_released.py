import hashlib
from importlib.resources import files

import pytest

from forensics.errors import DetectorError
from forensics.weights.packaged import wheel_file
from forensics.weights.released import CENTERFACE, FACE_MESH, ReleasedModel, read_model
from pages.parts.method.software_licenses import installed_software


@pytest.mark.parametrize("model", [CENTERFACE, FACE_MESH], ids=lambda model: model.file)
def test_a_released_model_is_the_one_of_this_release_and_its_licence_lies_beside_it(model):
    assert hashlib.sha256(read_model(model)).hexdigest() == model.sha256
    licence = files("forensics.weights").joinpath(model.file).with_suffix(".LICENSE").read_text(encoding="utf-8")
    assert licence.startswith(model.file)
    assert {"MIT": "MIT License", "Apache-2.0": "Apache License"}[model.licence] in licence


def test_another_file_than_the_released_one_is_refused():
    with pytest.raises(DetectorError, match=r"centerface\.onnx are not those of this release") as caught:
        read_model(ReleasedModel("CenterFace", CENTERFACE.file, "0" * 64, "MIT"))
    assert caught.value.code == "wrong_hash"


def test_a_released_file_that_is_gone_is_named():
    with pytest.raises(DetectorError, match=r"no-such\.onnx") as caught:
        read_model(ReleasedModel("None", "no-such.onnx", "0" * 64, "MIT"))
    assert caught.value.code == "missing_weights"


@pytest.mark.parametrize(("package", "file"), [("no-such-package", "a.pth"), ("numpy", "numpy/no-such.pth")])
def test_a_model_of_a_package_that_is_missing_is_an_error_that_says_what_to_install(package, file):
    with pytest.raises(DetectorError, match=f"install the package {package}") as caught:
        wheel_file(package, file)
    assert caught.value.code == "missing_model"


def test_the_method_page_names_released_models_with_their_licences():
    shown = {item.name: item.licence for item in installed_software()}
    assert shown.items() >= {model.title: model.licence for model in (CENTERFACE, FACE_MESH)}.items()
