"""Class activation maps on networks whose answer is known."""

from types import ModuleType

import numpy as np
import pytest
import torch
from explained import awake, mapped, windows_over
from pytorch_grad_cam import eigen_cam
from small_detector import small_detector
from specimens import TinyNetwork, finding_of, region_of
from torch import Tensor, nn

from explain.methods import ablationcam, eigencam, gradcam, gradcam_plus_plus, hirescam, layercam
from explain.methods.cams import latent_layer
from explain.methods.face_input import face_input
from explain.targets import target_score
from forensics.network import BtasNet, NetworkInput, NetworkOutput, TelltaleNet
from forensics.types.analysis import FaceRegion

pytestmark = pytest.mark.slow

BY_GRADIENT = [hirescam, gradcam, gradcam_plus_plus, layercam]
OF_THE_LATENT_ALONE = [eigencam, ablationcam]


class TinyTraces(nn.Module):
    """The mean red of the windows, by way of cells of 8 × 8 pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(nn.AvgPool2d(8), nn.ReLU())

    def forward(self, windows: Tensor) -> Tensor:
        cells = self.features(windows.flatten(0, 1))  # (B·K, 3, 12, 12)
        return cells[:, 0].mean((1, 2)).unflatten(0, windows.shape[:2]).mean(1)


class TwoStreams(TinyNetwork):
    """logit = 4 (red - blue) of the square + 6 · red of the windows + 0.5."""

    def __init__(self) -> None:
        super().__init__()
        self.traces = TinyTraces()

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None) -> NetworkOutput:
        output = super().forward(views, manipulated)
        return output._replace(logit=output.logit + 6 * self.traces(views.windows))


class Faint(TinyNetwork):
    """A thousandth of the evidence."""

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None) -> NetworkOutput:
        output = super().forward(views, manipulated)
        return output._replace(logit=output.logit / 1000)


def corners(red: int, blue: int) -> FaceRegion:
    """8 × 8 pixels, latent 4 × 4: so many cells of the upper two rows are red, of the lower two blue, from the left."""
    crop = np.zeros((8, 8, 3), np.uint8)
    for cells, top, color in ((red, 0, 0), (blue, 4, 2)):
        for cell in range(cells):
            row, column = top + 2 * (cell % 2), 2 * (cell // 2)
            crop[row : row + 2, column : column + 2, color] = 255
    return region_of(crop)


def red_face(height: int, width: int) -> FaceRegion:
    crop = np.zeros((height, width, 3), np.uint8)
    crop[..., 0] = 255
    return region_of(crop)


def noise(side: int) -> FaceRegion:
    return region_of(np.random.default_rng(1).integers(0, 256, (side, side, 3), np.uint8))


@pytest.mark.parametrize(
    ("method", "red", "blue"),
    [
        # Gradient ± 4 / 16 where a channel is active, over the 4 pixels of a cell.
        (hirescam, 0.25 / 4, -0.25 / 4),
        (layercam, 0.25 / 4, 0.0),
        # Eq. 19: alpha = 1 / (2 + 4 · 0.25) = 1 / 3 for each of 4 red cells, the weight 4 · 0.25 / 3.
        (gradcam_plus_plus, 1 / 3 / 4, 0.0),
        # Without red the logit loses 4 · 4 / 16 = 1, a quarter a cell; without blue it wins 4 · 2 / 16.
        (ablationcam, 0.25 / 4, -0.25 / 4),
    ],
)
def test_a_cell_has_the_value_of_the_paper(method: ModuleType, red: float, blue: float) -> None:
    map_ = mapped(method, TinyNetwork(), corners(red=4, blue=2), 8)
    assert (map_[0, 0], map_[7, 0]) == pytest.approx((red, blue), rel=1e-4)
    assert (map_[0, 7], map_[7, 7]) == (0, 0)
    assert map_.sum() == pytest.approx(4 * 4 * red + 2 * 4 * blue, rel=1e-4)


@pytest.mark.parametrize("method", [hirescam, gradcam, layercam, ablationcam])
@pytest.mark.parametrize("shape", [(16, 16), (32, 32), (8, 8)])
def test_the_map_adds_up_to_the_logit_at_every_size(method: ModuleType, shape: tuple[int, int]) -> None:
    """Red everywhere: each channel is active everywhere or nowhere, and the logit is 4 (and 0.5 in any case)."""
    assert mapped(method, TinyNetwork(), red_face(*shape), 16).sum() == pytest.approx(4.0, rel=1e-3)


def test_hirescam_adds_up_to_the_share_of_the_whole_crop_in_the_logit() -> None:
    torch.manual_seed(1)
    network, region = awake(TelltaleNet()), noise(64)
    network.weights.copy_(torch.tensor([0.25, 0.0]))
    network.bias.fill_(0.7)
    of_square = network(small_detector(network, 64).preprocess([region])).stream_logits[0, 0].item()
    assert abs(of_square - 0.7) > 0.01
    assert mapped(hirescam, network, region, 64).sum() == pytest.approx(0.25 * (of_square - 0.7), rel=1e-4)


@pytest.mark.parametrize("method", [hirescam, gradcam, layercam])
def test_evidence_in_the_windows_is_added_where_they_lie(method: ModuleType) -> None:
    """Red everywhere: the square's 4 lie evenly over the crop, the windows' 6 over five windows of 96 × 96."""
    map_ = mapped(method, TwoStreams(), red_face(300, 300), 16)
    np.testing.assert_allclose(map_, 4 / 300**2 + windows_over(300, 300) * 6 / (5 * 96**2), rtol=1e-4)
    assert map_.sum() == pytest.approx(10.0, rel=1e-4)


@pytest.mark.parametrize("method", BY_GRADIENT)
def test_evidence_of_the_shipped_network_in_the_windows_alone_stays_in_them(method: ModuleType) -> None:
    torch.manual_seed(1)
    network = awake(TelltaleNet())
    network.weights.copy_(torch.tensor([0.0, 1.0]))
    map_ = mapped(method, network, noise(240), 64)
    over = windows_over(240, 240)
    assert map_[over == 0].tolist() == [0.0] * int((over == 0).sum())
    assert np.abs(map_[over > 0]).max() > 0


@pytest.mark.parametrize("method", BY_GRADIENT)
def test_a_target_that_no_window_moves_has_a_map_of_the_whole_crop_alone(method: ModuleType) -> None:
    """The activation of the untouched half is the mean blue of the square."""
    region = corners(red=4, blue=2)
    of_two, of_one = (mapped(method, network, region, 8, "real_evidence") for network in (TwoStreams(), TinyNetwork()))
    assert np.array_equal(of_two, of_one)
    assert of_two[7, 0] > 0 == of_two[0, 0]


@pytest.mark.parametrize("method", OF_THE_LATENT_ALONE)
def test_the_others_leave_the_windows_as_they_are(method: ModuleType) -> None:
    region = corners(red=4, blue=2)
    of_two, of_one = (mapped(method, network, region, 8) for network in (TwoStreams(), TinyNetwork()))
    np.testing.assert_allclose(of_two, of_one, atol=1e-6)


def test_gradcam_plus_plus_keeps_its_weights_where_gradients_are_small() -> None:
    """alpha = 1 / (2 + 4 · 0.00025); the library alone would give the weight a ninth of it."""
    map_ = mapped(gradcam_plus_plus, Faint(), corners(red=4, blue=2), 8)
    assert map_[0, 0] == pytest.approx(4 * 0.00025 / 2.001 / 4, rel=1e-4)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("red", [4, 6])
def test_eigencam_rises_with_the_activation_whichever_way_the_component_points(
    monkeypatch: pytest.MonkeyPatch, sign: int, red: int
) -> None:
    """One channel is active in some of 16 cells: less its mean it is 1 - red / 16 there, and below zero elsewhere."""
    of_library = eigen_cam.get_2d_projection
    monkeypatch.setattr(eigen_cam, "get_2d_projection", lambda activations: sign * of_library(activations))
    map_ = mapped(eigencam, TinyNetwork(), corners(red=red, blue=0), 8)
    assert map_[0, 0] == pytest.approx((1 - red / 16) / 4)
    assert map_[7, 7] == 0 == map_.min()


def test_eigencam_is_the_same_for_every_target() -> None:
    maps = [mapped(eigencam, TinyNetwork(), corners(4, 2), 8, target) for target in ("fake_evidence", "real_evidence")]
    assert np.array_equal(*maps)


@pytest.mark.parametrize("blue", [4, 6])
def test_ablationcam_keeps_its_signs_where_the_score_is_zero_or_below(blue: int) -> None:
    """logit = 4 · 2 / 16 - 4 · blue / 16 + 0.5: 0 and -0.5."""
    map_ = mapped(ablationcam, TinyNetwork(), corners(red=2, blue=blue), 8)
    assert (map_[0, 0], map_[7, 0]) == pytest.approx((0.0625, -0.0625))


def test_ablationcam_sets_a_channel_to_zero_that_is_zero_nowhere() -> None:
    """Red is 1 and blue 0.2 in every cell: the logit loses 4 and wins 0.8."""
    crop = np.zeros((8, 8, 3), np.uint8)
    crop[...] = (255, 0, 51)
    assert mapped(ablationcam, TinyNetwork(), region_of(crop), 8).sum() == pytest.approx(4 - 0.8)


@pytest.mark.parametrize(
    ("method", "passes"), [*((method, [1, 1]) for method in BY_GRADIENT), (eigencam, [1]), (ablationcam, [1, 2])]
)
def test_a_map_takes_so_many_passes_and_prints_nothing(
    method: ModuleType, passes: list[int], capfd: pytest.CaptureFixture[str]
) -> None:
    region, network, seen = corners(red=4, blue=2), TwoStreams(), []
    score = target_score(network, finding_of(region), "fake_evidence", None, 8, seen.append)
    method.heat_map(score, face_input(small_detector(network, 8), region))
    assert seen == passes
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("method", [*BY_GRADIENT, *OF_THE_LATENT_ALONE])
@pytest.mark.parametrize("calls", [0, 1, 9])
def test_no_hook_stays_on_the_copy_whenever_the_work_is_stopped(method: ModuleType, calls: int) -> None:
    region, network, left = corners(red=4, blue=2), TwoStreams(), [None] * calls

    def tick(_faces: int) -> None:
        left.pop()  # IndexError after so many passes

    score = target_score(network, finding_of(region), "fake_evidence", None, 8, tick)
    face = face_input(small_detector(network, 8), region)
    if calls < 2 and not (method is eigencam and calls == 1):
        with pytest.raises(IndexError):
            method.heat_map(score, face)
    else:
        method.heat_map(score, face)
    assert not any(part._forward_hooks for part in score.network.modules())


def test_the_latent_is_the_last_feature_map_before_the_class_logit() -> None:
    telltale, btas = TelltaleNet(), BtasNet()
    assert latent_layer(telltale) is telltale.to_latent
    assert latent_layer(btas) is btas.encoder
