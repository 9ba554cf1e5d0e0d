"""The forged faces of the benchmark, each with the pixels that were really manipulated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensics.benchmark.detection import held_out_pairs
from forensics.benchmark.leave_one_family_out import test_faces
from forensics.benchmark.scoring import central_region, decode_as_analysis
from forensics.measurements import dataset_names
from forensics.synthesis.families import FAMILIES
from forensics.training.dataset import PAIRS, TrainingFace, archive_members, decode_picture
from forensics.types.analysis import FaceRegion

OWN_FAMILIES = dataset_names.OWN_FAMILIES
"""Made of faces that never trained. These choose the default methods; the pairs only tell how well they were chosen."""

SETS = (OWN_FAMILIES, dataset_names.PAIRS)

FACES_PER_FAMILY = 9


@dataclass(frozen=True, slots=True, eq=False)
class BenchmarkSample:
    """A forged face. name: unique. data: one of SETS. mask: (h, w) bool in crop pixels, some of them manipulated."""

    name: str
    data: str
    region: FaceRegion = field(repr=False)
    mask: NDArray[np.bool_] = field(repr=False)


def benchmark_samples(folder: Path, faces: Sequence[TrainingFace]) -> Iterator[BenchmarkSample]:
    """Every forgery whose face is found and holds a manipulated pixel."""
    for family in FAMILIES:
        for number, face in enumerate(test_faces(family, faces, FACES_PER_FAMILY)):
            if face.mask.any():
                yield BenchmarkSample(f"{family}-{number}", OWN_FAMILIES, face.forged, face.mask)
    yield from _pairs(folder)


def _pairs(folder: Path) -> Iterator[BenchmarkSample]:
    contents = dict(archive_members(folder / f"{PAIRS}.tar"))
    for name in [name for name, _ in held_out_pairs(folder) if name.startswith("fake/")]:
        region = central_region(decode_as_analysis(contents[name]))
        if region is None:
            continue
        cut, picture = region.crop_box, decode_picture(contents[f"mask/{name[5:-4]}.png"])[..., 0]
        mask = picture[cut.top : cut.bottom, cut.left : cut.right] >= 128
        if mask.any():
            yield BenchmarkSample(name[5:-4], dataset_names.PAIRS, region, mask)
