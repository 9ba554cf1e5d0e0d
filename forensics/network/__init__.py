"""The multi-task networks: a batch of face crops in, class, mask and reconstruction out."""

from forensics.network.btas import BtasNet
from forensics.network.latent import NetworkOutput, Views
from forensics.network.telltale import TelltaleNet

__all__ = ["BtasNet", "NetworkOutput", "TelltaleNet", "Views"]
