"""Several people in one picture: where each of them is, and when nobody sees them."""

import numpy as np
import pytest

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.multi_person_video import (
    LabeledFrame,
    cross_paths,
    cut_between,
    side_by_side,
    tile_size,
    with_occluding_bar,
)
from forensics.types.analysis import Box


def colored(level: int, width: int = 60, height: int = 40, frames: int = 3) -> list[FaceImage]:
    """Frames of one gray level, with a face of 12 × 12 pixels in their middle."""
    corners = np.float32([[width / 2 - 6, height / 2 - 6], [width / 2 + 6, height / 2 + 6]])
    return [FaceImage(np.full((height, width, 3), level, np.uint8), corners)] * frames


@pytest.mark.parametrize(("people", "size"), [(1, (1280, 720)), (2, (640, 720)), (4, (640, 360)), (8, (320, 360))])
def test_tiles_fill_the_picture(people, size):
    assert tile_size(people) == size


def test_side_by_side_every_face_lies_in_its_own_tile():
    scenes = list(side_by_side([colored(50 * n, frames=2 + n) for n in range(1, 5)], 120, 80))
    assert len(scenes) == 3
    assert scenes[0].boxes == (Box(24, 14, 36, 26), Box(84, 14, 96, 26), Box(24, 54, 36, 66), Box(84, 54, 96, 66))
    levels = [scenes[0].pixels[(box.top + box.bottom) // 2, box.left, 0] for box in scenes[0].boxes]
    assert levels == [50, 100, 150, 200]


def test_frames_of_another_size_are_fitted_into_their_tile():
    (scene, *_) = side_by_side([colored(200, 120, 40)], 60, 40)
    assert scene.pixels.shape == (40, 60, 3)
    assert (scene.pixels[:10] == 0).all()
    assert (scene.pixels[10:30] == 200).all()
    assert scene.boxes == (Box(27, 17, 33, 23),)


def test_cuts_show_one_shot_at_a_time_and_come_back_to_the_people_of_the_first():
    shots = [list(side_by_side([colored(level, frames=8)], 60, 40)) for level in (50, 200)]
    scenes = list(cut_between(shots, 3))
    assert [scene.pixels[20, 30, 0] for scene in scenes] == [50, 50, 50, 200, 200, 200, 50, 50]
    assert [[box is not None for box in scene.boxes] for scene in scenes[2:4]] == [[True, False], [False, True]]


def test_people_who_cross_change_places_and_the_one_behind_is_not_seen_while_they_meet():
    scenes = list(cross_paths(colored(50, frames=21), colored(200, frames=21), 21, 240, 80))
    first, last = scenes[0].boxes, scenes[-1].boxes
    assert first == (Box(54, 34, 66, 46), Box(174, 34, 186, 46))
    assert last == (first[1], first[0])
    assert scenes[10].boxes == (Box(114, 34, 126, 46), None)
    assert all(scene.boxes[0] is not None for scene in scenes)
    assert scenes[10].pixels[40, 120, 0] == 50


def test_a_bar_hides_the_faces_that_it_covers_by_more_than_half():
    scene = LabeledFrame(np.full((40, 120, 3), 200, np.uint8), (Box(20, 10, 30, 20), Box(90, 10, 100, 20)))
    covered = list(with_occluding_bar([scene] * 60, 60, 0.1))
    seen = [tuple(box is not None for box in one.boxes) for one in covered]
    assert seen[0] == (True, True)
    assert (False, True) in seen
    assert (True, False) in seen
    assert (False, False) not in seen
    hidden = covered[seen.index((False, True))].pixels[15, 20:30, 0]
    assert (hidden == 90).mean() > 0.5
    assert (scene.pixels == 200).all()
