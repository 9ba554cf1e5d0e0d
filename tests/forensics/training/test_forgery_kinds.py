import numpy as np
import pytest

from forensics.training.forgery_kinds import is_kept_back, kind_of, origin_of


@pytest.mark.parametrize(
    ("name", "kind", "origin"),
    [
        ("dfdc/real/zycjwyxruc.jpg", "dfdc", "dfdc/zycjwyxruc"),
        ("dfdc/fake/aaeucwtkdx_zycjwyxruc.jpg", "dfdc", "dfdc/zycjwyxruc"),
        ("talking/fake/clip25_02cb45.jpg", "talking", "talking/clip25"),
        ("talking/real/clip12_c145fb.jpg", "talking", "talking/clip12"),
        ("stargan/fake/09ab.jpg", "stargan", "stargan/09ab"),
    ],
)
def test_a_pair_and_a_clip_have_one_origin(name, kind, origin):
    assert kind_of(name) == kind
    assert origin_of(name) == origin


def test_a_forgery_is_kept_back_with_its_original_and_so_is_a_quarter_of_all():
    originals = [f"dfdc/real/a{n}.jpg" for n in range(2000)]
    forgeries = [f"dfdc/fake/swap{n}_a{n}.jpg" for n in range(2000)]
    kept = [is_kept_back(name) for name in originals]
    assert kept == [is_kept_back(name) for name in forgeries]
    assert np.mean(kept) == pytest.approx(0.25, abs=0.03)
