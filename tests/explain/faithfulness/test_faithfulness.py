"""What assess says of methods whose maps are known, on networks that add up their upper half."""

import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch
from explained import awake
from numpy.typing import NDArray
from small_detector import small_detector
from specimens import LinearNetwork, finding_of, region_of

from explain import faithfulness
from explain.faithfulness import assess_faithfulness, controls, random_map_metrics
from explain.methods import METHODS, Method, explain, seeds
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore
from explain.types import Explanation, ExplanationRequest, MapMetrics
from forensics.detectors.registry import Detector
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.network import BtasNet
from forensics.types.analysis import Box, FaceFinding

SIDE = 40
HALF = SIDE // 2
ABOVE = np.zeros((SIDE, SIDE), np.float32)
ABOVE[:HALF] = 1 / (HALF * SIDE)

pytestmark = [pytest.mark.usefixtures("dark_baseline"), pytest.mark.slow]


class Learned(LinearNetwork):
    """A sum with weights that can be forgotten."""

    def reset_parameters(self) -> None:
        self.weight.normal_()


@pytest.fixture
def detector(monkeypatch: pytest.MonkeyPatch) -> Detector:
    """The logit is 1 for a white crop, all of it from the upper half; three random maps are enough."""
    for module in (faithfulness, controls):
        monkeypatch.setattr(module, "N_RANDOM_MAPS", 3)
    weight = torch.zeros(3, SIDE, SIDE)
    weight[:, :HALF] = 1 / (3 * HALF * SIDE)
    return small_detector(Learned(weight), SIDE)


@pytest.fixture
def finding() -> FaceFinding:
    return finding_of(region_of(np.full((SIDE, SIDE, 3), 255, np.uint8)))


@pytest.fixture
def method(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes a function the heat map of the only method, "drawn"."""

    def register(heat_map: Callable[[TargetScore, FaceInput], NDArray[np.float32]], **more: object) -> None:
        monkeypatch.setitem(METHODS, "drawn", Method("Drawn", heat_map, passes=1, library="Captum", **more))

    return register


def weights(score: TargetScore, _face: FaceInput) -> NDArray[np.float32]:
    """The exact map of a sum."""
    score.tick(1)
    return score.network.weight.sum(0).numpy().copy()


def assessed(detector: Detector, finding: FaceFinding, progress: Callable = lambda _share: None) -> Explanation:
    question = ExplanationRequest("drawn")
    random = random_map_metrics(detector, finding, question)
    return assess_faithfulness(detector, finding, explain(detector, finding, question), random, progress)


def test_random_maps_are_worth_nothing(detector: Detector, finding: FaceFinding) -> None:
    shares = []
    random = random_map_metrics(detector, finding, ExplanationRequest("gradcam"), shares.append)
    assert shares == pytest.approx([1 / 3, 2 / 3, 1])
    assert len(random) == 3
    assert all(abs(one.gap) < 0.2 for one in random)  # a perfect map has 0.5
    assert all(one.deletion[0] == one.insertion[-1] == pytest.approx(1) for one in random)
    assert random == random_map_metrics(detector, finding, ExplanationRequest("occlusion", seed=5))


def test_a_perfect_map_is_faithful(detector: Detector, finding: FaceFinding, method: Callable) -> None:
    method(weights)
    found = assessed(detector, finding).faithfulness
    assert found.trust == "faithful"
    assert found.figures.gap == pytest.approx(0.5, abs=1e-4)
    assert all(found.figures.gap > one.gap for one in found.random)
    assert abs(found.rank_correlation) < 0.5
    assert abs(found.randomised.gap) < 0.2
    assert found.max_sensitivity == 0  # the weights are the same whatever the picture
    assert (found.figures.agreement.iou, found.figures.agreement.pointing_hit) == (1, True)
    assert found.seconds > 0


def test_the_inverted_map_is_not_better_than_chance(detector: Detector, finding: FaceFinding, method: Callable) -> None:
    method(lambda score, face: -weights(score, face))
    found = assessed(detector, finding).faithfulness
    assert found.trust == "not better than chance"
    assert found.figures.gap == pytest.approx(-0.5, abs=1e-4)
    assert found.figures.infidelity == 1


def test_an_even_map_is_not_better_than_chance(detector: Detector, finding: FaceFinding, method: Callable) -> None:
    method(lambda _score, _face: np.full((SIDE, SIDE), 0.1, np.float32))
    found = assessed(detector, finding).faithfulness
    assert found.trust == "not better than chance"
    assert found.figures.gap == pytest.approx(0, abs=0.04)
    assert found.rank_correlation == 1  # two maps that say nothing


def test_a_map_that_does_not_look_at_the_network_is_weak_however_good(
    detector: Detector, finding: FaceFinding, method: Callable
) -> None:
    method(lambda _score, _face: ABOVE)
    found = assessed(detector, finding).faithfulness
    assert found.trust == "weak"
    assert found.rank_correlation == pytest.approx(1)
    assert found.randomised.gap == found.figures.gap


def test_a_method_without_a_map_for_randomised_weights_gives_none_there(
    detector: Detector, finding: FaceFinding, method: Callable
) -> None:
    def picky(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
        if not torch.equal(score.network.weight, detector.network.weight):
            raise ExplanationError(ExplanationCode.NO_MASK)
        return weights(score, face)

    method(picky)
    found = assessed(detector, finding).faithfulness
    assert found.randomised is None and found.rank_correlation is None
    assert found.trust == "faithful" and not found.reason.parameters["randomised"]


@pytest.mark.parametrize("nothing", [0, np.nan])
def test_an_empty_or_endless_map_of_randomised_weights_is_none(
    detector: Detector, finding: FaceFinding, method: Callable, nothing: float
) -> None:
    def map_(score: TargetScore, _face: FaceInput) -> NDArray[np.float32]:
        known = torch.equal(score.network.weight, detector.network.weight)
        return ABOVE if known else np.full_like(ABOVE, nothing)

    method(map_)
    assert assessed(detector, finding).faithfulness.randomised is None


def on_noise(clean: FaceFinding, noisy: NDArray[np.float32]) -> Callable[..., NDArray[np.float32]]:
    """A method with another map as soon as a gray value has changed."""

    def map_(_score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
        changed = (clean.region.crop != face.region.crop).any()
        assert np.abs(clean.region.crop.astype(int) - face.region.crop).max() <= 5
        return noisy if changed else ABOVE

    return map_


@pytest.mark.parametrize(("factor", "sensitivity"), [(1, 0), (1.5, 0.5), (-1, 2), (0, 1)])
def test_maximum_sensitivity_is_the_change_over_the_map(
    detector: Detector, finding: FaceFinding, method: Callable, factor: float, sensitivity: float
) -> None:
    method(on_noise(finding, np.float32(factor * ABOVE)))
    assert assessed(detector, finding).faithfulness.max_sensitivity == pytest.approx(sensitivity, abs=1e-6)


def test_a_rough_map_is_compared_with_a_rough_one(detector: Detector, finding: FaceFinding, method: Callable) -> None:
    method(lambda _score, _face: ABOVE, sketch=lambda _score, _face: np.float32(3 * ABOVE))
    assert assessed(detector, finding).faithfulness.max_sensitivity == 0


def test_an_even_map_and_another_have_nothing_in_common() -> None:
    even = np.ones_like(ABOVE)
    assert faithfulness._rank_correlation(even, ABOVE) == 0
    assert faithfulness._rank_correlation(ABOVE, even) == 0
    assert faithfulness._rank_correlation(even, 2 * even) == 1
    assert faithfulness._rank_correlation(ABOVE, -ABOVE) == pytest.approx(-1)
    assert faithfulness._rank_correlation(np.float32([[1, 2, 3]]), np.float32([[1, 30, 2]])) == pytest.approx(0.5)


def test_progress_rises_to_the_whole(detector: Detector, finding: FaceFinding, method: Callable) -> None:
    method(weights)
    shares = []
    assessed(detector, finding, shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0.25 and shares[-1] == 1
    assert {0.5, 0.75} < set(shares)


class CancelledError(Exception):
    """What a page raises when the analyst has seen enough."""


def other_thread_may_draw() -> bool:
    free = []

    def look() -> None:
        free.append(seeds.GENERATOR_LOCK.acquire(blocking=False))
        if free[0]:
            seeds.GENERATOR_LOCK.release()

    other = threading.Thread(target=look)
    other.start()
    other.join()
    return free[0]


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_what_progress_raises_stops_the_work_and_leaves_nothing_behind(
    detector: Detector, finding: FaceFinding, method: Callable, step: int
) -> None:
    method(weights)
    before, drawn = assessed(detector, finding), [torch.get_rng_state(), np.random.get_state()[1].copy()]  # noqa: NPY002
    calls = []

    def cancel(share: float) -> None:
        calls.append(share)
        if len(calls) == step:
            raise CancelledError

    with pytest.raises(CancelledError):
        assess_faithfulness(detector, finding, before, before.faithfulness.random, cancel)
    assert len(calls) == step
    assert torch.equal(torch.get_rng_state(), drawn[0])
    assert (np.random.get_state()[1] == drawn[1]).all()  # noqa: NPY002
    assert torch.is_grad_enabled()
    assert other_thread_may_draw()


def same(one: Explanation, other: Explanation) -> bool:
    """But for the seconds."""
    return replace(one.faithfulness, seconds=0.0) == replace(other.faithfulness, seconds=0.0)


def test_the_same_question_has_the_same_figures_twice(
    detector: Detector, finding: FaceFinding, method: Callable
) -> None:
    method(weights)
    assert same(assessed(detector, finding), assessed(detector, finding))


def test_two_threads_do_not_disturb_each_other(detector: Detector, finding: FaceFinding, method: Callable) -> None:
    method(weights)
    alone, together = assessed(detector, finding), []
    threads = [threading.Thread(target=lambda: together.append(assessed(detector, finding))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(together) == 2 and all(same(alone, one) for one in together)


def test_the_map_and_its_question_stay(detector: Detector, finding: FaceFinding, method: Callable) -> None:
    method(weights)
    explanation = explain(detector, finding, ExplanationRequest("drawn", "region", place=Box(0, 0, 10, 10)))
    found = assess_faithfulness(
        detector, finding, explanation, random_map_metrics(detector, finding, explanation.question)
    )
    np.testing.assert_array_equal(found.heat_map, explanation.heat_map)
    assert (found.question, found.seconds, found.face_id) == (explanation.question, explanation.seconds, 1)
    assert explanation.faithfulness is None
    assert found.faithfulness.figures.agreement is None  # a region is no evidence of manipulation


@pytest.mark.parametrize("name", ["gradcam", "integrated_gradients"])
def test_a_shipped_network_is_assessed_and_left_as_it_was(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for module in (faithfulness, controls):
        monkeypatch.setattr(module, "N_RANDOM_MAPS", 2)
    torch.manual_seed(1)
    detector = small_detector(awake(BtasNet()), 32)
    crop = np.random.default_rng(0).integers(0, 256, (36, 32, 3), np.uint8)
    finding, network = finding_of(region_of(crop.copy())), detector.network
    before = {key: tensor.clone() for key, tensor in network.state_dict().items()}
    random: tuple[MapMetrics, ...] = random_map_metrics(detector, finding, ExplanationRequest(name))
    found = assess_faithfulness(
        detector, finding, explain(detector, finding, ExplanationRequest(name)), random
    ).faithfulness
    assert found.randomised is not None and -1 <= found.rank_correlation <= 1
    assert np.isfinite([found.figures.gap, found.figures.road, found.figures.infidelity, found.max_sensitivity]).all()
    assert all(torch.equal(tensor, before[key]) for key, tensor in network.state_dict().items())
    hooks = [part._forward_hooks or part._backward_hooks for part in network.modules()]
    assert not any(hooks) and not network.training
    assert all(weights.grad is None and not weights.requires_grad for weights in network.parameters())
    np.testing.assert_array_equal(finding.region.crop, crop)
