"""On what a network runs and by what its graph is executed: two settings of the environment.

TELLTALE_DEVICE   cpu (default), cuda or cuda:N
TELLTALE_ENGINE   openvino (default on the CPU, where it is installed): in half of the time of PyTorch, logits equal up
                  to 1e-6; eager: PyTorch, operation by operation; compiled: `torch.compile`, which builds kernels for
                  this machine at the first faces and needs a C++ compiler.
"""

import re
from collections.abc import Callable
from typing import Protocol

import torch
from torch import Tensor

from forensics.error_codes import SettingsCode
from forensics.errors import SettingsError
from forensics.network import FaceNetwork, NetworkInput, NetworkOutput
from forensics.versions import DEFAULT_DEVICE, device_name, engine_name, has_openvino
from forensics.versions import DEFAULT_ENGINE as OPENVINO
from forensics.versions import OTHER_ENGINE as EAGER


class Engine(Protocol):
    """Executes one network, for one thread at a time. batch_size: faces that are best handed to it at once."""

    @property
    def batch_size(self) -> int: ...

    def run(self, views: NetworkInput) -> NetworkOutput:
        """All that the network says."""

    def logits(self, views: NetworkInput) -> Tensor:
        """(B,) class logits alone: what only the rest needs is not computed where the engine can leave it out."""


class PyTorchEngine:
    """The network itself, or what PyTorch made of it. More faces at once are slower on a CPU: their feature maps leave
    the cache, and memory is asked for anew."""

    batch_size = 2

    def __init__(self, network: Callable[[NetworkInput], NetworkOutput]) -> None:
        self._network = network

    def run(self, views: NetworkInput) -> NetworkOutput:
        return self._network(views)

    def logits(self, views: NetworkInput) -> Tensor:
        return self._network(views).logit


def _openvino(network: FaceNetwork, side: int) -> Engine:
    """Raises SettingsError (`engine_failed`) where the network has no such graph."""
    from forensics.detectors.openvino_engine import OpenVinoEngine  # noqa: PLC0415, may not be installed

    try:
        return OpenVinoEngine(network, side)
    except RuntimeError as error:
        raise SettingsError(SettingsCode.ENGINE_FAILED, engine=OPENVINO, reason=str(error)) from error


Maker = Callable[[FaceNetwork, int], Engine]
"""From a network and the side S of the squares that it sees."""

ENGINES: dict[str, Maker] = {
    OPENVINO: _openvino,
    EAGER: lambda network, _side: PyTorchEngine(network),
    "compiled": lambda network, _side: PyTorchEngine(torch.compile(network)),
}

DEVICE = re.compile(r"cpu|cuda(:[0-9]{1,3})?")


def requested_device() -> torch.device:
    """Raises SettingsError (`wrong_setting`) where it is none that this machine has."""
    name = device_name()
    device = torch.device(name) if DEVICE.fullmatch(name) else None
    if device is None or (device.type == "cuda" and (device.index or 0) >= torch.cuda.device_count()):
        raise SettingsError(SettingsCode.WRONG_DEVICE, came=repr(name), cuda=torch.cuda.device_count())
    return device


def requested_engine() -> Maker:
    """Raises SettingsError (`wrong_setting`) for an unknown one, or one that does not run here."""
    name = engine_name()
    runnable = runnable_engines()
    if name not in runnable:
        raise SettingsError(SettingsCode.WRONG_ENGINE, came=repr(name), known=", ".join(runnable))
    return runnable[name]


def runnable_engines() -> dict[str, Maker]:
    """Those of ENGINES that run on this machine, by their names."""
    with_openvino = has_openvino() and device_name() == DEFAULT_DEVICE
    return {name: make for name, make in ENGINES.items() if name != OPENVINO or with_openvino}
