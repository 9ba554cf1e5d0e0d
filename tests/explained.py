"""Faces, and single methods run on networks whose answer is known."""

from types import ModuleType

import numpy as np
import torch
from numpy.typing import NDArray
from small_detector import small_detector
from specimens import finding_of, region_of
from torch import nn

from explain.methods.face_input import face_input
from explain.targets import target_score
from forensics.detectors import patches
from forensics.network import NetworkInput
from forensics.types.analysis import FaceFinding, FaceRegion


def red_and_blue(height: int = 40, width: int = 32, blue: int = 255) -> FaceFinding:
    """A crop, red above and blue below, the blue as bright as is asked."""
    crop = np.zeros((height, width, 3), np.uint8)
    crop[: height // 2, :, 0] = 255
    crop[height // 2 :, :, 2] = blue
    return finding_of(region_of(crop))


def painted(shape: tuple[int, int], value: int = 255) -> FaceRegion:
    return region_of(np.full((*shape, 3), value, np.uint8))


def mapped(
    method: ModuleType, network: nn.Module, region: FaceRegion, side: int, target: str = "fake_evidence"
) -> NDArray[np.float32]:
    """The map of one method, without what `explain` does around it."""
    face = face_input(small_detector(network, side), region)
    return method.heat_map(target_score(network, finding_of(region), target, None, side), face)


def awake(network: nn.Module) -> nn.Module:
    """An untrained network whose batch normalization has seen noise: without it, next to nothing reaches the end."""
    for part in network.modules():
        if isinstance(part, nn.BatchNorm2d):
            part.momentum = 1.0
    with torch.no_grad():
        network.train()(NetworkInput(torch.rand(4, 3, 64, 64), torch.rand(4, 1, 3, 96, 96)))
    return network.requires_grad_(False).eval()


def windows_over(height: int, width: int) -> NDArray[np.float32]:
    """How many windows lie over each pixel of a crop."""
    count = np.zeros((height, width), np.float32)
    for box in patches.patch_boxes(height, width):
        count[box.top : box.bottom, box.left : box.right] += 1
    return count
