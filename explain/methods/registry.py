"""The methods: one literal registry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explain.methods import (
    ablationcam,
    eigencam,
    gradcam,
    gradcam_plus_plus,
    gradient_shap,
    guided_gradcam,
    hirescam,
    integrated_gradients,
    kernel_shap,
    layercam,
    lime,
    occlusion,
)
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore
from forensics.measurements import dataset_names

HeatMap = Callable[[TargetScore, FaceInput], NDArray[np.float32]]
"""From the score and one face to (h, w) float32, signed, in units of the target per pixel of the crop."""

Library = Literal["grad-cam", "Captum"]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to explain. What its map shows, what it does not and what to look for: see explain/wording.py.

    title: a proper name, the same in every language. passes: of a face through the network that one map takes,
    about; backward passes are not counted. library: whose weights or loop it is. uses_baseline: whether the map
    depends on the picture that stands for "no evidence". draws: whether it depends on the seed. speaks_against:
    whether the map goes below zero; a one-sided one shows support alone. sketch: a map of the same kind that is not
    refined until it is precise, where heat_map does that.
    """

    title: str
    heat_map: HeatMap
    passes: int
    library: Library
    uses_baseline: bool = False
    draws: bool = False
    speaks_against: bool = True
    sketch: HeatMap | None = None


METHODS: dict[str, Method] = {
    "hirescam": Method(
        title="HiResCAM",
        library="grad-cam",
        heat_map=hirescam.heat_map,
        passes=2,
    ),
    "gradcam": Method(
        title="Grad-CAM",
        library="grad-cam",
        heat_map=gradcam.heat_map,
        passes=2,
    ),
    "gradcam_plus_plus": Method(
        title="Grad-CAM++",
        library="grad-cam",
        heat_map=gradcam_plus_plus.heat_map,
        passes=2,
        speaks_against=False,
    ),
    "layercam": Method(
        title="LayerCAM",
        library="grad-cam",
        heat_map=layercam.heat_map,
        passes=2,
        speaks_against=False,
    ),
    "eigencam": Method(
        title="EigenCAM",
        library="grad-cam",
        heat_map=eigencam.heat_map,
        passes=1,
        speaks_against=False,
    ),
    "ablationcam": Method(
        title="Ablation-CAM",
        library="grad-cam",
        heat_map=ablationcam.heat_map,
        passes=129,
    ),
    "integrated_gradients": Method(
        title="Integrated Gradients",
        library="Captum",
        heat_map=integrated_gradients.heat_map,
        sketch=integrated_gradients.fast_heat_map,
        passes=34,
        uses_baseline=True,
    ),
    "gradient_shap": Method(
        title="GradientShap",
        library="Captum",
        heat_map=gradient_shap.heat_map,
        passes=gradient_shap.N_SAMPLES,
        uses_baseline=True,
        draws=True,
    ),
    "guided_gradcam": Method(
        title="Guided Grad-CAM",
        library="Captum",
        heat_map=guided_gradcam.heat_map,
        passes=4,
        speaks_against=False,
    ),
    "occlusion": Method(
        title="Occlusion",
        library="Captum",
        heat_map=occlusion.heat_map,
        sketch=occlusion.fast_heat_map,
        passes=227,
        uses_baseline=True,
    ),
    "lime": Method(
        title="LIME",
        library="Captum",
        heat_map=lime.heat_map,
        sketch=lime.fast_heat_map,
        passes=301,
        uses_baseline=True,
        draws=True,
    ),
    "kernel_shap": Method(
        title="Kernel SHAP",
        library="Captum",
        heat_map=kernel_shap.heat_map,
        sketch=kernel_shap.fast_heat_map,
        passes=301,
        uses_baseline=True,
        draws=True,
    ),
}

DEFAULTS = dataset_names.SHOWN_FIRST
"""Shown first, one of each library. They follow from `python -m forensics benchmark explanations`."""
