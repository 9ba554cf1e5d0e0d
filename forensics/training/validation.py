"""How far a training has come, on faces that never train."""

from collections.abc import Sequence

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn

from forensics.detectors.letterbox import letterbox
from forensics.detectors.patches import extract_patches
from forensics.network.latent import to_network_input
from forensics.synthesis.families import FAMILIES
from forensics.synthesis.forgery import FaceImage
from forensics.training.batches import DonorPool, make_sample
from forensics.training.dataset import PORTRAITS, TrainingFace
from forensics.training.forgery_kinds import ARCHIVE, KINDS, kind_source
from forensics.training.framing import shrink
from forensics.training.precision import fast_precision
from forensics.types.family_names import FAMILY_NAMES

MAX_KIND_SIDE = 200
"""Pixels to which larger faces are made smaller where kinds are watched, forged or not: some have no untouched ones."""

MIN_FACES_PER_KIND = 5
"""Forgeries of a kind from which it gets a figure of its own, and untouched ones from which it is held against them."""

KIND_UNTOUCHED_SOURCES = (f"{ARCHIVE}/", PORTRAITS, "stylegan-faces", "lfw-faces")
"""Sources of the untouched faces beside the kinds."""


class ValidationSet:
    """Faces that never train, prepared once: forgeries by others as they lie, or made smaller, and own forgeries after
    a re-encoding. foreign: faces of `foreign-val`, where they are watched too."""

    def __init__(
        self, faces: list[TrainingFace], side: int, seed: int, most: int = 400, foreign: Sequence[TrainingFace] = ()
    ) -> None:
        generator = np.random.default_rng(seed + 1)
        watched = [face for face in faces if face.watched]
        generator.shuffle(watched)
        self.side = side
        self.foreign = foreign
        self.openforensics = [face for face in watched if face.source.startswith("openforensics-train")][:most]
        self.kinds = [face for face in watched if face.source.startswith(f"{ARCHIVE}/") or _is_kind_counterpart(face)]
        untouched = [face for face in watched if not face.manipulated][: most // 2]
        lenders = DonorPool(untouched)
        self.own = []
        for number, face in enumerate(untouched):
            pixels, family = face.pixels(), number % len(FAMILY_NAMES)
            lent = lenders.nearest_donors(face, generator)
            forged = FAMILIES[FAMILY_NAMES[family]](FaceImage(pixels, face.mesh), lent, generator)
            for picture, mask, label in ((pixels, forged.mask * 0, -1), (forged.image, forged.mask, family)):
                self.own.append(make_sample(picture, mask, face.box, label, side, generator))

    def measure(self, network: nn.Module, device: torch.device) -> dict[str, float]:
        """AUC on OpenForensics and on own forgeries, of the class logit and of each stream; on kinds together, and
        alone; on each kind of `foreign-val`."""
        crops = [face.region().crop for face in self.openforensics]
        squares, windows = [letterbox(crop, self.side) for crop in crops], [extract_patches(crop) for crop in crops]
        sets = {
            "openforensics": (squares, windows, [face.manipulated for face in self.openforensics]),
            "own": (
                [sample.square for sample in self.own],
                [sample.windows for sample in self.own],
                [sample.family >= 0 for sample in self.own],
            ),
        }
        figures = {}
        for name, (squares, windows, labels) in sets.items():
            for column, logits in _named_logits(network, squares, windows, device).items():
                figures[f"held_out_auc_{name}{column}"] = float(roc_auc_score(labels, logits))
        return figures | self._measure_kinds(network, device) | self._measure_foreign(network, device)

    def _measure_foreign(self, network: nn.Module, device: torch.device) -> dict[str, float]:
        figures = {}
        for source in sorted({face.source for face in self.foreign}):
            some = [face for face in self.foreign if face.source == source]
            crops = [face.region().crop for face in some]
            squares, windows = [letterbox(crop, self.side) for crop in crops], [extract_patches(crop) for crop in crops]
            logits = _named_logits(network, squares, windows, device)[""]
            figures[f"held_out_auc_{source}"] = float(roc_auc_score([face.manipulated for face in some], logits))
        return figures

    def _measure_kinds(self, network: nn.Module, device: torch.device) -> dict[str, float]:
        crops = [_shrunk_crop(face) for face in self.kinds]
        if not crops:
            return {}
        squares, windows = [letterbox(crop, self.side) for crop in crops], [extract_patches(crop) for crop in crops]
        by_column = _named_logits(network, squares, windows, device)
        forged = np.array([face.manipulated for face in self.kinds])
        sources = np.array([face.source for face in self.kinds])
        figures = {}
        if forged.any() and not forged.all():
            for column, logits in by_column.items():
                figures[f"held_out_auc_kinds{column}"] = float(roc_auc_score(forged, logits))
        for kind in KINDS:
            ours = sources == kind_source(kind)
            beside = ours & ~forged if (ours & ~forged).sum() >= MIN_FACES_PER_KIND else ~forged
            if (ours & forged).sum() >= MIN_FACES_PER_KIND and beside.any():
                some = (ours & forged) | beside
                figures[f"held_out_auc_{kind}"] = float(roc_auc_score(forged[some], by_column[""][some]))
        return figures


def _is_kind_counterpart(face: TrainingFace) -> bool:
    return not face.manipulated and face.source.startswith(KIND_UNTOUCHED_SOURCES)


def _shrunk_crop(face: TrainingFace) -> np.ndarray:
    """The face's crop, no larger than MAX_KIND_SIDE allows."""
    crop = face.region().crop
    return shrink(crop, MAX_KIND_SIDE / max(face.box.width, face.box.height))


@torch.inference_mode()
def _named_logits(
    network: nn.Module, squares: list[np.ndarray], windows: list[np.ndarray], device: torch.device
) -> dict[str, np.ndarray]:
    """By what is appended to a figure's name: the class logit, and each stream's where there are two."""
    logits: list[Tensor] = []
    for start in range(0, len(squares), 8):
        some = [torch.from_numpy(np.stack(part[start : start + 8])).to(device) for part in (squares, windows)]
        with fast_precision(device):
            output = network(to_network_input(some[0].permute(0, 3, 1, 2), some[1].permute(0, 1, 4, 2, 3)))
        streams = output.logit[:, None] if output.stream_logits is None else output.stream_logits
        logits.append(torch.cat([output.logit[:, None], streams], dim=1).float().cpu())
    columns = torch.cat(logits).numpy()
    names = ("", "_square", "_windows") if columns.shape[1] == 3 else ("",)
    return dict(zip(names, columns.T, strict=False))
