"""The stream that sees windows of the face as they lie in the picture.

Traces of cameras, generators, resampling and blending live in the finest grain, which the square of the other stream
has lost. The first blocks of EfficientNet-Lite0 see each window, together with its high-pass residual (as the noise
streams of Zhou et al., CVPR 2018, and the constrained layers of Bayar & Stamm, 2016, but left to learn).
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from forensics.network.efficientnet_lite import BLOCKS, EfficientNetLiteEncoder

TRACE_BLOCKS = 5  # to stride 8: what lies deeper sees shapes, not grain
TRACE_FEATURES = 96


def high_pass(windows: Tensor) -> Tensor:
    """Each pixel less the mean of its 3 × 3 neighborhood."""
    return windows - F.avg_pool2d(F.pad(windows, (1, 1, 1, 1), mode="reflect"), 3, 1)


class ResidualStream(nn.Module):
    """(B, K, 3, W, W) RGB in [0, 1] → evidence (B,) as a logit, and features (B, 96), mean over the windows."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = EfficientNetLiteEncoder(TRACE_BLOCKS)
        self.residual = nn.Conv2d(3, 32, 3, 2, 1, bias=False)
        nn.init.normal_(self.residual.weight, 0, 0.4)
        self.features = nn.Sequential(
            nn.Conv2d(BLOCKS[TRACE_BLOCKS - 1][1], TRACE_FEATURES, 1, bias=False),
            nn.BatchNorm2d(TRACE_FEATURES),
            nn.ReLU(),
        )
        self.evidence = nn.Linear(TRACE_FEATURES, 1)

    def forward(self, windows: Tensor) -> tuple[Tensor, Tensor]:
        flat = windows.flatten(0, 1).contiguous(memory_format=torch.channels_last)  # (B·K, 3, W, W)
        residual = self.residual(high_pass(flat))  # (B·K, 32, W/2, W/2)
        x = self.encoder((flat - 127 / 255) / (128 / 255), residual)  # (B·K, 40, W/8, W/8)
        pooled = self.features(x).mean((2, 3)).unflatten(0, windows.shape[:2])  # (B, K, 96)
        logits = self.evidence(pooled)[..., 0]  # (B, K)
        # A soft maximum: one forged part makes a face forged, but no single window decides by its noise.
        return logits.logsumexp(1) - torch.tensor(float(logits.shape[1])).log(), pooled.mean(1)
