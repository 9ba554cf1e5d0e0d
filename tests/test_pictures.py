"""Pictures made to fit a page."""

import base64
import io

import numpy as np
from PIL import Image

from pages.parts.widgets.image_encoding import resize_to_side, shrink_to_fit, to_data_uri


def test_a_large_picture_is_made_smaller_and_a_small_one_left_as_it_is():
    large = np.full((100, 50, 3), 7, np.uint8)
    assert shrink_to_fit(large, 20).shape == (20, 10, 3)
    assert shrink_to_fit(large, 20).dtype == np.uint8
    assert shrink_to_fit(large, 100) is large


def test_values_keep_their_range_when_enlarged():
    values = np.array([[0, 1], [1, 0]], np.float32)
    enlarged = resize_to_side(values, 8)
    assert enlarged.shape == (8, 8)
    assert (enlarged.min(), enlarged.max()) == (0, 1)


def test_one_pixel_wide_pictures_keep_a_width():
    assert resize_to_side(np.zeros((1000, 1), np.float32), 10).shape == (10, 1)


def test_the_address_of_a_picture_carries_it():
    address = to_data_uri(np.full((4, 6, 3), (200, 30, 30), np.uint8))
    kind, _, content = address.partition(",")
    assert kind == "data:image/jpeg;base64"
    picture = Image.open(io.BytesIO(base64.b64decode(content)))
    assert picture.size == (6, 4)
    assert np.allclose(picture.getpixel((2, 2)), (200, 30, 30), atol=4)
