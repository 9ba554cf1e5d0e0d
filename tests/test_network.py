"""The networks: the two halves of the latent, the two views of a face, and the contract of both."""

import pytest
import torch

from forensics.network import BtasNet, NetworkInput, TelltaleNet
from forensics.network.efficientnet_lite import SameConv2d
from forensics.network.latent import half_activations, select_half, to_network_input
from forensics.types.family_names import FAMILY_NAMES

NETWORKS = [TelltaleNet, BtasNet]


def faces(count):
    """Both views of as many faces of noise."""
    return NetworkInput(torch.rand(count, 3, 64, 64), torch.rand(count, 2, 3, 32, 32))


def settled(network):
    """A network of random weights whose normalization has seen a batch, so that its signals do not die out."""
    torch.manual_seed(0)
    net = network()
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = 1.0
    with torch.no_grad():
        net.train()(faces(8), torch.arange(8) % 2 == 0)
    return net.eval()


def test_activations_are_the_mean_absolute_value_of_each_half():
    latent = torch.tensor([[[[1.0, -3.0]], [[0.0, 2.0]], [[4.0, 4.0]], [[0.0, 0.0]]]])  # (1, 4, 1, 2)
    assert half_activations(latent).tolist() == [[1.5, 2.0]]


def test_only_the_winning_half_is_kept_and_it_stays_in_its_place():
    latent = torch.ones(2, 4, 1, 1)
    kept = select_half(latent, torch.tensor([False, True]))
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
    views = faces(2)
    with torch.inference_mode():
        free = net(views)
        forced = {kind: net(views, torch.tensor([kind, kind])) for kind in (False, True)}
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
    views = faces(3)
    alone = NetworkInput(*(view[1:2] for view in views))
    with torch.inference_mode():
        torch.testing.assert_close(net(views).logit[1:2], net(alone).logit, rtol=1e-4, atol=1e-5)


def test_views_are_the_bytes_over_255_and_the_squares_lie_channels_last():
    views = to_network_input(
        torch.full((1, 3, 4, 4), 51, dtype=torch.uint8), torch.full((1, 2, 3, 4, 4), 255, dtype=torch.uint8)
    )
    assert views.squares.unique().tolist() == pytest.approx([0.2])
    assert views.windows.unique().tolist() == [1.0]
    assert views.squares.is_contiguous(memory_format=torch.channels_last)


def test_the_logit_of_the_whole_crop_is_affine_in_the_difference_of_the_activations():
    net = settled(TelltaleNet)
    with torch.inference_mode():
        net.scale.fill_(3.0)
        net.bias.fill_(0.25)
        output = net(faces(2))
    expected = 3 * (output.activations[:, 1] - output.activations[:, 0]) + 0.25
    torch.testing.assert_close(output.stream_logits[:, 0], expected)


def test_the_class_logit_is_the_weighted_sum_of_the_logits_of_both_streams():
    net = settled(TelltaleNet)
    with torch.inference_mode():
        net.weights.copy_(torch.tensor([0.25, 2.0]))
        views = faces(2)
        output = net(views)
        of_windows, _ = net.traces(views.windows)
    torch.testing.assert_close(output.stream_logits[:, 1], of_windows)
    torch.testing.assert_close(output.logit, 0.25 * output.stream_logits[:, 0] + 2 * of_windows)


def test_each_stream_sees_its_own_view():
    net = settled(TelltaleNet)
    first, second = faces(1), faces(1)
    with torch.inference_mode():
        of_square, of_windows = net(first).stream_logits[0]
        other_windows = net(NetworkInput(first.squares, second.windows)).stream_logits[0]
        other_square = net(NetworkInput(second.squares, first.windows)).stream_logits[0]
    assert other_windows[0] == of_square and other_windows[1] != of_windows
    assert other_square[0] != of_square and other_square[1] == of_windows


def test_every_forgery_family_gets_a_logit_and_the_baseline_names_none():
    with torch.inference_mode():
        assert settled(TelltaleNet)(faces(2)).family_logits.shape == (2, len(FAMILY_NAMES))
        assert settled(BtasNet)(faces(2)).family_logits is None


def test_the_baseline_sees_the_whole_crop_alone():
    net = settled(BtasNet)
    views = faces(1)
    with torch.inference_mode():
        assert torch.equal(net(views).logit, net(NetworkInput(views.squares, torch.zeros(1, 2, 3, 32, 32))).logit)


def test_the_encoder_takes_the_published_weights_and_ignores_the_layers_left_out():
    encoder = TelltaleNet().encoder
    state = {name: torch.full_like(tensor, 2) for name, tensor in encoder.state_dict().items()}
    encoder.load_imagenet(state | {"_fc.weight": torch.zeros(1)})
    assert float(encoder._conv_stem.weight.detach().mean()) == 2
