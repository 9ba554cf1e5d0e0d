import hashlib

import numpy as np
import pytest
from tar_files import clip, write_tar
from training_faces import SAMPLES, training_faces

from forensics.errors import TrainingError
from forensics.faces.detection import crop_region
from forensics.training import forgery_kinds as kinds
from forensics.training.dataset import (
    TrainingFace,
    archive_hashes,
    archive_members,
    central_face,
    check_split,
    load_faces,
    read_faces,
    save_faces,
)
from forensics.types.analysis import Box, Frame

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory):
    """The archives that training reads, each with one or two pictures."""
    folder = tmp_path_factory.mktemp("data")
    picture, forged = (SAMPLES / "collins.jpg").read_bytes(), (SAMPLES / "swap-feathered.jpg").read_bytes()
    mask = (SAMPLES / "masks" / "swap-feathered.png").read_bytes()
    noise = (SAMPLES / "masks" / "mouth.png").read_bytes()
    write_tar(folder / "openforensics-train-00.tar", {"fake/a.jpg": forged, "real/b.jpg": picture, "real/c.png": noise})
    write_tar(folder / "openforensics-train-01.tar", {"real/d.jpg": picture, "README.md": b"not a picture"})
    write_tar(folder / "lfw-faces.tar", {"real/e.jpg": picture})
    write_tar(folder / "stylegan-faces.tar", {"fake/f.jpg": forged, "real/g.jpg": picture})
    write_tar(folder / "multiface-photos.tar", {"photos/h.jpg": (SAMPLES / "group.jpg").read_bytes()})
    write_tar(folder / "talking-heads.tar", {"real/i.mp4": clip(tmp_path_factory.mktemp("clip") / "i.mp4", picture)})
    pairs = {
        f"{kind}/pair_{n:03d}.{end}": content
        for n in range(33)
        for kind, end, content in (("fake", "jpg", forged), ("mask", "png", mask))
    }
    write_tar(folder / "openforensics-pairs.tar", pairs)
    rows = ["shard,name,label,split,sha1"] + [
        f"openforensics-train-0{shard},{name},x,train,0".replace(",", ".tar,", 1)
        for shard, name in ((0, "fake/a.jpg"), (0, "real/b.jpg"), (0, "real/c.png"), (1, "real/d.jpg"))
    ]
    (folder / "openforensics.csv").write_text("\n".join(rows) + "\n")
    return folder


def test_every_face_is_read_with_its_label_and_pictures_without_a_face_are_left_out(data_folder):
    faces = read_faces(data_folder)
    kinds = {(f.source, f.manipulated) for f in faces}
    assert ("openforensics-train-00", True) in kinds and ("stylegan-faces", False) in kinds
    assert "openforensics-train-00/real/c.png" not in [f.name for f in faces]
    group = [f for f in faces if f.source == "multiface-photos"]
    assert len(group) >= 2
    assert not any(f.manipulated for f in group)
    for face in group:  # the box lies inside the picture that was cut around it
        height, width = face.pixels().shape[:2]
        assert 0 <= face.box.left < face.box.right <= width
        assert 0 <= face.box.top < face.box.bottom <= height
    assert sum(f.mask is not None for f in faces) == 33
    check_split(faces, data_folder)


def test_a_picture_of_another_split_is_refused(data_folder):
    stray = [face for face in training_faces() if face.source.startswith("openforensics-train")]
    with pytest.raises(TrainingError) as caught:
        check_split(stray, data_folder)
    assert caught.value.code == "leak"


def test_kept_faces_come_back_without_loss(tmp_path):
    faces = training_faces()
    save_faces(faces, tmp_path / "new" / "faces.npz")
    for kept, face in zip(load_faces(tmp_path / "new" / "faces.npz"), faces, strict=True):
        assert (kept.name, kept.source, kept.manipulated, kept.box) == (
            face.name,
            face.source,
            face.manipulated,
            face.box,
        )
        assert kept.picture == face.picture
        assert kept.mask == face.mask
        np.testing.assert_array_equal(kept.mesh, face.mesh)


def test_one_face_in_ten_is_held_out_by_its_name_alone():
    face = training_faces()[0]
    share = np.mean([TrainingFace(str(n), "x", False, b"", face.box, face.mesh).held_out for n in range(2000)])
    assert share == pytest.approx(0.1, abs=0.02)


def test_the_kept_back_quarter_of_a_kind_is_held_out_with_its_originals_and_is_never_watched():
    face = training_faces()[0]
    source = "forgeries-train/dfdc"
    fakes = [
        TrainingFace(f"{source}/z{n}#fake/a_z{n}.jpg", source, True, b"", face.box, face.mesh) for n in range(4000)
    ]
    reals = [TrainingFace(f"{source}/z{n}#real/z{n}.jpg", source, False, b"", face.box, face.mesh) for n in range(4000)]
    assert [f.kept_back for f in fakes] == [f.kept_back for f in reals]
    assert [f.kept_back for f in fakes] == [kinds.is_kept_back(f"dfdc/fake/a_z{n}.jpg") for n in range(4000)]
    assert all(f.held_out and not f.watched for f in fakes if f.kept_back)
    rest = [f for f in fakes if not f.kept_back]
    assert np.mean([f.held_out for f in rest]) == pytest.approx(0.1, abs=0.02)
    assert np.mean([f.watched for f in rest]) == pytest.approx(0.05, abs=0.02)  # half of the held-out ones: few
    assert not any(f.kept_back for f in training_faces())


def test_a_missing_archive_is_a_training_error(tmp_path):
    with pytest.raises(TrainingError, match=r"lfw-faces\.tar is not in the data folder"):
        list(archive_members(tmp_path / "lfw-faces.tar"))


def test_archives_are_named_by_their_hash(data_folder):
    hashes = archive_hashes(data_folder, ("lfw-faces",))
    assert hashes == {"lfw-faces": hashlib.sha256((data_folder / "lfw-faces.tar").read_bytes()).hexdigest()}


def test_the_central_face_is_the_one_the_label_speaks_of():
    frame = Frame(0, 0.0, np.zeros((100, 100, 3), np.uint8))
    boxes = [Box(0, 0, 20, 20), Box(40, 42, 60, 62), Box(70, 70, 90, 90)]
    regions = [crop_region(frame, n, box, 1.0, None) for n, box in enumerate(boxes)]
    assert central_face(regions, 100, 100).face_id == 1
    assert central_face([], 100, 100) is None
