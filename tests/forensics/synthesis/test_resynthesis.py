import numpy as np
import pytest
from sitters import sitters

from forensics.errors import DetectorError
from forensics.network import autoencoder_inference
from forensics.synthesis.resynthesis import keep_coarse, rebuild_at, resynthesis

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def portrait():
    return sitters()[0]


@pytest.mark.parametrize("size", [0.7, 1.0, 1.2])
def test_the_picture_is_rebuilt_in_its_own_size_and_looks_alike(portrait, size):
    rebuilt = rebuild_at(portrait.image, size, "shuffle", 0.0, np.random.default_rng(0))
    assert (rebuilt.shape, rebuilt.dtype) == (portrait.image.shape, np.uint8)
    seen = keep_coarse(rebuilt, portrait.image, 3)
    assert 0.5 < np.abs(seen.astype(int) - portrait.image).mean() < 12


def test_noise_in_the_latent_changes_the_picture_and_follows_the_seed(portrait):
    still = rebuild_at(portrait.image, 1.0, "nearest", 0.0, np.random.default_rng(0))
    one, again, other = (
        rebuild_at(portrait.image, 1.0, "nearest", 0.3, np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)
    assert not np.array_equal(one, still)


def test_coarse_structure_is_the_original_s():
    rng = np.random.default_rng(0)
    image = np.full((64, 64, 3), 120, np.uint8)
    rebuilt = np.clip(rng.normal(60, 5, (64, 64, 3)), 0, 255).astype(np.uint8)
    kept = keep_coarse(rebuilt, image, 4)
    assert kept.mean() == pytest.approx(120, abs=1)
    assert kept.std() == pytest.approx(rebuilt.std(), rel=0.1)


def test_whole_pictures_and_parts_are_rebuilt_in_turn(portrait):
    told = [resynthesis(portrait, [], np.random.default_rng(seed)).how for seed in range(12)]
    assert any(how.startswith("whole picture") for how in told)
    assert any(how.startswith(("face", "inner face", "lower face")) for how in told)


def test_weights_that_are_not_of_this_release_are_refused(tmp_path, monkeypatch):
    autoencoder_inference.autoencoder.cache_clear()
    other = tmp_path / "resynthesis.safetensors"
    monkeypatch.setattr(autoencoder_inference, "WEIGHTS", other)
    with pytest.raises(DetectorError, match="cannot be read"):
        autoencoder_inference.autoencoder()
    other.write_bytes(b"something else")
    other.with_suffix(".json").write_text('{"weights_sha256": "of another file"}')
    with pytest.raises(DetectorError, match="not those of this release"):
        autoencoder_inference.autoencoder()
    monkeypatch.undo()
    assert autoencoder_inference.autoencoder().training is False
