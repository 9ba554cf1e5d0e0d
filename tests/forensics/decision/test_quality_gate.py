"""Which faces get a number."""

import cv2
import numpy as np
import pytest
from small_detector import small_card
from training_faces import FACE, SAMPLES

from forensics.decision.quality_gate import (
    FaceQuality,
    blockiness,
    covered,
    fit_gate,
    measure_quality,
    rejection_reason,
    sharpness,
)
from forensics.faces.detection import crop_region
from forensics.facts import Fact
from forensics.training.dataset import decode_picture
from forensics.types.analysis import Box, FaceRegion, Frame
from forensics.types.model_card import Interval, QualityGate
from forensics.types.reasons import ReasonCode

GATE = QualityGate(
    sharpness=Interval(3.0, 110.0),
    blockiness=Interval(1.0, 2.46),
    covered=Interval(0.0, 0.4),
    brightness=Interval(22.0, 214.0),
    contrast=Interval(9.5, 109.0),
    n=1271,
)
CARD = small_card(gate=GATE)


@pytest.fixture
def portrait():
    return decode_picture((SAMPLES / "collins.jpg").read_bytes())


def face_of(pixels, box=FACE, landmarks=None):
    return crop_region(Frame(0, 0.0, np.ascontiguousarray(pixels)), 1, box, 1.0, landmarks)


def changed(pixels, change):
    """The portrait with the face box replaced by what `change` makes of it."""
    result = pixels.copy()
    inside = slice(FACE.top, FACE.bottom), slice(FACE.left, FACE.right)
    result[inside] = change(result[inside])
    return result


def enlarged(face):
    small = cv2.resize(face, (16, 16), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, face.shape[1::-1], interpolation=cv2.INTER_CUBIC)


def lowest_quality(pixels):
    return cv2.imdecode(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 3])[1], cv2.IMREAD_COLOR)


def grain(face):
    return np.clip(face + np.random.default_rng(0).normal(0, 90, face.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (np.zeros_like, Fact(ReasonCode.MOSTLY_COVERED, {"share": 1.0})),
        (enlarged, Fact(ReasonCode.TOO_BLURRED)),
        (lambda face: (face * 0.1).astype(np.uint8), Fact(ReasonCode.TOO_DARK)),
        (lambda face: (face * 0.1 + 110).astype(np.uint8), Fact(ReasonCode.TOO_LITTLE_CONTRAST)),
        (grain, Fact(ReasonCode.TOO_GRAINY)),
    ],
)
def test_a_face_nothing_can_be_said_of_is_refused_with_the_reason(portrait, change, reason):
    assert rejection_reason(face_of(changed(portrait, change)), CARD) == reason


@pytest.mark.parametrize("shift", [(0, 0), (3, 5)])
def test_the_grid_of_a_strong_compression_is_found_wherever_it_lies(portrait, shift):
    down, right = shift
    face = face_of(
        np.roll(lowest_quality(portrait), shift, (0, 1)), Box(181 + right, 58 + down, 270 + right, 178 + down)
    )
    assert rejection_reason(face, CARD) == Fact(ReasonCode.TOO_COMPRESSED)


def test_ordinary_faces_are_let_through(portrait):
    assert rejection_reason(face_of(portrait), CARD) is None
    half = cv2.resize(portrait, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    assert rejection_reason(face_of(half, Box(90, 29, 135, 89)), CARD) is None


def test_a_large_enlargement_is_as_blurred_as_a_small_one(portrait):
    face = portrait[FACE.top : FACE.bottom, FACE.left : FACE.right]
    sides = [cv2.resize(enlarged(face), (side, side), interpolation=cv2.INTER_CUBIC) for side in (150, 600)]
    small, large = (measure_quality(face_of(pixels, Box(0, 0, *pixels.shape[1::-1]))) for pixels in sides)
    assert large.sharpness == pytest.approx(small.sharpness, rel=0.2)
    assert large.sharpness < 0.2 * measure_quality(face_of(portrait)).sharpness


def test_a_grid_alone_counts_as_blocks():
    blocks = np.kron(np.random.default_rng(0).integers(60, 190, (12, 12)), np.ones((8, 8))).astype(np.uint8)
    smooth = np.tile(np.linspace(60, 190, 96).astype(np.uint8), (96, 1))
    assert measure_quality(face_of(np.dstack([blocks] * 3), Box(0, 0, 96, 96))).blockiness > 100
    assert measure_quality(face_of(np.dstack([smooth] * 3), Box(0, 0, 96, 96))).blockiness < 1.5


def test_half_a_face_under_a_bar_is_half_covered(portrait):
    middle = np.zeros((60, 89, 3), np.uint8)
    measured = measure_quality(face_of(changed(portrait, lambda face: np.vstack([face[:30], middle, face[90:]]))))
    assert measured.covered == pytest.approx(0.5, abs=0.03)


def test_the_plain_ground_around_a_whole_picture_covers_nothing(portrait):
    framed = cv2.copyMakeBorder(
        portrait[FACE.top : FACE.bottom, FACE.left : FACE.right], 24, 24, 18, 18, cv2.BORDER_CONSTANT, value=(255,) * 3
    )
    assert measure_quality(face_of(framed, Box(0, 0, *framed.shape[1::-1]))).covered < 0.05


def test_one_hard_edge_is_no_grid():
    halves = np.full((96, 96, 3), 60, np.uint8)
    halves[:, 48:] = 190
    halves[48:] //= 2
    assert measure_quality(face_of(halves, Box(0, 0, 96, 96))).blockiness == pytest.approx(1)


def test_a_card_without_a_gate_looks_at_the_size_alone(portrait):
    black = changed(portrait, np.zeros_like)
    assert rejection_reason(face_of(black), small_card()) is None
    too_small = Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 7, "least": 8})
    assert rejection_reason(face_of(black, Box(0, 0, 7, 50)), small_card()) == too_small


def test_a_face_whose_points_lie_outside_the_picture_is_cut_off(portrait):
    points = np.array([[1, 9], [1, 30], [-4, 20], [-2, 40], [2, 40]], np.float32)
    face = face_of(portrait, Box(0, 0, 40, 60), points)
    assert rejection_reason(face, CARD) == Fact(ReasonCode.FACE_CUT_OFF, {"points": 2})
    points[2, 0] = 4
    assert rejection_reason(face_of(portrait, Box(0, 0, 40, 60), points), small_card()) is None


def test_the_fitted_ranges_hold_what_they_were_fitted_on_with_a_margin(portrait):
    gate = fit_gate([face_of(portrait)])
    measured = measure_quality(face_of(portrait))
    assert gate.n == 1
    assert gate.sharpness == (pytest.approx(measured.sharpness / 1.5), pytest.approx(measured.sharpness * 2))
    assert gate.blockiness == (1, pytest.approx(measured.blockiness * 1.5))
    assert gate.covered == (0, 0.4)
    assert gate.brightness == (pytest.approx(measured.brightness / 1.5), pytest.approx(85 + measured.brightness / 1.5))
    assert rejection_reason(face_of(portrait), small_card(gate=gate)) is None


ALLOWED = {"sharpness": 3.0, "blockiness": 2.46, "covered": 0.4, "brightness": 22.0, "contrast": 9.5}


@pytest.mark.parametrize(
    ("name", "end", "step", "code"),
    [
        ("sharpness", 3.0, -1e-9, ReasonCode.TOO_BLURRED),
        ("sharpness", 110.0, 1e-9, ReasonCode.TOO_GRAINY),
        ("blockiness", 2.46, 1e-9, ReasonCode.TOO_COMPRESSED),
        ("covered", 0.4, 1e-9, ReasonCode.MOSTLY_COVERED),
        ("brightness", 22.0, -1e-9, ReasonCode.TOO_DARK),
        ("brightness", 214.0, 1e-9, ReasonCode.TOO_BRIGHT),
        ("contrast", 9.5, -1e-9, ReasonCode.TOO_LITTLE_CONTRAST),
        ("contrast", 109.0, 1e-9, ReasonCode.TOO_MUCH_CONTRAST),
    ],
)
def test_both_ends_of_a_range_belong_to_it_and_measures_that_are_known_are_not_made_again(
    portrait, name, end, step, code
):
    at, beyond = (FaceQuality(**ALLOWED | {name: value}) for value in (end, end + step))
    assert rejection_reason(face_of(portrait), CARD, at) is None
    assert rejection_reason(face_of(portrait), CARD, beyond).code == code


@pytest.mark.parametrize(
    ("inside", "outside"), [((0, 30), (-1, 30)), ((99, 30), (100, 30)), ((50, 0), (50, -1)), ((50, 79), (50, 80))]
)
def test_a_point_is_outside_from_the_first_pixel_beyond_the_border(inside, outside):
    """Two of five points beyond a border are too many. The picture is 100 wide and 80 high, and so is the crop."""
    for place, code in ((inside, None), (outside, ReasonCode.FACE_CUT_OFF)):
        points = np.array([place, place, (50, 40), (50, 40), (50, 40)], np.float32)
        face = face_of(np.zeros((80, 100, 3), np.uint8), Box(10, 10, 90, 70), points)
        assert face.crop_box == Box(0, 0, 100, 80)
        reason = rejection_reason(face, small_card())
        assert (reason and reason.code) == code


def board(height, width, low, high):
    """A chessboard of pixels."""
    return np.where(np.add.outer(range(height), range(width)) % 2, low, high).astype(np.float32)


def test_sharpness_is_the_variance_of_the_laplacian_over_that_after_a_blur():
    """Each pixel of the board is 1 above or below the mean, its Laplacian ∓ 8; a blur leaves nothing but the floor."""
    assert sharpness(board(64, 64, 99, 101)) == pytest.approx(64 / 0.1, rel=1e-3)


def test_the_border_of_a_face_tells_nothing_of_its_sharpness():
    ring = board(64, 64, 0, 200)
    ring[3:-3, 3:-3] = 100
    assert sharpness(ring) == 0
    ring = board(64, 64, 0, 200)
    ring[4:-4, 4:-4] = 100  # one pixel more, and its neighbors count
    assert sharpness(ring) > 0


def inner(pixels):
    """A region whose face box holds these pixels, with a margin of one."""
    height, width = pixels.shape[:2]
    cut = Box(0, 0, width + 2, height + 2)
    crop = np.pad(pixels, ((1, 1), (1, 1), (0, 0)))
    return FaceRegion(1, 0, 0.0, Box(1, 1, width + 1, height + 1), cut, 1.0, None, crop)


def rgb(gray):
    return np.dstack([gray.astype(np.uint8)] * 3)


def test_a_small_face_is_not_enlarged_and_a_large_one_is_averaged():
    measured = measure_quality(inner(rgb(board(40, 40, 100, 102))))
    assert (measured.brightness, measured.contrast) == (101, 1)
    assert measured.sharpness == pytest.approx(640, rel=1e-3)
    lines = np.zeros((256, 256))
    lines[:, ::4] = 200  # one column of the four that become one
    assert measure_quality(inner(rgb(lines))).brightness == pytest.approx(50)


@pytest.mark.parametrize("phase", range(8))
def test_blockiness_is_the_step_across_the_grid_over_the_others_wherever_it_lies(phase):
    """Red steps of 20 are gray ones of 6, to which 0.1 is added; the weaker direction has steps of red 10, gray 3."""
    rows, columns = (np.cumsum(np.arange(64) % 8 == phase) % 2 for _ in range(2))
    face = np.zeros((64, 64, 3), np.uint8)
    face[..., 0] = 10 * rows[:, None] + 20 * columns
    assert blockiness(face) == pytest.approx(3.1 / 0.1, rel=1e-5)


@pytest.mark.parametrize("axis", [0, 1])
def test_the_grid_is_sought_in_the_middle_of_a_large_face(axis):
    blocks = np.kron(np.random.default_rng(0).integers(60, 190, (32, 32)), np.ones((8, 8)))
    plain = np.full((1152, 256), 100)
    long = rgb(np.vstack([plain, blocks, plain]))
    assert blockiness(long if axis == 0 else long.swapaxes(0, 1)) > 100


GRAIN = board(21, 21, 60, 160)


@pytest.mark.parametrize(
    ("lowest", "highest", "side", "share"), [(100, 102, 5, 25), (100, 103, 5, 0), (100, 100, 4, 0)]
)
def test_five_by_five_pixels_within_two_gray_levels_are_plain(lowest, highest, side, share):
    gray = GRAIN.copy()
    gray[8 : 8 + side, 8 : 8 + side] = board(side, side, lowest, highest)
    assert covered(np.dstack([gray] * 3), gray) == pytest.approx(share / 441)


@pytest.mark.parametrize(
    ("color", "share"),
    [((8, 8, 8), 1), ((8, 9, 8), 0), ((0, 0, 0), 1), ((250, 250, 250), 1), ((250, 249, 255), 0), ((255, 255, 255), 1)],
)
def test_a_pixel_is_clipped_where_all_its_colors_are(color, share):
    """Nine of 441 lie alone in the grain."""
    face = np.dstack([GRAIN] * 3)
    face[3::7, 3::7] = color
    assert covered(face, GRAIN) == pytest.approx(9 * share / 441)
