"""What the networks that see the crop of one face have in common."""

from typing import ClassVar

from torch import Tensor, nn

from forensics.network.latent import NetworkOutput


class FaceNetwork(nn.Module):
    """Says what a card says of it whatever its weights are (title, architecture, papers), the side of its input in
    pixels (input_size) and its loss, of the output, the squares (B, 3, S, S), the masks (B, 1, S, S) and the numbers of
    the families (B,).

    mean, std: (1, 3, 1, 1), by which its input is normalized. forward takes, beside the views, manipulated: (B,) bool,
    the half to decode, without it the winner; decoded: whether mask and reconstruction are wanted, which are empty,
    (B, 0), otherwise.
    """

    title: ClassVar[str]
    architecture: ClassVar[str]
    papers: ClassVar[tuple[str, ...]]
    input_size: ClassVar[int]
    mean: Tensor
    std: Tensor

    @staticmethod
    def loss(output: NetworkOutput, squares: Tensor, masks: Tensor, families: Tensor) -> Tensor:
        """Training loss of a batch."""
        raise NotImplementedError
