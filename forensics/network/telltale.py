"""The network Telltale ships: pretrained encoder, latent of two halves, Y-shaped decoder, and a stream for traces."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from forensics.network.base import FaceNetwork
from forensics.network.efficientnet_lite import ENCODER_CHANNELS, EfficientNetLiteEncoder
from forensics.network.latent import NetworkInput, NetworkOutput, half_activations, select_half
from forensics.network.losses import multi_task_loss
from forensics.network.papers import BTAS_2019
from forensics.network.residual_stream import TRACE_FEATURES, ResidualStream
from forensics.types.family_names import FAMILY_NAMES


def _conv(channels: int, out_channels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, out_channels, 3, padding=1, bias=False), nn.BatchNorm2d(out_channels), nn.ReLU(inplace=True)
    )


def _up(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)


class Decoder(nn.Module):
    """Shared trunk to stride 4, then a mask branch and a reconstruction branch (BTAS 2019, figure 3)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.trunk = nn.ModuleList([_conv(channels, 64), _conv(64, 48), _conv(48, 32)])
        self.mask = nn.Sequential(_conv(32, 16), nn.Conv2d(16, 1, 1))
        self.colours = nn.Sequential(_conv(32, 16), nn.Conv2d(16, 3, 3, padding=1))

    def forward(self, latent: Tensor) -> tuple[Tensor, Tensor]:
        """latent: (B, 2K, s, s). Returns mask logits (B, 1, 16s, 16s) and RGB (B, 3, 16s, 16s)."""
        x = self.trunk[0](latent)  # (B, 64, s, s)
        x = self.trunk[1](_up(x))  # (B, 48, 2s, 2s)
        x = self.trunk[2](_up(x))  # (B, 32, 4s, 4s)
        mask_logits = _up(_up(self.mask(x)))  # (B, 1, 16s, 16s)
        reconstruction = _up(self.colours(_up(x)))  # (B, 3, 16s, 16s)
        return mask_logits, reconstruction


class TelltaleNet(FaceNetwork):
    """Class, family, mask and reconstruction of a batch of face crops.

    Two streams look at a face: one at the whole crop, resized, one at windows of it as they lie. The whole crop's logit
    is a learned affine function of the difference of the two activations: the original's softmax over two activations
    in [0, 1] cannot leave 0.27 to 0.73, so no score from it could be calibrated. The class logit is the sum of both
    streams' logits with `weights`, which are chosen after the training, on forgeries of foreign kinds.
    """

    title = "Telltale multi-task network"
    architecture = (
        "EfficientNet-Lite0 encoder to stride 16 from ImageNet weights; latent of two halves of 64 channels; the "
        "winning half goes to a Y-shaped decoder with a mask branch and a reconstruction branch. A second stream, the "
        "same encoder to stride 8 and a high-pass residual, sees five windows of 96 × 96 pixels of the crop at the "
        "picture's own resolution. The class logit is the weighted sum of both streams' logits; a linear head names "
        "the family of the forgery"
    )
    papers = (
        BTAS_2019,
        "M. Tan, Q. V. Le: EfficientNet, ICML 2019 (Lite0 variant)",
        "K. Shiohara, T. Yamasaki: Detecting Deepfakes with Self-Blended Images, CVPR 2022",
        "T.-N. Le, H. H. Nguyen, J. Yamagishi, I. Echizen: OpenForensics, ICCV 2021, arXiv 2107.14480",
    )
    weights: Tensor
    input_size = 224
    loss = staticmethod(multi_task_loss)

    def __init__(self, half_channels: int = 64) -> None:
        super().__init__()
        self.register_buffer("mean", torch.full((1, 3, 1, 1), 127 / 255))  # EfficientNet-Lite's own constants
        self.register_buffer("std", torch.full((1, 3, 1, 1), 128 / 255))
        self.register_buffer("weights", torch.tensor([0.5, 0.5]))
        self.encoder = EfficientNetLiteEncoder()
        self.to_latent = nn.Sequential(
            nn.Conv2d(ENCODER_CHANNELS, 2 * half_channels, 1, bias=False),
            nn.BatchNorm2d(2 * half_channels),
            nn.ReLU(),
        )
        self.decoder = Decoder(2 * half_channels)
        self.scale = nn.Parameter(torch.tensor(8.0))  # activations start near 0.4, their differences within ± 0.2
        self.bias = nn.Parameter(torch.tensor(0.0))
        self.traces = ResidualStream()
        self.family = nn.Linear(2 * half_channels + TRACE_FEATURES, len(FAMILY_NAMES))

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None, *, decoded: bool = True) -> NetworkOutput:
        features = self.encoder((views.squares - self.mean) / self.std)  # (B, 112, S/16, S/16)
        latent = self.to_latent(features)  # (B, 2K, S/16, S/16)
        activations = half_activations(latent)  # (B, 2)
        of_square = self.scale * (activations[:, 1] - activations[:, 0]) + self.bias  # (B,)
        of_windows, trace_features = self.traces(views.windows)  # (B,), (B, 96)
        stream_logits = torch.stack([of_square, of_windows], dim=1)  # (B, 2)
        logit = stream_logits @ self.weights.to(stream_logits.dtype)  # (B,)
        family_logits = self.family(torch.cat([latent.mean((2, 3)), trace_features], dim=1))  # (B, F)
        if not decoded:
            nothing = logit.new_empty(len(logit), 0)
            return NetworkOutput(logit, nothing, nothing, activations, stream_logits, family_logits)
        winner = logit > 0 if manipulated is None else manipulated
        mask_logits, reconstruction = self.decoder(select_half(latent, winner))
        return NetworkOutput(logit, mask_logits, reconstruction, activations, stream_logits, family_logits)
