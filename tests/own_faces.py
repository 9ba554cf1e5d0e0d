"""A small user's collection: one photograph, and a forgery of it that any network can learn, again and again."""

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from training_faces import FACE, SAMPLES

from forensics.faces.landmarks import FaceLandmarker
from forensics.network import NetworkInput, NetworkOutput
from forensics.training.dataset import TrainingFace, decode_picture
from forensics.training.user_images import SOURCE
from forensics.types.analysis import Box
from forensics.types.family_names import FAMILY_NAMES

SMALL_FACE = Box(*(round(edge * 0.4) for edge in FACE))


class ColorNetwork(nn.Module):
    """Learns from the mean colors alone, in a few steps. logit = 10 w · (mean color − 0.5) + b, all zero at first."""

    input_size = 16

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(3)
        self.weight = nn.Parameter(torch.zeros(3))
        self.bias = nn.Parameter(torch.zeros(()))
        self.eval().requires_grad_(False)

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None) -> NetworkOutput:
        squares = self.norm(views.squares)
        logit = 10 * (squares.mean((2, 3)) - 0.5) @ self.weight + self.bias  # (B,)
        both = torch.stack([logit, logit], dim=1)
        return NetworkOutput(logit, squares[:, :1], squares, both, both, both.new_zeros(len(logit), len(FAMILY_NAMES)))


def photographs(count: int) -> tuple[list[bytes], list[bytes]]:
    """`count` encoded pictures of each class, no two the same; the forged ones are redder."""
    pixels = decode_picture((SAMPLES / "collins.jpg").read_bytes())
    pixels = cv2.resize(pixels, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA).astype(np.int16)
    generator = np.random.default_rng(0)
    classes = [], []
    for number in range(count):
        brighter = pixels + int(generator.integers(-20, 20))
        brighter[0, 0] = number
        for contents, red in zip(classes, (0, 120), strict=True):
            picture = np.clip(np.add(brighter, [red, 0, 0]), 0, 255).astype(np.uint8)
            contents.append(cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))[1].tobytes())
    return classes


def untouched_and_forged(count: int) -> tuple[list[TrainingFace], list[TrainingFace]]:
    """`count` faces of each class, named alike."""
    classes, generator = photographs(count), np.random.default_rng(0)
    mesh = FaceLandmarker().detect(decode_picture(classes[0][0]), SMALL_FACE)
    faces = [], []
    for number, pair in enumerate(zip(*classes, strict=True)):
        own_mesh = (mesh + generator.normal(0, 1, mesh.shape)).astype(np.float32)  # nobody's landmarks are another's
        for manipulated, content in enumerate(pair):
            face = TrainingFace(f"{number:02d}.png", SOURCE, bool(manipulated), content, SMALL_FACE, own_mesh)
            faces[manipulated].append(face)
    return faces
