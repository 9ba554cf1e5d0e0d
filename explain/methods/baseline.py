"""The picture that stands for "no evidence"."""

import cv2
import numpy as np
import torch
from torch import Tensor

SIGMA_SHARE = 1 / 16
"""Standard deviation of the blur over the crop's side: wide enough that seams, skin texture and resampling traces are
gone, narrow enough that face, light and pose stay. Chosen over black, which no camera delivers: a black square adds
edges that the network answers to, and dark pixels could never get any evidence (x - 0 is small)."""


def blurred(inputs: Tensor) -> Tensor:
    """inputs: (1, 3, S, S) float32. Returns the same, strongly blurred; the border is mirrored, not darkened."""
    picture = inputs[0].permute(1, 2, 0).cpu().numpy()  # (S, S, 3)
    sigma = SIGMA_SHARE * max(picture.shape[:2])
    soft = cv2.GaussianBlur(np.ascontiguousarray(picture), (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)
    return torch.from_numpy(soft).permute(2, 0, 1)[None].to(inputs.device)
