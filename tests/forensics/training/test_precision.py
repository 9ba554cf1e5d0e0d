import pytest
import torch

from forensics.training.precision import fast_precision


@pytest.mark.parametrize(("capability", "kind"), [(True, torch.bfloat16), (False, torch.float32)])
def test_a_cpu_computes_in_bfloat16_only_if_it_has_instructions_for_it(monkeypatch, capability, kind):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx2": True, "avx512_bf16": capability})
    with fast_precision(torch.device("cpu")):
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype == kind
