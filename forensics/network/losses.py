"""What the networks are trained to do."""

import torch
import torch.nn.functional as F
from torch import Tensor

from forensics.network.latent import NetworkOutput
from forensics.validation import present


def dice_loss(mask_logits: Tensor, masks: Tensor) -> Tensor:
    """1 − 2 |P ∩ M| / (|P| + |M|), mean over the batch (V-Net, 2016). Both (B, 1, S, S); M in [0, 1]."""
    predicted = mask_logits.sigmoid()
    overlap = (predicted * masks).sum((1, 2, 3))
    total = predicted.sum((1, 2, 3)) + masks.sum((1, 2, 3))
    return (1 - (2 * overlap + 1) / (total + 1)).mean()


FAMILY_WEIGHT = 0.2
"""The name of the family is a hint beside the score; it must not shape the features."""


def multi_task_loss(output: NetworkOutput, squares: Tensor, masks: Tensor, families: Tensor) -> Tensor:
    """Class (BCE of each stream) + mask (BCE + Dice on forgeries) + reconstruction (L1) + family (cross-entropy).

    Each stream answers for itself: in a loss of their sum the one that learns faster would leave the other nothing.
    squares: (B, 3, S, S) in [0, 1]; masks: (B, 1, S, S) in [0, 1]; families: (B,) int64, −1 = untouched.
    """
    labels = families >= 0
    stream_logits, family_logits = present(output.stream_logits), present(output.family_logits)
    wanted = labels.float()[:, None].expand_as(stream_logits)  # (B, 2)
    class_loss = 2 * F.binary_cross_entropy_with_logits(stream_logits, wanted)
    mask_loss = F.binary_cross_entropy_with_logits(output.mask_logits, masks)
    family_loss = family_logits.sum() * 0
    if labels.any():
        mask_loss = mask_loss + 0.5 * dice_loss(output.mask_logits[labels], masks[labels])
        family_loss = F.cross_entropy(family_logits[labels], families[labels])
    return class_loss + mask_loss + F.l1_loss(output.reconstruction, squares) + FAMILY_WEIGHT * family_loss


def btas_loss(output: NetworkOutput, squares: Tensor, masks: Tensor, families: Tensor) -> Tensor:
    """The paper's three losses with equal weights: activation (L1), segmentation (cross-entropy), reconstruction (L2).

    BTAS 2019, equations 2 to 5: the activation of the right half is drawn to 1, of the other to 0. The paper's batches
    hold as many untouched as forged faces; here each class is given the same weight, or the median, which is all an
    L1 loss asks for, would be the larger class whatever the picture.
    """
    labels = families >= 0
    wanted = torch.stack([~labels, labels], dim=1).float()  # (B, 2)
    distance = (output.activations - wanted).abs().sum(1)  # (B,)
    activation_loss = torch.stack([distance[labels == kind].mean() for kind in labels.unique()]).mean()
    mask_loss = F.binary_cross_entropy_with_logits(output.mask_logits, masks)  # two-class cross-entropy of z1 − z0
    return activation_loss + mask_loss + F.mse_loss(output.reconstruction, squares)


def consistency_loss(output: NetworkOutput, twins: Tensor) -> Tensor:
    """How far apart the logits of two views of one face are, each stream on its own: 0 where nothing has a second view.

    twins: (T,) int64, places in the batch of the first views; the second ones are the last T of the batch. Small
    distances count by their square, large ones as they are (Huber), so that one spoilt view does not rule.
    """
    logits = output.logit[:, None] if output.stream_logits is None else output.stream_logits  # (B, 2)
    if not len(twins):
        return logits.sum() * 0
    return F.huber_loss(logits[twins], logits[-len(twins) :])
