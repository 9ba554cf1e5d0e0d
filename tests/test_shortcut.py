import io

import numpy as np
from archives import encoded
from PIL import Image
from test_sources import write_tar

from forensics.benchmark import shortcut_baseline
from forensics.measurements import dataset_names


def plain(color, kind="JPEG", quality=75, side=16):
    buffer = io.BytesIO()
    Image.fromarray(np.full((side, 2 * side, 3), color, np.uint8)).save(buffer, kind, quality=quality)
    return buffer.getvalue()


def test_features_are_those_of_the_file_and_not_of_the_face():
    features = shortcut_baseline.shortcut_features(encoded(np.full((16, 32, 3), (10, 20, 30), np.uint8)))
    assert features[:9].tolist() == [32, 16, False, True, False, 10, 20, 30, 0]
    assert not features[9:].any()  # a PNG has no quantization tables


def test_jpeg_tables_are_read_from_the_bytes():
    coarse, fine = (shortcut_baseline.shortcut_features(plain(90, quality=quality)) for quality in (50, 90))
    assert len(coarse) == 137
    assert coarse[9] == 16 and fine[9] == 3  # the first steps of the luma tables
    assert coarse[73:].any()


def test_a_gray_jpeg_has_one_table():
    buffer = io.BytesIO()
    Image.new("L", (16, 16), 90).save(buffer, "JPEG")
    features = shortcut_baseline.shortcut_features(buffer.getvalue())
    assert features[9:73].all() and not features[73:].any()


def test_labels_that_lie_in_the_encoding_are_found_and_labels_that_do_not_are_not(tmp_path):
    """In training, forged pictures are coarser JPEGs; in one test too, in the others only the gray level differs."""
    reds = range(60, 72)
    told = {f"{kind}/{red}.jpg": plain(red, quality=q) for kind, q in (("fake", 40), ("real", 90)) for red in reds}
    same = {f"{kind}/{red}.jpg": plain(red, quality=90) for kind in ("fake", "real") for red in reds}
    for archive in shortcut_baseline.ARCHIVES:
        write_tar(tmp_path / f"{archive}.tar", told)
    write_tar(tmp_path / "openforensics-val.tar", told)
    pairs = {f"{kind}/pair_{n:03d}.jpg": plain(80 + n) for kind in ("fake", "real") for n in (1, 40)}
    write_tar(tmp_path / "openforensics-pairs.tar", pairs)
    parts = {f"{part}/{name}": content for part in dataset_names.FOREIGN_PARTS for name, content in same.items()}
    write_tar(tmp_path / "foreign-val.tar", parts)
    found = {figure.data: figure for figure in shortcut_baseline.run_shortcut(tmp_path, None)}
    assert found[dataset_names.SEEN].value == 1
    assert found[dataset_names.foreign("diffusion")].value == 0.5
    assert (found[dataset_names.PAIRS].value, found[dataset_names.PAIRS].n) == (0.5, 2)
