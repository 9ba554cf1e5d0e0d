from itertools import pairwise

import pytest

from forensics.faces.tiles import tiles


@pytest.mark.parametrize("longer", [1000, 2200, 2500])
def test_an_ordinary_picture_is_one_tile(longer):
    (tile,) = tiles(longer, 1000)
    assert (tile.start, tile.end, tile.first, tile.last) == (0, longer, 0, float("inf"))


@pytest.mark.parametrize(("longer", "shorter"), [(2600, 1000), (9000, 1080), (12000, 1080), (7001, 700), (5000, 10)])
def test_a_face_as_large_as_the_shorter_side_is_whole_in_the_tile_that_answers_for_it(longer, shorter):
    found = tiles(longer, shorter)
    assert len(found) > 1
    assert (found[0].start, found[0].first) == (0, 0)
    assert (found[-1].end, found[-1].last) == (longer, float("inf"))
    for tile, after in pairwise(found):
        assert tile.last == after.first
    for top in range(0, longer - shorter + 1, max(1, shorter // 7)):
        middle = top + shorter / 2
        (tile,) = [tile for tile in found if tile.first <= middle < tile.last]
        assert tile.start <= top
        assert top + shorter <= tile.end


def test_a_strip_of_few_pixels_has_few_tiles():
    assert len(tiles(100_000, 1)) < 320
