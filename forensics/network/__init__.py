"""The multi-task networks: a batch of face crops in, class, mask and reconstruction out."""

from torch import nn

from forensics.network.btas import BtasNet
from forensics.network.latent import NetworkInput, NetworkOutput
from forensics.network.telltale import TelltaleNet

__all__ = ["NETWORKS", "BtasNet", "NetworkInput", "NetworkOutput", "TelltaleNet"]

NETWORKS: dict[str, type[nn.Module]] = {"telltale": TelltaleNet, "btas2019": BtasNet}
"""Those that see the crop of one face.

Each class says what a card says of it whatever its weights are (title, architecture, papers), the side of its input in
pixels (input_size) and its loss, of the output, the squares (B, 3, S, S), the masks (B, 1, S, S) and the numbers of the
families (B,).
"""
