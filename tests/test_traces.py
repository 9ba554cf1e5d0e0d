"""The stream that sees windows of the face as they lie."""

import math

import pytest
import torch
from torch import nn

from forensics.network.residual_stream import TRACE_FEATURES, ResidualStream, high_pass


class MeanOfRed(nn.Module):
    """Stands for the encoder: red of the window, undone from the encoder's constants, in every channel."""

    def forward(self, windows: torch.Tensor, beside: torch.Tensor) -> torch.Tensor:
        assert beside.shape[1:] == (32, windows.shape[2] // 2, windows.shape[3] // 2)
        return (windows[:, :1] * 128 + 127) / 255


def stream_of_red() -> ResidualStream:
    """A stream whose logit of a window is its red."""
    stream = ResidualStream().eval()
    stream.encoder = MeanOfRed()
    stream.features = nn.Identity()
    stream.evidence = nn.Linear(1, 1)
    with torch.no_grad():
        stream.evidence.weight.fill_(1.0)
        stream.evidence.bias.zero_()
    return stream


def windows_of(*red: float) -> torch.Tensor:
    """One face with a plain window of each red: (1, K, 3, 16, 16)."""
    windows = torch.zeros(1, len(red), 3, 16, 16)
    windows[0, :, 0] = torch.tensor(red)[:, None, None]
    return windows


def test_high_pass_takes_plain_colors_and_slopes_away_and_keeps_a_point():
    picture = torch.full((1, 1, 5, 6), 0.5)
    torch.testing.assert_close(high_pass(picture), torch.zeros(1, 1, 5, 6))
    slope = torch.arange(6.0).expand(1, 1, 5, 6)
    torch.testing.assert_close(high_pass(slope)[..., 1:-1], torch.zeros(1, 1, 5, 4))
    point = torch.zeros(1, 1, 5, 5)
    point[0, 0, 2, 2] = 9.0
    assert high_pass(point)[0, 0, 2].tolist() == pytest.approx([0, -1, 8, -1, 0], abs=1e-6)


@torch.inference_mode()
def test_windows_that_agree_give_their_own_logit_however_many():
    stream = stream_of_red()
    for count in (1, 5):
        assert float(stream(windows_of(*[0.75] * count))[0]) == pytest.approx(0.75, abs=1e-5)


@torch.inference_mode()
def test_the_evidence_is_a_soft_maximum_of_the_windows():
    logit, features = stream_of_red()(windows_of(1.0, 0.0, 0.0))
    assert float(logit) == pytest.approx(math.log((math.e + 2) / 3), abs=1e-5)  # 0.452, above the mean of 0.333
    assert float(features) == pytest.approx(1 / 3, abs=1e-5)


@torch.inference_mode()
def test_the_order_of_the_windows_does_not_matter_and_faces_do_not_mix():
    torch.manual_seed(0)
    stream = ResidualStream().eval()
    windows = torch.rand(2, 3, 3, 32, 32)
    logits, features = stream(windows)
    assert logits.shape == (2,) and features.shape == (2, TRACE_FEATURES)
    torch.testing.assert_close(stream(windows.flip(1))[0], logits, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(stream(windows[1:])[0], logits[1:], rtol=1e-4, atol=1e-5)


def test_the_residual_alone_tells_windows_apart():
    """With an encoder blind to the windows themselves, grain still reaches the logit through the high-pass."""
    torch.manual_seed(0)
    stream = ResidualStream().eval()
    nn.init.zeros_(stream.encoder._conv_stem.weight)
    with torch.inference_mode():
        plain, brighter, grainy = (
            stream(w)[0] for w in (windows_of(0.2), windows_of(0.8), torch.rand(1, 1, 3, 16, 16))
        )
    torch.testing.assert_close(plain, brighter)
    assert float((plain - grainy).abs()) > 1e-7
