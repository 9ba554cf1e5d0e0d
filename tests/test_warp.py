import numpy as np
from sitters import sitters

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.warp import KNOTS, similarity_transform, warp_affine, warp_triangles


def ramps(height: int, width: int) -> np.ndarray:
    """Red tells the column, green the row."""
    y, x = np.indices((height, width))
    return np.dstack([x, y, np.zeros_like(x)]).astype(np.uint8)


def test_the_alignment_is_the_map_that_moved_the_points():
    mesh = sitters()[0].mesh
    moved = mesh @ np.float32([[2, 0.5], [-0.5, 1.5]]).T + np.float32([3, 4])
    np.testing.assert_allclose(similarity_transform(mesh, moved), [[2, 0.5, 3], [-0.5, 1.5, 4]], atol=1e-3)


def test_both_warps_agree_where_one_affine_map_is_enough():
    mesh = sitters()[0].mesh
    source = FaceImage(ramps(240, 240), mesh)
    moved = mesh * np.float32(0.8) + np.float32([10, 20])
    affine, triangles = (warp(source, moved, 200, 200) for warp in (warp_affine, warp_triangles))
    assert np.abs(affine.astype(int) - triangles)[30:190, 20:180].max() <= 1
    assert abs(int(affine[120, 90, 0]) - 100) <= 1 and abs(int(affine[120, 90, 1]) - 125) <= 1


def test_triangles_bring_every_knot_of_one_person_onto_those_of_another():
    one, other = sitters()[:2]
    height, width = other.image.shape[:2]
    warped = warp_triangles(FaceImage(ramps(*one.image.shape[:2]), one.mesh), other.mesh, height, width)
    inner = list(KNOTS[18:])  # knots of the outline lie at the border of what is warped
    x, y = other.mesh[inner].round().astype(int).T
    assert np.abs(warped[y, x, :2] - one.mesh[inner]).max() < 3


def test_a_flat_triangle_is_left_out():
    mesh = sitters()[0].mesh.copy()
    mesh[list(KNOTS[18:28])] = mesh[KNOTS[18]]  # all of the brows in one point
    warped = warp_triangles(FaceImage(ramps(240, 240), sitters()[0].mesh), mesh, 240, 240)
    assert warped.shape == (240, 240, 3)
    assert warped[..., 0].std() > 40


def test_triangles_that_are_folded_over_in_the_source_keep_to_the_common_map():
    mesh = sitters()[0].mesh
    mirrored = FaceImage(ramps(240, 240), mesh * np.float32([-1, 1]) + np.float32([240, 0]))
    affine, triangles = (warp(mirrored, mesh, 240, 240) for warp in (warp_affine, warp_triangles))
    assert np.abs(affine.astype(int) - triangles)[20:220, 20:220].max() <= 1
