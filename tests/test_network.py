import pytest
import torch

from forensics.network import BtasNet, TelltaleNet
from forensics.network.efficientnet_lite import SameConv2d
from forensics.network.latent import half_activations, keep_half

NETWORKS = [TelltaleNet, BtasNet]


def settled(network):
    """A network of random weights whose normalisation has seen a batch, so that its signals do not die out."""
    torch.manual_seed(0)
    net = network()
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = 1.0
    with torch.no_grad():
        net.train()(torch.rand(8, 3, 64, 64), torch.arange(8) % 2 == 0)
    return net.eval()


def test_activations_are_the_mean_absolute_value_of_each_half():
    latent = torch.tensor([[[[1.0, -3.0]], [[0.0, 2.0]], [[4.0, 4.0]], [[0.0, 0.0]]]])  # (1, 4, 1, 2)
    assert half_activations(latent).tolist() == [[1.5, 2.0]]


def test_only_the_winning_half_is_kept_and_it_stays_in_its_place():
    latent = torch.ones(2, 4, 1, 1)
    kept = keep_half(latent, torch.tensor([False, True]))
    assert kept.flatten(1).tolist() == [[1, 1, 0, 0], [0, 0, 1, 1]]


def test_same_padding_puts_the_odd_pixel_to_the_right_and_the_bottom():
    conv = SameConv2d(1, 1, 3, stride=2, bias=False)
    torch.nn.init.ones_(conv.weight)
    picture = torch.zeros(1, 1, 4, 4)
    picture[0, 0, 0, 0] = 1  # seen by the first window alone, because nothing is padded to its left
    picture[0, 0, 3, 3] = 10
    assert conv(picture)[0, 0].tolist() == [[1, 0], [0, 10]]


@pytest.mark.parametrize("network", NETWORKS)
def test_every_output_has_its_size_and_the_decoder_follows_the_winner(network):
    net = settled(network)
    crops = torch.rand(2, 3, 64, 64)
    with torch.inference_mode():
        free = net(crops)
        forced = {kind: net(crops, torch.tensor([kind, kind])) for kind in (False, True)}
    assert free.logit.shape == (2,)
    assert free.mask_logits.shape == (2, 1, 64, 64)
    assert free.reconstruction.shape == (2, 3, 64, 64)
    assert free.activations.shape == (2, 2)
    assert not torch.equal(forced[False].mask_logits, forced[True].mask_logits)
    for i, logit in enumerate(free.logit):
        winner = forced[bool(logit > 0)]
        torch.testing.assert_close(free.mask_logits[i], winner.mask_logits[i])
        torch.testing.assert_close(free.reconstruction[i], winner.reconstruction[i])


@pytest.mark.parametrize("network", NETWORKS)
def test_a_face_is_scored_the_same_alone_and_in_a_batch(network):
    net = settled(network)
    crops = torch.rand(3, 3, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(net(crops).logit[1:2], net(crops[1:2]).logit, rtol=1e-4, atol=1e-5)


def test_the_class_logit_is_affine_in_the_difference_of_the_activations():
    net = TelltaleNet().eval()
    with torch.inference_mode():
        net.scale.fill_(3.0)
        net.bias.fill_(0.25)
        output = net(torch.rand(2, 3, 64, 64))
    expected = 3 * (output.activations[:, 1] - output.activations[:, 0]) + 0.25
    torch.testing.assert_close(output.logit, expected)


def test_the_encoder_takes_the_published_weights_and_ignores_the_layers_left_out():
    encoder = TelltaleNet().encoder
    state = {name: torch.full_like(tensor, 2) for name, tensor in encoder.state_dict().items()}
    encoder.load_imagenet(state | {"_fc.weight": torch.zeros(1)})
    assert float(encoder._conv_stem.weight.detach().mean()) == 2
