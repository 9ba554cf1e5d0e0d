"""The multi-task networks: a batch of face crops in, class, mask and reconstruction out."""

from forensics.network.base import FaceNetwork
from forensics.network.btas import BtasNet
from forensics.network.latent import NetworkInput, NetworkOutput
from forensics.network.telltale import TelltaleNet

__all__ = ["NETWORKS", "BtasNet", "FaceNetwork", "NetworkInput", "NetworkOutput", "TelltaleNet"]

NETWORKS: dict[str, type[FaceNetwork]] = {"telltale": TelltaleNet, "btas2019": BtasNet}
"""Those that see the crop of one face."""
