"""On what a network runs and by what its graph is executed: two settings of the environment.

TELLTALE_DEVICE   cpu (default), cuda or cuda:N
TELLTALE_ENGINE   eager (default): PyTorch, operation by operation; compiled: `torch.compile`, which builds kernels for
                  this machine at the first faces and needs a C++ compiler. The last digits of a score may differ.
"""

import re
from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from forensics.error_codes import SettingsCode
from forensics.errors import SettingsError
from forensics.versions import device_name, engine_name

EngineFactory = Callable[[nn.Module], Callable[..., Any]]
"""From a network to what is called in its place, with the same arguments and the same answer."""

ENGINES: dict[str, EngineFactory] = {"eager": lambda network: network, "compiled": torch.compile}

DEVICE = re.compile(r"cpu|cuda(:[0-9]{1,3})?")


def requested_device() -> torch.device:
    """Raises SettingsError (`wrong_setting`) where it is none that this machine has."""
    name = device_name()
    device = torch.device(name) if DEVICE.fullmatch(name) else None
    if device is None or (device.type == "cuda" and (device.index or 0) >= torch.cuda.device_count()):
        raise SettingsError(SettingsCode.WRONG_DEVICE, came=repr(name), cuda=torch.cuda.device_count())
    return device


def requested_engine() -> EngineFactory:
    """Raises SettingsError (`wrong_setting`) for an unknown one."""
    name = engine_name()
    if name not in ENGINES:
        raise SettingsError(SettingsCode.WRONG_ENGINE, came=repr(name), known=", ".join(ENGINES))
    return ENGINES[name]
