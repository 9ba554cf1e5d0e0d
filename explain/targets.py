"""What is explained: one number of the network's answer, apart from how it is explained (`explain.methods`)."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from forensics.network import NetworkOutput, Views


@dataclass(frozen=True, slots=True)
class Target:
    """A number the network computes for each face, and its name for a reader."""

    title: str
    value: Callable[[NetworkOutput], Tensor]
    """From the output for B faces to (B,) float32."""


TARGETS: dict[str, Target] = {
    # The logit and not the score: near 0 and 1 the sigmoid is flat, and every gradient through it vanishes.
    "fake_evidence": Target("evidence of manipulation (class logit)", lambda output: output.logit),
}


class TargetScore(nn.Module):
    """A network with the target as its only output: the tensors of `Views` → (B,) float32.

    Holds a copy of the network's structure, in evaluation mode, that shares its weights. A detector is shared between
    threads, so a hook set on the network itself would fire in another analyst's analysis; no hook, mode or gradient set
    on the copy reaches the original.
    """

    def __init__(self, network: nn.Module, target: Target) -> None:
        super().__init__()
        shared = {id(weights): nn.Parameter(weights.detach(), requires_grad=False) for weights in network.parameters()}
        shared |= {id(buffer): buffer for buffer in network.buffers()}
        self.network = copy.deepcopy(network, shared).eval()
        self.target = target

    def forward(self, squares: Tensor, windows: Tensor) -> Tensor:
        # Three times as fast on a CPU; the methods build their batches in the plain layout.
        squares = squares.contiguous(memory_format=torch.channels_last)
        return self.target.value(self.network(Views(squares, windows)))
