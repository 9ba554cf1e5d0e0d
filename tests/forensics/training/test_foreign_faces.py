import pytest
from tar_files import write_tar
from training_faces import SAMPLES

from forensics.errors import TrainingError
from forensics.training.foreign_faces import read_foreign_faces


def test_central_faces_are_read_by_kind_and_masks_and_faceless_pictures_are_not(tmp_path):
    picture, blank = (SAMPLES / "collins.jpg").read_bytes(), (SAMPLES / "masks" / "mouth.png").read_bytes()
    files = {
        "composite/fake/1.jpg": picture,
        "composite/fake/2.png": blank,
        "videoswap/real/3.jpg": picture,
        "videoswap/mask/3.jpg": picture,
    }
    write_tar(tmp_path / "foreign-val.tar", files)
    faces = read_foreign_faces(tmp_path)
    assert [(face.name, face.source, face.manipulated) for face in faces] == [
        ("foreign-val/composite/fake/1.jpg", "foreign-val/composite", True),
        ("foreign-val/videoswap/real/3.jpg", "foreign-val/videoswap", False),
    ]
    assert faces[0].region().crop.shape[0] > 100


def test_a_missing_archive_is_said(tmp_path):
    with pytest.raises(TrainingError, match=r"foreign-val\.tar"):
        read_foreign_faces(tmp_path)
