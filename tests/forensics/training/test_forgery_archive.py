import cv2
import numpy as np
import pytest
from tar_files import write_tar
from training_faces import FACE, SAMPLES

from forensics.training.dataset import decode_picture
from forensics.training.forgery_archive import crop_around, read_forgeries
from forensics.types.analysis import Box


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """A picture of five kinds, one of them filled by its face, a portrait, and a picture without a face."""
    folder = tmp_path_factory.mktemp("data")
    picture, swap = (SAMPLES / "collins.jpg").read_bytes(), (SAMPLES / "swap-poisson.jpg").read_bytes()
    pixels = decode_picture(picture)
    tight = np.ascontiguousarray(pixels[FACE.top + 12 : FACE.bottom, FACE.left + 8 : FACE.right - 8, ::-1])
    blank = (SAMPLES / "masks" / "mouth.png").read_bytes()
    files = {
        "dfdc/fake/aaa_zyc.jpg": swap,
        "dfdc/real/zyc.jpg": picture,
        "inswapper/fake/01.jpg": swap,
        "diffusion/fake/02.jpg": picture,
        "diffusion/fake/03.png": blank,
        "stargan/real/04.png": cv2.imencode(".png", tight)[1].tobytes(),
        "talking/real/clip07_05.jpg": picture,
    }
    write_tar(folder / "forgeries-train.tar", files)
    write_tar(folder / "portraits-large.tar", {"real/p000.jpg": picture})
    return read_forgeries(folder)


def test_every_kind_is_read_under_the_name_of_its_origin(found):
    assert {(f.name, f.source, f.manipulated) for f in found.faces} == {
        ("forgeries-train/dfdc/zyc#fake/aaa_zyc.jpg", "forgeries-train/dfdc", True),
        ("forgeries-train/dfdc/zyc#real/zyc.jpg", "forgeries-train/dfdc", False),
        ("forgeries-train/inswapper/01#fake/01.jpg", "forgeries-train/inswapper", True),
        ("forgeries-train/diffusion/02#fake/02.jpg", "forgeries-train/diffusion", True),
        ("forgeries-train/stargan/04#real/04.png", "forgeries-train/stargan", False),
        ("forgeries-train/talking/clip07#real/clip07_05.jpg", "forgeries-train/talking", False),
        ("portraits-large/real/p000.jpg", "portraits-large", False),
    }
    assert {f.photograph for f in found.faces if f.source.endswith("dfdc")} == {"forgeries-train/dfdc/zyc"}


def test_what_was_found_is_told_for_each_kind(found):
    lines = list(found.summary_lines())
    assert "diffusion/fake: a face in 1 of 2 pictures" in lines
    assert "portraits-large: a face in 1 of 1 pictures" in lines


def test_only_a_swap_whose_original_is_known_has_a_mask_of_its_own(found):
    masks = {f.name: f.mask for f in found.faces if f.mask is not None}
    assert list(masks) == ["forgeries-train/dfdc/zyc#fake/aaa_zyc.jpg"]
    mask = decode_picture(masks.popitem()[1])[..., 0] > 127
    registered = cv2.imread(str(SAMPLES / "masks" / "swap-poisson.png"), cv2.IMREAD_GRAYSCALE) > 127
    assert (mask & registered).sum() / (mask | registered).sum() > 0.6


def test_a_frame_of_talking_is_cut_close_around_the_face_and_a_portrait_wider(found):
    sizes = {f.source: f.pixels().shape[0] / max(f.box.width, f.box.height) for f in found.faces}
    assert sizes["forgeries-train/talking"] == pytest.approx(1.1, abs=0.05)
    assert sizes["portraits-large"] == pytest.approx(1.5, abs=0.25)  # the top of the photograph is near


def test_a_face_that_fills_its_picture_is_found_and_its_box_ends_at_the_picture(found):
    (face,) = (f for f in found.faces if f.source == "forgeries-train/stargan")
    height, width = face.pixels().shape[:2]
    assert face.box.left >= 0 and face.box.top >= 0 and face.box.right <= width and face.box.bottom <= height
    assert face.box.width > 0.7 * width and face.box.height > 0.7 * height


def test_a_cut_at_the_border_keeps_the_box_in_place():
    y, x = np.mgrid[:100, :100]
    pixels = np.stack([x, y, x * 0], axis=2).astype(np.uint8)
    cut, box = crop_around(pixels, Box(10, 0, 50, 40), 1.5)
    assert cut.shape == (50, 60, 3)  # −10 to 50 downwards and 0 to 60 across, of which the picture holds 50 and 60
    assert box == (10, 0, 50, 40)
