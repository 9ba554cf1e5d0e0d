"""The curves of a Tippett plot: how many faces of either kind get a likelihood ratio of at least a given size."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensics.decision.calibration import log10_likelihood_ratio
from forensics.io.atomic_write import atomic_write
from forensics.measurements import results
from forensics.types.model_card import Calibration, Measurement
from forensics.validation import present, require

N_POINTS = 81
"""Points of a Tippett plot, evenly over log10 of the ratios that can occur."""


@dataclass(frozen=True, slots=True)
class Tippett:
    """Points of the two curves of a Tippett plot: shares, in [0, 1], of n faces whose log10 ratio is at least x."""

    data: str
    log10_ratio: tuple[float, ...]
    manipulated: tuple[float, ...]
    untouched: tuple[float, ...]
    n_fake: int
    n_real: int


def tippett_curves(
    scores: NDArray[np.float64], manipulated: NDArray[np.bool_], calibration: Calibration, data: str
) -> Tippett:
    """The curves of these scores. Raises ValueError where a class has no face."""
    require(bool(manipulated.any() and not manipulated.all()), "a Tippett plot needs manipulated and untouched faces")
    ratios = log10_likelihood_ratio(scores, calibration)
    places = np.linspace(present(calibration.log10_floor), calibration.log10_limit, N_POINTS)
    forged, untouched = ((ratios[of][:, None] >= places).mean(axis=0) for of in (manipulated, ~manipulated))
    n_fake, n_real = int(manipulated.sum()), int((~manipulated).sum())
    return Tippett(data, _rounded(places), _rounded(forged), _rounded(untouched), n_fake, n_real)


def _rounded(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(np.round(values, 4).tolist())


def write_evidence(name: str, figures: list[Measurement], curves: Sequence[Tippett], network: str = "") -> None:
    """Keep both in the result file `evidence_<name>.json`, the figures as `write_results` keeps them."""
    results.write_results(f"evidence_{name}", figures, network)
    path = _path(name)
    document = json.loads(path.read_text(encoding="utf-8")) | {"tippett": [asdict(curve) for curve in curves]}
    atomic_write(path, json.dumps(document, ensure_ascii=False) + "\n")


def read_curves(name: str) -> list[Tippett]:
    """The curves of a detector; none where they were not measured."""
    path = _path(name)
    if not path.is_file():
        return []
    curves = json.loads(path.read_text(encoding="utf-8"))["tippett"]
    return [_curve(curve) for curve in curves]


def _curve(kept: Mapping[str, Any]) -> Tippett:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Tippett(**values)


def _path(name: str) -> Path:
    return results.RESULTS_FOLDER / f"evidence_{name}.json"
