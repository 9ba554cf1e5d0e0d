import threading

import numpy as np
import torch
from small_detector import small_card
from specimens import region_of
from torch import nn

from forensics.benchmark import cost
from forensics.detectors.crop_detector import CropDetector
from forensics.network import NETWORKS
from forensics.training import loop


class OneConvolution(nn.Module):
    """16 × 16 → 8 × 8 positions, 2 filters over 3 × 2 × 2 values each."""

    def __init__(self):
        super().__init__()
        self.filters = nn.Conv2d(3, 2, 2, stride=2)

    def forward(self, crops):
        return self.filters(getattr(crops, "squares", crops))


def test_a_multiply_accumulate_is_one_product_added():
    detector = CropDetector(small_card(), OneConvolution().eval(), threading.Lock())
    region = region_of(np.zeros((20, 20, 3), np.uint8))
    assert cost.count_macs(detector, [region]) == 8 * 8 * 2 * 3 * 2 * 2


def test_a_step_of_training_changes_the_weights(monkeypatch):
    monkeypatch.setattr(cost, "BATCH_SIZE", 2)
    built = []

    def build(name):
        built.append(NETWORKS[name]())
        return built[0]

    monkeypatch.setattr(loop, "build_network", build)
    detector = CropDetector(small_card(name="btas2019", input_size=32), nn.Identity(), threading.Lock())
    step = cost._training_step(detector)
    before = [parameter.detach().clone() for parameter in built[0].parameters()]
    step()
    changed = [not torch.equal(new, old) for new, old in zip(built[0].parameters(), before, strict=True)]
    assert any(changed)
