"""Telltale's forensic core: from bytes to findings. Imports no user interface."""

__version__ = "0.1.0"
