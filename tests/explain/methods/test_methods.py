"""The contract of every explanation method."""

import threading
from dataclasses import replace

import numpy as np
import pytest
import torch
from explained import awake, red_and_blue
from numpy.typing import NDArray
from small_detector import small_detector
from specimens import LinearNetwork, MultiTaskNetwork, TinyNetwork, finding_of, region_of
from torch import nn

from explain.methods import (
    METHODS,
    explain,
    gradient_shap,
    integrated_gradients,
    kernel_shap,
    lime,
    occlusion,
    superpixels,
)
from explain.targets import TARGETS
from explain.types import ExplanationRequest
from explain.wording import method_does_not_show, method_look_for, method_shows
from forensics.detectors import patches
from forensics.errors import ExplanationError
from forensics.network import BtasNet, TelltaleNet
from forensics.types.analysis import Box, FaceFinding

EVERY_METHOD = pytest.mark.parametrize("method", sorted(METHODS))

OF_A_FEATURE_MAP = (
    *("hirescam", "gradcam", "gradcam_plus_plus", "layercam", "eigencam", "ablationcam", "guided_gradcam"),
)
"""They want a network with a latent."""

pytestmark = [pytest.mark.usefixtures("dark_baseline"), pytest.mark.slow]
"""A blurred crop of two plain halves has the answer of the crop, up to rounding: there would be nothing to add up."""


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One window and few and large parts of the face, so that all methods are soon done."""
    monkeypatch.setattr(patches, "PATCH_CENTERS", patches.PATCH_CENTERS[:1])
    monkeypatch.setattr(integrated_gradients, "STEPS", (8, 64))
    monkeypatch.setattr(gradient_shap, "N_SAMPLES", 4)
    monkeypatch.setattr(occlusion, "PATCHES_ACROSS", 4)
    monkeypatch.setattr(superpixels, "N_SUPERPIXELS", 8)
    for sampling in (lime, kernel_shap):
        monkeypatch.setattr(sampling, "N_SAMPLES", 40)


def drawn(network: nn.Module, method: str) -> NDArray[np.float32]:
    return explain(small_detector(network, 16), red_and_blue(blue=128), ExplanationRequest(method)).heat_map


def hooks(network: nn.Module) -> list[nn.Module]:
    return [
        part for part in network.modules() if part._forward_hooks or part._forward_pre_hooks or part._backward_hooks
    ]


@EVERY_METHOD
def test_map_has_the_size_of_the_crop_and_speaks_for_red_and_not_for_blue(method: str) -> None:
    explanation = explain(small_detector(TinyNetwork(), 16), red_and_blue(blue=128), ExplanationRequest(method))
    assert (explanation.face_id, explanation.question) == (1, ExplanationRequest(method, "fake_evidence"))
    assert explanation.heat_map.shape == (40, 32)
    assert explanation.heat_map.dtype == np.float32
    red, blue = explanation.heat_map[16:19].mean(), explanation.heat_map[21:24].mean()
    assert red > 0
    assert blue < 0 if METHODS[method].speaks_against else explanation.heat_map.min() >= 0
    assert explanation.seconds > 0


@EVERY_METHOD
def test_map_is_not_scaled_twice_the_evidence_is_twice_the_map(method: str) -> None:
    """But for Grad-CAM++, whose weights fall as the activations rise."""
    weight = torch.zeros(3, 16, 16)
    weight[0, :8] = 1.0
    if method in OF_A_FEATURE_MAP:
        once, twice = TinyNetwork(), TinyNetwork()
        twice.encoder[0].weight.mul_(2)
    else:
        once, twice = LinearNetwork(weight), LinearNetwork(2 * weight)
    maps = [drawn(network, method) for network in (once, twice)]
    assert np.abs(maps[0]).max() > 0
    if method == "gradcam_plus_plus":
        assert 1.1 < maps[1].max() / maps[0].max() < 1.9
    else:
        np.testing.assert_allclose(maps[1], 2 * maps[0], rtol=1e-4, atol=1e-6)


@EVERY_METHOD
def test_network_and_arrays_are_left_as_they_were(method: str) -> None:
    network, finding = TinyNetwork(), red_and_blue(blue=128)
    network.train()
    before = {name: weights.clone() for name, weights in network.state_dict().items()}
    crop = finding.region.crop.copy()
    explain(small_detector(network, 16), finding, ExplanationRequest(method))
    assert network.training
    assert all(torch.equal(weights, before[name]) for name, weights in network.state_dict().items())
    assert hooks(network) == []
    assert all(weights.grad is None and not weights.requires_grad for weights in network.parameters())
    assert np.array_equal(finding.region.crop, crop)


@EVERY_METHOD
def test_trainable_weights_get_no_gradient(method: str) -> None:
    network = TinyNetwork().requires_grad_(True)
    drawn(network, method)
    assert network.encoder[0].weight.requires_grad
    assert network.encoder[0].weight.grad is None


@EVERY_METHOD
def test_the_same_face_and_seed_give_the_same_map_whatever_was_drawn_before(method: str) -> None:
    first = drawn(TinyNetwork(), method)
    torch.rand(7)
    np.random.rand(7)  # noqa: NPY002
    assert np.array_equal(drawn(TinyNetwork(), method), first)


@EVERY_METHOD
def test_the_random_numbers_of_others_go_on_as_if_nothing_was(method: str) -> None:
    network, after = TinyNetwork(), []
    for explains in (False, True):
        torch.manual_seed(3)
        np.random.seed(3)  # noqa: NPY002
        if explains:
            drawn(network, method)
        after.append((torch.rand(1).item(), np.random.rand()))  # noqa: NPY002
    assert after[0] == after[1]


@EVERY_METHOD
def test_an_index_error_of_the_network_is_not_swallowed(method: str) -> None:
    network = TinyNetwork()
    network.encoder.append(nn.Flatten())
    network.encoder.append(nn.Unflatten(1, (2, 64)))  # three axes where the latent has four
    with pytest.raises(IndexError):
        drawn(network, method)


@EVERY_METHOD
def test_autocast_around_it_changes_nothing(method: str) -> None:
    plain = drawn(TinyNetwork(), method)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        inside = drawn(TinyNetwork(), method)
    assert np.array_equal(plain, inside)


@EVERY_METHOD
def test_a_map_that_is_not_finite_is_refused(method: str) -> None:
    network = TinyNetwork()
    network.encoder[0].weight.fill_(torch.inf)
    with pytest.raises(ExplanationError) as error:
        drawn(network, method)
    assert error.value.code in ("not_finite", "incomplete")


@EVERY_METHOD
def test_a_face_in_which_nothing_moves_the_answer_is_told_and_gives_no_empty_map(method: str) -> None:
    network = TinyNetwork()
    network.encoder[0].weight.zero_()
    with pytest.raises(ExplanationError, match="found nothing in this face") as error:
        drawn(network, method)
    assert error.value.code == "empty"


@EVERY_METHOD
def test_progress_rises_and_never_passes_the_whole(method: str) -> None:
    shares = []
    explain(small_detector(TinyNetwork(), 16), red_and_blue(blue=128), ExplanationRequest(method), shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1


class CancelledError(Exception):
    """What a page raises when the analyst has seen enough."""


@EVERY_METHOD
def test_what_progress_raises_stops_the_work_and_leaves_nothing_behind(method: str) -> None:
    network, calls = TinyNetwork(), []

    def cancel(share: float) -> None:
        calls.append(share)
        raise CancelledError

    with pytest.raises(CancelledError):
        explain(small_detector(network, 16), red_and_blue(blue=128), ExplanationRequest(method), cancel)
    assert len(calls) == 1
    assert hooks(network) == []
    assert all(weights.grad is None for weights in network.parameters())


@EVERY_METHOD
@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_a_map_by_every_method(method: str, target: str) -> None:
    question = ExplanationRequest(method, target, place=Box(4, 4, 20, 30) if target == "region" else None)
    map_ = explain(small_detector(MultiTaskNetwork(), 16), red_and_blue(blue=128), question).heat_map
    assert map_.shape == (40, 32)
    assert np.abs(map_).max() > 0


@pytest.mark.parametrize(
    ("network", "method", "target"),
    [
        *((network, method, "fake_evidence") for network in (TelltaleNet, BtasNet) for method in sorted(METHODS)),
        *((TelltaleNet, method, target) for method in ("hirescam", "occlusion") for target in TARGETS),
    ],
)
def test_the_shipped_networks_have_a_map_or_a_sentence(network: type[nn.Module], method: str, target: str) -> None:
    """The one place where every method runs on them; whatever is the same for all networks is tested on small ones."""
    torch.manual_seed(1)
    detector = small_detector(awake(network()), 64)
    question = ExplanationRequest(method, target, place=Box(4, 4, 20, 30) if target == "region" else None)
    try:
        map_ = explain(detector, red_and_blue(), question).heat_map
        assert map_.shape == (40, 32)
        assert np.abs(map_).max() > 0
    except ExplanationError as error:
        assert str(error).endswith(".")
        assert (method, error.code) == ("integrated_gradients", "incomplete")


@EVERY_METHOD
def test_a_target_that_is_not_in_the_face_is_told(method: str) -> None:
    finding = replace(red_and_blue(blue=128), mask=np.zeros((40, 32), np.float32))
    for question, code in (
        (ExplanationRequest(method, "masked_area"), "no_mask"),
        (ExplanationRequest(method, "region", place=Box(50, 50, 60, 60)), "no_region"),
    ):
        with pytest.raises(ExplanationError) as error:
            explain(small_detector(TinyNetwork(), 16), finding, question)
        assert error.value.code == code


def test_two_threads_do_not_see_each_others_faces() -> None:
    detector = small_detector(TinyNetwork(), 16)
    red, blue = (finding_of(region_of(np.full((16, 16, 3), color, np.uint8))) for color in ((255, 0, 0), (0, 0, 255)))
    sums = {"red": [], "blue": []}

    def work(name: str, finding: FaceFinding) -> None:
        for _ in range(10):
            sums[name].append(float(explain(detector, finding, ExplanationRequest("gradcam")).heat_map.sum()))

    threads = [threading.Thread(target=work, args=pair) for pair in (("red", red), ("blue", blue))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sums == {"red": [4.0] * 10, "blue": [-4.0] * 10}


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (ExplanationRequest("tea_leaves"), "unknown_method"),
        (ExplanationRequest("gradcam", "age"), "unknown_target"),
        (ExplanationRequest("gradcam", baseline="fog"), "unknown_baseline"),
    ],
)
def test_unknown_names_are_refused_and_the_known_ones_listed(question: ExplanationRequest, code: str) -> None:
    with pytest.raises(ExplanationError, match="choose from") as error:
        explain(small_detector(TinyNetwork(), 16), red_and_blue(blue=128), question)
    assert error.value.code == code


def test_every_entry_says_what_it_shows_what_not_and_what_to_look_for() -> None:
    assert list(METHODS) == [
        *("hirescam", "gradcam", "gradcam_plus_plus", "layercam", "eigencam", "ablationcam"),
        *("integrated_gradients", "gradient_shap", "guided_gradcam", "occlusion", "lime", "kernel_shap"),
    ]
    for name, entry in METHODS.items():
        texts = (method_shows(name), method_does_not_show(name), method_look_for(name))
        assert all(text.endswith(".") and " real" not in text for text in texts)
        assert entry.title and entry.passes >= 1
    assert len({entry.title for entry in METHODS.values()}) == len(METHODS)
