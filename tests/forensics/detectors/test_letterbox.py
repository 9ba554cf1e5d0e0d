import numpy as np

from forensics.detectors.letterbox import letterbox, undo_letterbox


def test_a_square_crop_of_the_right_side_is_unchanged():
    crop = np.arange(48, dtype=np.uint8).reshape(4, 4, 3)
    np.testing.assert_array_equal(letterbox(crop, 4), crop)


def test_shrinking_averages_areas():
    crop = np.array([[0, 100], [200, 100]], np.uint8).repeat(2, 0).repeat(2, 1)
    np.testing.assert_array_equal(letterbox(crop, 2), [[0, 100], [200, 100]])
    np.testing.assert_array_equal(letterbox(crop, 1), [[100]])


def test_a_flat_crop_is_padded_by_its_border_not_stretched():
    crop = np.array([[10, 20, 30, 40]] * 2, np.uint8)  # 2 high, 4 wide
    np.testing.assert_array_equal(letterbox(crop, 4), [[10, 20, 30, 40]] * 4)


def test_the_way_back_cuts_the_padding_off():
    square = np.array([[9, 9, 9, 9], [1, 2, 3, 4], [5, 6, 7, 8], [9, 9, 9, 9]], np.float32)
    np.testing.assert_array_equal(undo_letterbox(square, 2, 4), [[1, 2, 3, 4], [5, 6, 7, 8]])
    np.testing.assert_array_equal(undo_letterbox(square.T.copy(), 4, 2), np.array([[1, 2, 3, 4], [5, 6, 7, 8]]).T)


def test_a_very_long_picture_needs_no_more_memory_than_its_square():
    crop = np.full((10, 100_000, 3), 7, np.uint8)  # padded first, it would take 30 GB
    assert (letterbox(crop, 16) == 7).all()
    assert undo_letterbox(np.ones((16, 16), np.float32), 10, 100_000).shape == (10, 100_000)


def test_a_point_comes_back_to_where_it_was():
    crop = np.zeros((60, 100), np.float32)
    crop[20:30, 70:80] = 1
    back = undo_letterbox(letterbox(crop, 50), 60, 100)
    assert back.shape == (60, 100)
    y, x = np.nonzero(back > 0.5)
    assert (round(y.mean(), 1), round(x.mean(), 1)) == (24.5, 74.5)


def test_a_narrow_crop_is_padded_left_and_right_the_odd_pixel_right():
    crop = np.array([[1, 2], [3, 4], [5, 6], [7, 8], [9, 9]], np.uint8)  # 5 high, 2 wide: 3 columns to add
    padded = [[1, 1, 2, 2, 2], [3, 3, 4, 4, 4], [5, 5, 6, 6, 6], [7, 7, 8, 8, 8], [9, 9, 9, 9, 9]]
    np.testing.assert_array_equal(letterbox(crop, 5), padded)
    back = undo_letterbox(np.array(padded, np.float32), 5, 2)
    np.testing.assert_array_equal(back, crop)


def test_enlarging_is_cubic_and_so_passes_the_levels_beside_an_edge():
    edge = np.tile(np.array([0, 0, 1, 1], np.float32), (4, 1))
    large = letterbox(edge, 8)
    assert large.min() < -0.01 and large.max() > 1.01


def test_a_map_is_made_smaller_by_means_of_areas_and_larger_by_straight_lines():
    square = np.zeros((8, 8), np.float32)
    square[0, 0] = 16
    np.testing.assert_array_equal(undo_letterbox(square, 2, 2), [[1, 0], [0, 0]])
    line = np.tile(np.array([0, 1], np.float32), (2, 1))
    np.testing.assert_allclose(undo_letterbox(line, 4, 4), [[0, 0.25, 0.75, 1]] * 4)
