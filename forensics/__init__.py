"""Telltale's forensic core: from bytes to findings. Imports no user interface."""

from forensics.cores import share_cores

__version__ = "0.1.0"

share_cores()  # before torch is loaded, whoever imports it first
