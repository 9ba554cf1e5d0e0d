"""Both views of a face with pixels of the crop replaced."""

import numpy as np
import pytest
import torch
from explained import painted
from small_detector import small_detector

from explain.methods.face_input import face_input


@pytest.mark.usefixtures("dark_baseline")
def test_no_pixel_replaced_is_the_face_and_all_are_the_baseline() -> None:
    face = face_input(small_detector(), painted((40, 32), 51))
    gone = np.zeros((2, 40, 32), bool)
    gone[1] = True
    copies = face.replaced(gone)
    for copy, view, baseline in zip(copies, face.views, face.baseline, strict=True):
        assert torch.equal(copy[:1], view)
        assert torch.equal(copy[1:], baseline)
        assert float(copy[0].max()) == pytest.approx(0.2)
        assert float(copy[1].max()) == 0.0


@pytest.mark.usefixtures("dark_baseline")
def test_a_pixel_is_replaced_in_all_colors_of_the_square_and_of_every_window() -> None:
    """A crop as large as a window: all five windows show it whole."""
    face = face_input(small_detector(side=96), painted((96, 96)))
    gone = np.zeros((1, 96, 96), bool)
    gone[0, 10, 20] = True
    squares, windows = face.replaced(gone)
    assert (squares == 0).nonzero().tolist() == [[0, color, 10, 20] for color in range(3)]
    assert (windows == 0).nonzero().tolist() == [[0, k, color, 10, 20] for k in range(5) for color in range(3)]


@pytest.mark.usefixtures("dark_baseline")
def test_mirrored_copies_of_a_pixel_are_replaced_with_it() -> None:
    """60 rows: a window repeats them from row 60 on, backwards, so that row 55 comes again as row 64."""
    face = face_input(small_detector(), painted((60, 96)))
    gone = np.zeros((1, 60, 96), bool)
    gone[0, 55, 20] = True
    windows = face.replaced(gone).windows
    assert (windows[0, 0, 0] == 0).nonzero().tolist() == [[55, 20], [64, 20]]


@pytest.mark.usefixtures("dark_baseline")
def test_a_part_of_a_large_crop_is_replaced_where_the_small_square_shows_it() -> None:
    face = face_input(small_detector(side=16), painted((64, 64)))
    gone = np.zeros((1, 64, 64), bool)
    gone[0, :32, :32] = True
    squares = face.replaced(gone).squares
    assert not squares[0, :, :8, :8].any()
    assert (squares == 0).sum() == 3 * 64
