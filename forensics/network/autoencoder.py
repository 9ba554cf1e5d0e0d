"""The autoencoder that rebuilds whole faces, so that forgeries carry the traces of generators.

Every generator, be it adversarial or of diffusion, ends in layers that make a picture larger, and these leave a pattern
of their own in the spectrum (Durall et al., CVPR 2020; Corvi et al., ICASSP 2023). Pictures that differ from their
original in nothing but such layers teach that pattern alone (Rajan et al., *Aligned Datasets Improve Detection of
Latent Diffusion-Generated Images*, ICLR 2025). Three decoders, one for each common way to enlarge, share an encoder.
"""

import torch.nn.functional as F
from torch import Tensor, nn

STRIDE = 8
LATENT_CHANNELS = 16

DECODERS = ("nearest", "transposed", "shuffle")


def _conv(channels: int, out_channels: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, out_channels, 3, stride, 1, padding_mode="replicate"),
        nn.BatchNorm2d(out_channels),
        nn.LeakyReLU(0.1),
    )


class Upsample(nn.Module):
    """(B, C, h, w) → (B, C', 2h, 2w) in one of the ways in DECODERS."""

    def __init__(self, kind: str, channels: int, out_channels: int) -> None:
        super().__init__()
        if kind == "nearest":
            self.layers = nn.Sequential(nn.Upsample(scale_factor=2.0), _conv(channels, out_channels))
        elif kind == "transposed":
            self.layers = nn.Sequential(
                nn.ConvTranspose2d(channels, out_channels, 4, 2, 1), nn.BatchNorm2d(out_channels), nn.LeakyReLU(0.1)
            )
        else:
            self.layers = nn.Sequential(_conv(channels, 4 * out_channels), nn.PixelShuffle(2))

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(x)


class FaceAutoencoder(nn.Module):
    """Pictures (B, 3, H, W) in [0, 1], H and W multiples of 8, → the same, rebuilt."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(2),  # (B, 12, H/2, W/2)
            _conv(12, 32),
            _conv(32, 64, 2),  # (B, 64, H/4, W/4)
            _conv(64, 96, 2),  # (B, 96, H/8, W/8)
            _conv(96, 96),
            nn.Conv2d(96, LATENT_CHANNELS, 1),
        )
        self.decoders = nn.ModuleDict(
            {
                kind: nn.Sequential(
                    _conv(LATENT_CHANNELS, 96),
                    _conv(96, 96),
                    Upsample(kind, 96, 64),
                    _conv(64, 64),
                    Upsample(kind, 64, 32),
                    _conv(32, 32),
                    Upsample(kind, 32, 16),
                    nn.Conv2d(16, 3, 3, padding=1, padding_mode="replicate"),
                )
                for kind in DECODERS
            }
        )

    def encode(self, pictures: Tensor) -> Tensor:
        """(B, 3, H, W) in [0, 1] → latent (B, 16, H/8, W/8)."""
        return self.encoder(pictures * 2 - 1)

    def decode(self, latent: Tensor, decoder: str) -> Tensor:
        """The picture (B, 3, H, W), about [0, 1], by one of DECODERS."""
        return self.decoders[decoder](latent).add(1).div(2)

    def forward(self, pictures: Tensor, decoder: str) -> Tensor:
        return self.decode(self.encode(pictures), decoder)


class Discriminator(nn.Module):
    """Judges every small patch of a picture, untouched or rebuilt (PatchGAN, Isola et al., CVPR 2017)."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(12, 48, 3, 1, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(48, 64, 3, 2, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(64, 1, 3, 1, 1),
        )

    def forward(self, pictures: Tensor) -> Tensor:
        return self.layers(pictures * 2 - 1)  # (B, 1, H/4, W/4)


def autoencoder_loss(rebuilt: Tensor, pictures: Tensor) -> Tensor:
    """L1 of the picture and of its differences between neighbors, which L1 alone would blur away."""
    across = F.l1_loss(rebuilt.diff(dim=3), pictures.diff(dim=3))
    down = F.l1_loss(rebuilt.diff(dim=2), pictures.diff(dim=2))
    return F.l1_loss(rebuilt, pictures) + across + down
