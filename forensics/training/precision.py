"""In which precision a device trains."""

import torch


def fast_precision(device: torch.device) -> torch.autocast:
    """bfloat16 where the device computes in it, else single precision.

    A CPU without instructions for bfloat16 emulates them: one with AVX2 alone took 2.4 s a face instead of 0.19.
    """
    capabilities = torch.cpu.get_capabilities()
    known = device.type != "cpu" or any(capabilities.get(name, False) for name in ("avx512_bf16", "amx_bf16"))
    return torch.autocast(device.type, torch.bfloat16, enabled=known)
