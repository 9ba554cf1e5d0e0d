"""The methods, each with what a reader must know of it: one literal registry."""

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
from explain.methods.viewing import ViewedFace
from explain.targets import TargetScore
from forensics.benchmark import labels

HeatMap = Callable[[TargetScore, ViewedFace], NDArray[np.float32]]
"""From the score and one face to (h, w) float32, signed, in units of the target per pixel of the crop."""

Library = Literal["grad-cam", "Captum"]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to explain, with three sentences for a lay reader: what its map shows, what it does not, what to look for.

    passes: of a face through the network that one map takes, about; backward passes are not counted. library: whose
    weights or loop it is. uses_baseline: whether the map depends on the picture that stands for "no evidence". draws:
    whether it depends on the seed. speaks_against: whether the map goes below zero; a one-sided one shows support
    alone. sketch: a map of the same kind that is not refined until it is precise, where heat_map does that.
    """

    title: str
    shows: str
    does_not_show: str
    look_for: str
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
        shows="Where the network's last feature maps raise the answer, and where they lower it.",
        does_not_show=(
            "Fine detail: a cell is some fifteenth of the crop wide, and what it tells of may lie beside it."
        ),
        look_for=(
            "Whether the strongest place lies on the face, on a border such as lips or eyelids, and inside the mask; "
            "hair or background is a reason for doubt."
        ),
        library="grad-cam",
        heat_map=hirescam.heat_map,
        passes=2,
    ),
    "gradcam": Method(
        title="Grad-CAM",
        shows="Where feature channels that count for the answer are active, and where those that count against it.",
        does_not_show="Which cells of a channel counted: all are taken alike, so one may light up that did nothing.",
        look_for="Whether HiResCAM has its strongest place here too; if not, the place itself may not have counted.",
        library="grad-cam",
        heat_map=gradcam.heat_map,
        passes=2,
    ),
    "gradcam_plus_plus": Method(
        title="Grad-CAM++",
        shows="Every place that supports the answer, small ones made as visible as large ones.",
        does_not_show="What speaks against the answer, or how much a place counts: its values are no shares of it.",
        look_for="Whether it shows a place that Grad-CAM does not, say the other eye, and whether the mask does too.",
        library="grad-cam",
        heat_map=gradcam_plus_plus.heat_map,
        passes=2,
        speaks_against=False,
    ),
    "layercam": Method(
        title="LayerCAM",
        shows="Where something in the network's last feature maps raises the answer, cell by cell.",
        does_not_show="What speaks against the answer, even where it is stronger at the same place.",
        look_for="Whether a strong place stays strong in HiResCAM; if not, as much speaks against the answer there.",
        library="grad-cam",
        heat_map=layercam.heat_map,
        passes=2,
        speaks_against=False,
    ),
    "eigencam": Method(
        title="EigenCAM",
        shows="Where the strongest pattern lies in what the network sees of the whole crop, whatever is explained.",
        does_not_show=(
            "What the answer rests on: it is the same map for every answer, and leaves out the windows at the "
            "picture's own resolution."
        ),
        look_for="Whether another map resembles it; that one may show what is striking in the face, not what counts.",
        library="grad-cam",
        heat_map=eigencam.heat_map,
        passes=1,
        speaks_against=False,
    ),
    "ablationcam": Method(
        title="Ablation-CAM",
        shows="Where the feature channels lie without which the answer falls or rises: each is switched off in turn.",
        does_not_show=(
            "Evidence from the windows at the picture's own resolution, which stay as they are, and evidence that "
            "another channel replaces."
        ),
        look_for="Whether HiResCAM, which asks by slopes, has its strongest place here too; if not, rely on neither.",
        library="grad-cam",
        heat_map=ablationcam.heat_map,
        passes=129,
    ),
    "integrated_gradients": Method(
        title="Integrated Gradients",
        shows="How much each pixel adds to the answer as the chosen replacement turns step by step into the face.",
        does_not_show="What pixels do together, or what is wrong with them; another replacement gives another map.",
        look_for=(
            "Whether many strong pixels crowd at one place and stay there with another replacement; with black or "
            "white, pixels of that very colour can get nothing."
        ),
        library="Captum",
        heat_map=integrated_gradients.heat_map,
        sketch=integrated_gradients.sketch,
        passes=34,
        uses_baseline=True,
    ),
    "gradient_shap": Method(
        title="GradientShap",
        shows=(
            "How much each pixel adds to the answer on the mean over random mixtures of the chosen replacement and the "
            "face with a little noise."
        ),
        does_not_show="Shares that add up exactly: it draws at random, and weak places change with the seed.",
        look_for=(
            "Whether it agrees with Integrated Gradients: a place that only one of them shows hangs on noise or chance."
        ),
        library="Captum",
        heat_map=gradient_shap.heat_map,
        passes=gradient_shap.SAMPLES,
        uses_baseline=True,
        draws=True,
    ),
    "guided_gradcam": Method(
        title="Guided Grad-CAM",
        shows="The lines and dots to which the answer is sensitive, at the places where Grad-CAM finds support for it.",
        does_not_show=(
            "What speaks against the answer, or that the network has learned anything: published checks (Adebayo et "
            "al., 2018) found that it draws edges even for a network with randomised weights."
        ),
        look_for=(
            "Lines that are no plain edges of the face, such as a seam across a cheek; a drawing of eyes, nose and "
            "mouth that would fit any face says nothing."
        ),
        library="Captum",
        heat_map=guided_gradcam.heat_map,
        passes=4,
        speaks_against=False,
    ),
    "occlusion": Method(
        title="Occlusion",
        shows="How much of the answer is lost when a patch an eighth of the crop wide is replaced at this place.",
        does_not_show="What is there twice: with one trace replaced, the network still sees the other.",
        look_for=(
            "Whether the strongest place lies on something that can be seen, such as a seam, teeth or an eye; an even "
            "glow over half the face is a weak hint."
        ),
        library="Captum",
        heat_map=occlusion.heat_map,
        sketch=occlusion.sketch,
        passes=227,
        uses_baseline=True,
    ),
    "lime": Method(
        title="LIME",
        shows="What each part of the face, cut along its edges, adds to the answer while half the rest is replaced.",
        does_not_show=(
            "Where inside a part the trace lies, or parts that count only together; another seed moves the weak ones."
        ),
        look_for="Whether the few strongest parts stay the same with another seed; leave the weak ones out of account.",
        library="Captum",
        heat_map=lime.heat_map,
        sketch=lime.sketch,
        passes=301,
        uses_baseline=True,
        draws=True,
    ),
    "kernel_shap": Method(
        title="Kernel SHAP",
        shows=(
            "The share of each part of the face in the answer; all shares add up to what the face has more than its "
            "replacement."
        ),
        does_not_show=(
            "Where inside a part the trace lies; a trace that two parts share is split between them, and another seed "
            "moves the weak parts."
        ),
        look_for="Whether the few strongest parts stay the same with another seed, and whether LIME names them too.",
        library="Captum",
        heat_map=kernel_shap.heat_map,
        sketch=kernel_shap.sketch,
        passes=301,
        uses_baseline=True,
        draws=True,
    ),
}

DEFAULTS = labels.SHOWN_FIRST
"""Shown first, one of each library. They follow from `python -m forensics benchmark explanations`."""
