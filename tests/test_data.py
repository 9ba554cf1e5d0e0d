import numpy as np
import pytest
import torch
from training_faces import FACE, training_faces

from forensics.training.data import BATCH, Batches, known_mask, make_sample


@pytest.fixture(scope="module")
def faces():
    return training_faces()


def test_a_batch_holds_what_it_says_and_every_pair_shares_a_photograph(faces):
    crops, masks, labels = next(iter(Batches(faces, 64, seed=1)))
    assert crops.shape == (32, 3, 64, 64) and crops.dtype == torch.uint8
    assert masks.shape == (32, 1, 64, 64) and masks.dtype == torch.uint8
    assert sum(BATCH.values()) + BATCH["self-blended pairs"] == 32
    fakes = BATCH["foreign fakes"] + BATCH["generated fakes"] + BATCH["registered fakes"]
    assert (
        labels.tolist() == [True] * fakes + [True, False] * BATCH["self-blended pairs"] + [False] * BATCH["untouched"]
    )
    assert masks[~labels].max() == 0
    assert (masks[:fakes].flatten(1).amax(1) > 127).all()


def test_the_same_seed_gives_the_same_batches_and_another_seed_others(faces):
    first, again, other = (next(iter(Batches(faces, 32, seed)))[0] for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_the_known_mask_is_the_registered_one_where_there_is_one(faces):
    registered = next(face for face in faces if face.mask is not None)
    mask = known_mask(registered)
    assert mask.shape == (512, 512)
    assert 0.01 < mask.mean() < 0.2
    assert mask.max() == 1


def test_the_usual_outline_lies_inside_the_face_box_and_a_made_picture_is_all_mask(faces):
    mask = known_mask(faces[0])
    y, x = np.nonzero(mask > 0.5)
    assert FACE.left < x.min() and x.max() < FACE.right
    assert FACE.top < y.min() and y.max() < FACE.bottom
    made = next(face for face in faces if face.source == "stylegan-faces" and face.manipulated)
    assert known_mask(made).min() == 1


def test_crop_and_mask_stay_registered_through_every_change(faces):
    """A white disc on black, its own mask: wherever the re-encoding and the cut put it, the two must agree."""
    y, x = np.mgrid[:200, :200]
    disc = ((x - 100) ** 2 + (y - 110) ** 2 < 30**2).astype(np.float32)
    pixels = np.repeat((disc * 255).astype(np.uint8)[..., None], 3, axis=2)
    box = type(FACE)(60, 60, 140, 150)
    for seed in range(20):
        sample = make_sample(pixels, disc, box, True, 96, np.random.default_rng(seed))
        bright = sample.crop.mean(axis=2) > 100
        marked = sample.mask > 127
        assert (bright & marked).sum() / (bright | marked).sum() > 0.9
