import hashlib
import json

import pytest
import torch
from safetensors.torch import load_file
from training_faces import training_faces

from forensics.network.autoencoder import DECODERS, Discriminator, FaceAutoencoder, autoencoder_loss
from forensics.training.autoencoder import train_autoencoder, write_autoencoder_card

pytestmark = pytest.mark.slow


def test_every_decoder_gives_back_the_picture_s_shape():
    network = FaceAutoencoder().eval()
    pictures = torch.rand(2, 3, 32, 48)
    assert network.encode(pictures).shape == (2, 16, 4, 6)
    for decoder in DECODERS:
        assert network(pictures, decoder).shape == pictures.shape
    assert Discriminator()(pictures).shape == (2, 1, 8, 12)


def test_the_loss_is_nought_for_the_picture_itself_and_counts_edges_as_well_as_colors():
    picture = torch.zeros(1, 3, 4, 4)
    assert autoencoder_loss(picture, picture) == 0
    assert autoencoder_loss(picture + 0.5, picture) == 0.5  # no edge differs
    striped = picture.clone()
    striped[..., ::2] = 1
    torch.testing.assert_close(autoencoder_loss(striped, picture), torch.tensor(0.5 + 1.0))


def test_a_training_learns_and_leaves_weights_and_log(tmp_path):
    train_autoencoder(training_faces(), steps=6, seed=1, folder=tmp_path)
    write_autoencoder_card(tmp_path / "resynthesis.safetensors", 1, {"a": "b"})
    facts = json.loads((tmp_path / "resynthesis.json").read_text())
    assert facts["weights_sha256"] == hashlib.sha256((tmp_path / "resynthesis.safetensors").read_bytes()).hexdigest()
    assert facts["sha256 of a.tar"] == "b"
    line = json.loads((tmp_path / "resynthesis.log").read_text().splitlines()[-1])
    assert line["step"] == 6 and 0 < line["loss"] < 5
    FaceAutoencoder().load_state_dict(
        {
            k: t.float() if t.is_floating_point() else t
            for k, t in load_file(tmp_path / "resynthesis.safetensors").items()
        }
    )
