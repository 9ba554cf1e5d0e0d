"""The ladder of corruptions."""

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from forensics.corruption.camera import color_cast, exposure, motion_kernel, salt_and_pepper, sharpen, speckle_noise
from forensics.corruption.encoding import desaturate, jpeg_compress, pixelate, posterize, resample, saturate
from forensics.corruption.registry import CORRUPTIONS, LEVELS, corrupt
from forensics.corruption.scene import elastic, fog

PORTRAIT = np.ascontiguousarray(astronaut()[:160, 150:310])


def chance(seed=0):
    return np.random.default_rng(seed)


def distance(first, second):
    return float(np.abs(first.astype(int) - second.astype(int)).mean())


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", CORRUPTIONS)
def test_every_corruption_keeps_the_size_and_its_input_and_repeats_itself(name, level):
    change, amounts = CORRUPTIONS[name]
    for pixels in (PORTRAIT, PORTRAIT[30:63, 10:91].copy(), PORTRAIT[:2, :2].copy()):
        before = pixels.copy()
        first, second = (change(pixels, amounts[level - 1], chance(level)) for _ in range(2))
        assert (first.shape, first.dtype) == (pixels.shape, np.uint8)
        np.testing.assert_array_equal(first, second)
        np.testing.assert_array_equal(pixels, before)


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_every_corruption_changes_more_at_level_three_than_at_level_one(name):
    change, amounts = CORRUPTIONS[name]
    levels = [np.mean([distance(change(PORTRAIT, a, chance(seed)), PORTRAIT) for seed in range(4)]) for a in amounts]
    assert 0.05 < levels[0] <= levels[1] <= levels[2] <= levels[3]
    assert levels[0] < levels[2]


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_is_the_same_for_the_same_seed_and_another_for_another(level):
    before = PORTRAIT.copy()
    first, second, other = (corrupt(PORTRAIT, level, chance(seed)) for seed in (5, 5, 6))
    assert (first.shape, first.dtype) == (PORTRAIT.shape, np.uint8)
    np.testing.assert_array_equal(first, second)
    np.testing.assert_array_equal(PORTRAIT, before)
    assert (first != other).any()


@pytest.mark.parametrize(("level", "chained"), [(1, {1}), (2, {1, 2}), (3, {1, 2}), (4, {3, 4})])
def test_level_four_chains_several_from_the_scene_to_the_file(monkeypatch, level, chained):
    places = []

    def noting(place):
        return lambda pixels, amount, generator: places.append((place, amount)) or pixels

    names = list(CORRUPTIONS)
    for place, name in enumerate(names):
        monkeypatch.setitem(CORRUPTIONS, name, CORRUPTIONS[name]._replace(change=noting(place)))
    counts, amounts = set(), set()
    for seed in range(40):
        places.clear()
        corrupt(PORTRAIT, level, chance(seed))
        counts.add(len(places))
        assert places == sorted(set(places))
        amounts |= {(names[place], amount) for place, amount in places}
    assert counts == chained
    assert amounts <= {(name, corruption.amounts[level - 1]) for name, corruption in CORRUPTIONS.items()}
    assert len({name for name, _ in amounts}) > 15


def test_there_is_no_level_but_the_four():
    with pytest.raises(ValueError, match=r"level must be one of \(1, 2, 3, 4\), got 0"):
        corrupt(PORTRAIT, 0, chance())


def test_exposure_goes_by_stops_and_both_ways():
    gray = np.full((4, 4, 3), 100, np.uint8)
    seen = {int(exposure(gray, 1.0, chance(seed))[0, 0, 0]) for seed in range(9)}
    assert seen == {137, 73}  # 100 · 2^(±1 / 2.2)


def test_a_color_cast_moves_one_channel_in_full():
    gray = np.full((4, 4, 3), 100, np.uint8)
    moved = np.abs(color_cast(gray, 0.3, chance())[0, 0].astype(int) - 100)
    assert moved.max() == 30


def test_a_streak_spreads_the_light_and_loses_none():
    kernel = motion_kernel(5, 0)
    assert kernel.sum() == pytest.approx(1)
    np.testing.assert_allclose(kernel[2], 0.2, atol=1e-6)
    assert motion_kernel(5, 90)[:, 2].sum() == pytest.approx(1)


def test_impulses_are_black_or_white_and_as_many_as_asked_for():
    changed = salt_and_pepper(np.full((200, 200, 3), 100, np.uint8), 0.1, chance())
    assert set(np.unique(changed)) == {0, 100, 255}
    assert np.mean(changed != 100) == pytest.approx(0.1, abs=0.01)


def test_speckle_leaves_black_black():
    assert speckle_noise(np.zeros((8, 8, 3), np.uint8), 0.2, chance()).max() == 0


def test_sharpening_overshoots_at_an_edge():
    edge = np.full((9, 20, 3), 100, np.uint8)
    edge[:, 10:] = 150
    sharp = sharpen(edge, 1.0, chance())
    assert sharp[4, 9, 0] < 100 and sharp[4, 10, 0] > 150 and sharp[4, 0, 0] == 100


def test_colors_keep_their_places_through_a_file():
    red = np.zeros((16, 16, 3), np.uint8)
    red[..., 0] = 200
    np.testing.assert_allclose(jpeg_compress(red, 90, chance())[8, 8], [200, 0, 0], atol=3)


def test_gray_has_no_color_and_vivid_has_more():
    skin = np.full((4, 4, 3), (180, 120, 90), np.uint8)
    assert np.ptp(desaturate(skin, 1.0, chance())[0, 0]) == 0
    assert np.ptp(saturate(skin, 0.5, chance())[0, 0].astype(int)) == pytest.approx(135, abs=1)  # 1.5 × (180 − 90)


def test_quantizing_leaves_so_many_values_from_black_to_white():
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    assert list(np.unique(posterize(ramp, 4, chance()))) == [0, 85, 170, 255]


def test_pixelating_makes_blocks_and_resizing_does_not():
    fine = PORTRAIT[:64, :64].copy()
    blocks = pixelate(fine, 4, chance())
    np.testing.assert_array_equal(blocks[:4, :4], np.broadcast_to(blocks[0, 0], (4, 4, 3)))
    assert np.ptp(resample(fine, 0.25, chance())[:4, :4]) > 0


def test_fog_lifts_black_to_its_gray_and_a_warp_keeps_an_even_picture():
    veiled = fog(np.zeros((64, 64, 3), np.uint8), 0.5, chance())
    assert veiled.mean() == pytest.approx(102, abs=12)  # 0.5 · 205
    even = np.full((64, 64, 3), 77, np.uint8)
    np.testing.assert_array_equal(elastic(even, 0.02, chance()), even)


def test_a_warp_moves_no_place_further_than_its_share():
    ramp = np.broadcast_to(np.arange(200, dtype=np.uint8)[None, :, None], (200, 200, 3)).copy()
    moved = np.abs(elastic(ramp, 0.02, chance()).astype(int) - ramp)[:, 10:-10]
    assert 1 <= moved.max() <= 5  # 0.02 · 200 pixels, and one of rounding
    assert cv2.mean(moved.astype(np.float32))[0] > 0.3
