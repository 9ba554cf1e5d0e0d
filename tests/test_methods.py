"""The contract of every explanation method, and each one on networks whose answer is known."""

import threading
from types import ModuleType

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from small_detector import small_detector
from specimens import LinearNetwork, TinyNetwork, finding_of, region_of
from torch import nn

from explain.methods import METHODS, explain, gradcam, integrated_gradients, occlusion, viewing
from explain.methods.baseline import blurred
from explain.methods.viewing import viewed_face
from explain.targets import TARGETS, TargetScore
from forensics import windows
from forensics.errors import ExplanationError
from forensics.network import BtasNet, NetworkOutput, TelltaleNet, Views
from forensics.types import FaceFinding, FaceRegion

EVERY_METHOD = pytest.mark.parametrize("method", sorted(METHODS))


def red_and_blue(height: int = 40, width: int = 32) -> FaceFinding:
    """A crop, red above and blue below."""
    crop = np.zeros((height, width, 3), np.uint8)
    crop[: height // 2, :, 0] = 255
    crop[height // 2 :, :, 2] = 255
    return finding_of(region_of(crop))


def painted(shape: tuple[int, int], value: int = 255) -> FaceRegion:
    return region_of(np.full((*shape, 3), value, np.uint8))


def mapped(method: ModuleType, network: nn.Module, region: FaceRegion, side: int) -> NDArray[np.float32]:
    """The map of one method, without what `explain` does around it."""
    face = viewed_face(small_detector(network, side), region)
    return method.heat_map(TargetScore(network, TARGETS["fake_evidence"]), face)


@pytest.fixture
def dark_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A black baseline, so that evidence is weight times pixel."""
    monkeypatch.setattr(viewing, "blurred", np.zeros_like)


def windows_over(height: int, width: int) -> NDArray[np.float32]:
    """How many windows lie over each pixel of a crop."""
    count = np.zeros((height, width), np.float32)
    for box in windows.window_boxes(height, width):
        count[box.top : box.bottom, box.left : box.right] += 1
    return count


@EVERY_METHOD
def test_map_has_the_size_of_the_crop_and_speaks_for_red_and_against_blue(method: str) -> None:
    explanation = explain(small_detector(TinyNetwork(), 16), red_and_blue(), method)
    assert (explanation.face_id, explanation.method, explanation.target) == (1, method, "fake_evidence")
    assert explanation.heat_map.shape == (40, 32)
    assert explanation.heat_map.dtype == np.float32
    assert explanation.heat_map[16:19].mean() > 0 > explanation.heat_map[21:24].mean()
    assert explanation.seconds > 0


@EVERY_METHOD
def test_map_is_not_scaled_twice_the_evidence_is_twice_the_map(method: str) -> None:
    weight = torch.zeros(3, 16, 16)
    weight[0, :8] = 1.0
    if method == "gradcam":
        once, twice = TinyNetwork(), TinyNetwork()
        twice.encoder[0].weight.mul_(2)
    else:
        once, twice = LinearNetwork(weight), LinearNetwork(2 * weight)
    maps = [explain(small_detector(network, 16), red_and_blue(), method).heat_map for network in (once, twice)]
    assert np.abs(maps[0]).max() > 0
    np.testing.assert_allclose(maps[1], 2 * maps[0], rtol=1e-4, atol=1e-6)


@EVERY_METHOD
def test_network_and_arrays_are_left_as_they_were(method: str) -> None:
    network, finding = TinyNetwork(), red_and_blue()
    network.train()
    before = {name: weights.clone() for name, weights in network.state_dict().items()}
    crop = finding.region.crop.copy()
    explain(small_detector(network, 16), finding, method)
    assert network.training
    assert all(torch.equal(weights, before[name]) for name, weights in network.state_dict().items())
    assert not any(part._forward_hooks or part._backward_hooks for part in network.modules())
    assert all(weights.grad is None and not weights.requires_grad for weights in network.parameters())
    assert np.array_equal(finding.region.crop, crop)


@EVERY_METHOD
def test_trainable_weights_get_no_gradient(method: str) -> None:
    network = TinyNetwork().requires_grad_(True)
    explain(small_detector(network, 16), red_and_blue(), method)
    assert network.encoder[0].weight.requires_grad
    assert network.encoder[0].weight.grad is None


@EVERY_METHOD
def test_the_same_face_gives_the_same_map(method: str) -> None:
    detector = small_detector(TinyNetwork(), 16)
    first, second = (explain(detector, red_and_blue(), method).heat_map for _ in range(2))
    assert np.array_equal(first, second)


@EVERY_METHOD
def test_an_index_error_of_the_network_is_not_swallowed(method: str) -> None:
    network = TinyNetwork()
    network.encoder.append(nn.Flatten())
    network.encoder.append(nn.Unflatten(1, (2, 64)))  # three axes where the latent has four
    with pytest.raises(IndexError):
        explain(small_detector(network, 16), red_and_blue(), method)


@EVERY_METHOD
def test_autocast_around_it_changes_nothing(method: str) -> None:
    detector = small_detector(TinyNetwork(), 16)
    plain = explain(detector, red_and_blue(), method).heat_map
    with torch.autocast("cpu", dtype=torch.bfloat16):
        inside = explain(detector, red_and_blue(), method).heat_map
    assert np.array_equal(plain, inside)


@EVERY_METHOD
def test_a_map_that_is_not_finite_is_refused(method: str) -> None:
    network = TinyNetwork()
    network.encoder[0].weight.fill_(torch.inf)
    with pytest.raises(ExplanationError) as error:
        explain(small_detector(network, 16), red_and_blue(), method)
    assert error.value.code in ("not_finite", "incomplete")


@pytest.fixture
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One window and a few large patches, so that a whole network is soon explained."""
    monkeypatch.setattr(windows, "CENTRES", windows.CENTRES[:1])
    monkeypatch.setattr(occlusion, "PATCHES_ACROSS", 2)


@EVERY_METHOD
@pytest.mark.usefixtures("little_work")
@pytest.mark.parametrize("network", [TelltaleNet, BtasNet])
def test_the_shipped_networks_can_be_explained(method: str, network: type[nn.Module]) -> None:
    torch.manual_seed(1)
    detector = small_detector(network().requires_grad_(False).eval(), 64)
    assert explain(detector, red_and_blue(), method).heat_map.shape == (40, 32)


def test_two_threads_do_not_see_each_others_faces() -> None:
    detector = small_detector(TinyNetwork(), 16)
    red, blue = (finding_of(region_of(np.full((16, 16, 3), colour, np.uint8))) for colour in ((255, 0, 0), (0, 0, 255)))
    sums = {"red": [], "blue": []}

    def work(name: str, finding: FaceFinding) -> None:
        for _ in range(10):
            sums[name].append(float(explain(detector, finding, "gradcam").heat_map.sum()))

    threads = [threading.Thread(target=work, args=pair) for pair in (("red", red), ("blue", blue))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sums == {"red": [4.0] * 10, "blue": [-4.0] * 10}


@pytest.mark.parametrize(
    ("method", "target", "code"), [("lime", "fake_evidence", "unknown_method"), ("gradcam", "age", "unknown_target")]
)
def test_unknown_names_are_refused_and_the_known_ones_listed(method: str, target: str, code: str) -> None:
    with pytest.raises(ExplanationError, match="choose from") as error:
        explain(small_detector(TinyNetwork(), 16), red_and_blue(), method, target)
    assert error.value.code == code


def test_every_entry_says_what_it_shows_and_what_not() -> None:
    assert list(METHODS) == ["gradcam", "integrated_gradients", "occlusion"]
    for entry in METHODS.values():
        assert all(text.endswith(".") and " real" not in text for text in (entry.shows, entry.does_not_show))


def test_gradcam_is_the_signed_weighted_sum_of_the_latent() -> None:
    """Latent 4 × 4; gradient ± 4 / 16 where a channel is active. 4 cells are red, 2 blue: the mean gradients are
    0.25 · 4 / 16 = 0.0625 and -0.25 · 2 / 16 = -0.03125, spread over the 4 pixels of a cell."""
    crop = np.zeros((8, 8, 3), np.uint8)
    crop[:4, :4, 0] = 255
    crop[4:, :2, 2] = 255
    map_ = mapped(gradcam, TinyNetwork(), region_of(crop), 8)
    assert map_.shape == (8, 8)
    assert (map_[0, 0], map_[7, 0], map_[0, 7], map_[7, 7]) == (0.015625, -0.0078125, 0.0, 0.0)
    assert map_.sum() == pytest.approx(4 * 0.0625 - 2 * 0.03125)


def test_gradcam_looks_at_the_latent() -> None:
    telltale, btas = TelltaleNet(), BtasNet()
    assert gradcam.target_layer(telltale) is telltale.to_latent
    assert gradcam.target_layer(btas) is btas.encoder


@pytest.mark.usefixtures("little_work")
def test_gradcam_leaves_the_windows_out_and_says_so() -> None:
    torch.manual_seed(1)
    network = TelltaleNet().requires_grad_(False).eval()
    network.weights.copy_(torch.tensor([0.0, 1.0]))
    maps = {name: explain(small_detector(network, 64), red_and_blue(), name).heat_map for name in METHODS}
    assert {name: bool(map_.any()) for name, map_ in maps.items()} == {
        "gradcam": False,
        "integrated_gradients": True,
        "occlusion": True,
    }
    assert "windows at the picture's own resolution" in METHODS["gradcam"].does_not_show


@pytest.mark.usefixtures("dark_baseline")
def test_integrated_gradients_of_a_linear_network_is_weight_times_difference() -> None:
    weight = torch.zeros(3, 8, 8)
    weight[0, 2, 3], weight[2, 2, 3], weight[1, 5, 5] = 4.0, 2.0, -8.0
    map_ = mapped(integrated_gradients, LinearNetwork(weight), painted((8, 8)), 8)
    expected = np.zeros((8, 8), np.float32)
    expected[2, 3], expected[5, 5] = 6.0, -8.0
    np.testing.assert_allclose(map_, expected, atol=1e-5)


@pytest.mark.usefixtures("dark_baseline")
@pytest.mark.parametrize("method", [gradcam, integrated_gradients, occlusion])
@pytest.mark.parametrize("shape", [(16, 16), (32, 32), (8, 8)])
def test_evidence_of_the_whole_crop_adds_up_to_the_logit_at_every_size(
    method: ModuleType, shape: tuple[int, int]
) -> None:
    """The square has 16 × 16 pixels. Red everywhere gives the latent 1 and the logit 4 (and 0.5 in any case)."""
    crop = np.zeros((*shape, 3), np.uint8)
    crop[..., 0] = 255
    assert float(mapped(method, TinyNetwork(), region_of(crop), 16).sum()) == pytest.approx(4.0, rel=1e-3)


@pytest.mark.usefixtures("dark_baseline")
def test_integrated_gradients_of_windows_lie_where_the_windows_lie() -> None:
    network = LinearNetwork(torch.zeros(3, 16, 16), window_weight=1.0)
    map_ = mapped(integrated_gradients, network, painted((300, 260)), 16)
    np.testing.assert_allclose(map_, 3 * windows_over(300, 260), rtol=1e-4)  # three colours, each worth 1
    assert (map_ == 0).any()


@pytest.mark.usefixtures("dark_baseline")
def test_evidence_in_mirrored_pixels_is_folded_back_to_those_they_repeat() -> None:
    """The crop fills 60 columns of the first window, 36 more are columns 59 to 24 again."""
    weight = torch.zeros(5, 3, 96, 96)
    weight[0, 1, 0, [59, 60, 95]] = torch.tensor([1.0, 2.0, 4.0])
    map_ = mapped(integrated_gradients, LinearNetwork(torch.zeros(3, 16, 16), weight), painted((96, 60)), 16)
    assert map_[0, [59, 24, 0]] == pytest.approx([3.0, 4.0, 0.0], abs=1e-4)
    assert map_.sum() == pytest.approx(7.0, rel=1e-4)


@pytest.mark.usefixtures("dark_baseline")
def test_both_views_have_one_unit_logits_per_pixel_of_the_crop() -> None:
    """A square of 16 × 16 for 32 × 32 pixels: 0.25 a colour is spread over 4 pixels, each in 45 window pixels."""
    network = LinearNetwork(torch.full((3, 16, 16), 0.25), window_weight=0.5)
    map_ = mapped(integrated_gradients, network, painted((32, 32)), 16)
    np.testing.assert_allclose(map_, 3 * (0.25 / 4 + 0.5 * 45), rtol=1e-4)  # 5 windows of 3 × 3 times the crop


class Stairs(nn.Module):
    """A logit that jumps and has no slope: no gradient can add up to it."""

    def forward(self, views: Views) -> NetworkOutput:
        squares = views.squares
        logit = (squares.sum((1, 2, 3)) > 100).float() * 10 + 0 * squares.sum((1, 2, 3))
        return NetworkOutput(logit, squares, squares, squares)


@pytest.mark.usefixtures("dark_baseline")
def test_integrated_gradients_refuses_a_map_that_does_not_add_up() -> None:
    with pytest.raises(ExplanationError, match="10 logits of 10 are missing after 256 steps") as error:
        mapped(integrated_gradients, Stairs(), painted((8, 8)), 8)
    assert error.value.code == "incomplete"


@pytest.mark.usefixtures("dark_baseline")
def test_occlusion_gives_a_point_of_evidence_to_the_patches_that_cover_it() -> None:
    """S = 16: patches of 2 × 2 that move by 1. Of the four patches over a pixel, 4, 2 or 1 cover the point."""
    weight = torch.zeros(3, 16, 16)
    weight[1, 8, 8] = 16.0
    map_ = mapped(occlusion, LinearNetwork(weight), painted((16, 16)), 16)
    assert map_[7:10, 7:10].tolist() == [[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]
    assert map_.sum() == 16.0


@pytest.mark.usefixtures("dark_baseline")
@pytest.mark.parametrize("shape", [(16, 16), (15, 11), (9, 5), (1, 1)])
def test_occlusion_of_even_evidence_is_even_up_to_the_border(shape: tuple[int, int]) -> None:
    """Each pixel is worth -0.5 a colour where the first window shows it; its mirrored copies are worth nothing."""
    network = LinearNetwork(torch.zeros(3, 16, 16), torch.zeros(5, 3, 96, 96))
    network.window_weight[0, :, : shape[0], : shape[1]] = -0.5
    np.testing.assert_allclose(mapped(occlusion, network, painted(shape), 16), -1.5, rtol=1e-4)


@pytest.mark.usefixtures("dark_baseline")
def test_occlusion_blurs_a_patch_in_both_views_at_once() -> None:
    """The logit is worth 1 where the patch hides neither view, and is gone as soon as it hides one."""

    class Both(nn.Module):
        def forward(self, views: Views) -> NetworkOutput:
            hidden = [(view == 0).flatten(1).sum(1) for view in views]  # values of 3 colours
            logit = torch.stack([hidden[0] / 3, hidden[1] / 3], 1).amin(1)
            return NetworkOutput(-logit, views.squares, views.squares, views.squares)

    map_ = mapped(occlusion, Both(), painted((96, 96)), 96)
    np.testing.assert_allclose(
        map_, 1.0
    )  # 12 × 12 pixels are hidden in the square, as many in each of the five windows


@pytest.mark.usefixtures("dark_baseline")
def test_occlusion_finds_windows_where_the_patches_touch_them() -> None:
    network = LinearNetwork(torch.zeros(3, 16, 16), window_weight=1.0)
    map_ = mapped(occlusion, network, painted((320, 320)), 16)
    over = windows_over(320, 320)
    for top, left in ((0, 0), (160, 160), (60, 140), (280, 20)):
        patches = [
            over[row : row + 40, column : column + 40].mean()
            for row in (top - 20, top)
            for column in (left - 20, left)
            if 0 <= row <= 280 and 0 <= column <= 280
        ]
        np.testing.assert_allclose(map_[top : top + 20, left : left + 20], 3 * np.mean(patches), rtol=1e-4)
    assert map_[0, 0] == 0 < map_[160, 160]


def test_the_baseline_keeps_a_plain_colour_and_takes_an_edge_away() -> None:
    plain = np.full((32, 24, 3), 128, np.uint8)
    assert np.array_equal(blurred(plain), plain)
    edge = np.zeros((32, 32, 3), np.uint8)
    edge[:, 16:] = 255
    slope = np.diff(blurred(edge)[..., 0].astype(int), axis=1).max()
    assert 38 < slope < 64  # 255 / (sqrt(2π) · 2 pixels) = 51


def test_the_baseline_of_a_large_crop_is_as_soft_as_that_of_a_small_one() -> None:
    edge = np.zeros((600, 1024, 3), np.uint8)
    edge[:, 512:] = 255
    soft = blurred(edge)
    assert soft.shape == edge.shape
    middle = soft[300, 448:577:64, 0].astype(int)  # one sigma before the edge, on it, one behind
    np.testing.assert_allclose(middle, [255 * 0.159, 255 * 0.5, 255 * 0.841], atol=3)


def test_both_views_of_the_baseline_are_of_the_blurred_crop() -> None:
    crop = np.random.default_rng(0).integers(0, 256, (120, 100, 3), np.uint8)
    detector, region = small_detector(TinyNetwork(), 16), region_of(crop)
    face = viewed_face(detector, region)
    expected = detector.to_input([region_of(blurred(crop))])
    assert torch.equal(face.baseline.squares, expected.squares)
    assert torch.equal(face.baseline.windows, expected.windows)
