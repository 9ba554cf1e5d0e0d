from dataclasses import replace

import numpy as np
import pytest
import torch
from training_faces import FACE, faces_of_kinds, training_faces

from forensics.training import batches as data
from forensics.training.batch_composition import COMPOSITIONS
from forensics.training.batches import DonorPool, ForgeryBatches, ground_truth_mask, make_sample
from forensics.training.forgery_kinds import KINDS
from forensics.types.family_names import FAMILY_NAMES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def faces():
    return [*training_faces(), *faces_of_kinds()]


@pytest.fixture(autouse=True)
def weaker(monkeypatch):
    monkeypatch.setattr(data, "WEAK_SAMPLE", 6)


@pytest.mark.parametrize("name", COMPOSITIONS)
def test_a_batch_holds_what_its_mixture_says_and_every_pair_shares_a_photograph(faces, name):
    mixture = COMPOSITIONS[name]
    batch = next(iter(ForgeryBatches(faces, 64, 1, mixture)))
    total = 32 + mixture.second_views
    assert batch.squares.shape == (total, 3, 64, 64) and batch.squares.dtype == torch.uint8
    assert batch.windows.shape == (total, 3, 3, 96, 96) and batch.windows.dtype == torch.uint8
    assert batch.masks.shape == (total, 1, 64, 64) and batch.masks.dtype == torch.uint8
    fakes, pairs = sum(mixture.fakes.values()), 2 * mixture.pairs
    forged = batch.families >= 0
    assert forged[:32].tolist() == [True] * fakes + [True, False] * mixture.pairs + [False] * mixture.untouched
    allowed = [FAMILY_NAMES.index(family) for family in mixture.families]
    assert set(batch.families[fakes : fakes + pairs : 2].tolist()) <= set(allowed)
    assert batch.masks[~forged].max() == 0
    assert (batch.masks[:fakes].flatten(1).amax(1) > 127).all()


def test_the_last_faces_of_a_batch_are_second_views_of_four_others(faces):
    batch = next(iter(ForgeryBatches(faces, 64, 1, COMPOSITIONS["today"])))
    assert len(set(batch.twins.tolist())) == 4 and batch.twins.max() < 32
    assert batch.families[batch.twins].tolist() == batch.families[-4:].tolist()
    assert not torch.equal(batch.squares[batch.twins], batch.squares[-4:])
    assert len(next(iter(ForgeryBatches(faces, 32, 1, COMPOSITIONS["blends"]))).twins) == 0


def test_faces_that_never_train_are_in_no_pool(faces):
    back = [
        replace(face, name=f"forgeries-train/{kind}/{n}#fake/{n}.jpg")
        for kind in KINDS
        for face in faces
        if face.source == f"forgeries-train/{kind}" and face.manipulated
        for n in range(40)
    ]
    back = [face for face in back if face.kept_back]
    assert len(back) > 40
    batches = ForgeryBatches([*faces, *back], 64, 1, COMPOSITIONS["today"])
    names = {face.name for pool in (*batches.pools.values(), *batches.untouched.values()) for face in pool}
    assert names == {face.name for face in faces}


def test_faces_of_every_pool_and_source_shrink_to_one_range_of_sizes(faces):
    """FACE is 120 pixels high: it keeps its size where 150 is drawn, and has half of it where 60 is."""
    batches = ForgeryBatches(faces, 64, 1, replace(COMPOSITIONS["today"], face_sides=(60, 60)))
    pictures = list(batches._draw(np.random.default_rng(0), lambda *_: 0.0))
    assert {round(picture.scale, 6) for picture in pictures} == {0.5}
    batches.mixture = replace(batches.mixture, face_sides=(150, 150))
    assert {picture.scale for picture in batches._draw(np.random.default_rng(0), lambda *_: 0.0)} == {1.0}


def test_the_same_seed_gives_the_same_batches_and_another_seed_others(faces):
    first, again, other = (next(iter(ForgeryBatches(faces, 32, seed, COMPOSITIONS["blends"])))[0] for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_a_forgery_of_openforensics_is_made_as_small_as_its_untouched_faces(faces):
    """FACE is 120 pixels high; with untouched faces of 40 pixels every forgery has to shrink to a third."""
    batches = ForgeryBatches(faces, 64, 1, COMPOSITIONS["all families"])
    batches.sizes = np.array([40])
    scales, make = [], batches.make

    def noting(*args, scale=1.0, **others):
        scales.append(scale)
        return make(*args, scale=scale, **others)

    batches.make = noting
    next(iter(batches))
    assert scales[:4] == [pytest.approx(1 / 3)] * 4


def test_lenders_are_never_faces_of_the_same_photograph(faces):
    lenders = DonorPool([face for face in faces if not face.manipulated])
    generator = np.random.default_rng(0)
    assert len(lenders.nearest_donors(faces[3], generator)) == 4
    assert DonorPool([faces[3]]).nearest_donors(faces[3], generator) == []


def test_the_known_mask_is_the_registered_one_where_there_is_one(faces):
    registered = next(face for face in faces if face.mask is not None)
    mask = ground_truth_mask(registered)
    assert mask.shape == (512, 512)
    assert 0.01 < mask.mean() < 0.2
    assert mask.max() == 1


def test_the_usual_outline_lies_inside_the_face_box_and_a_made_picture_is_all_mask(faces):
    mask = ground_truth_mask(faces[0])
    y, x = np.nonzero(mask > 0.5)
    assert FACE.left < x.min() and x.max() < FACE.right
    assert FACE.top < y.min() and y.max() < FACE.bottom
    made = next(face for face in faces if face.source == "stylegan-faces" and face.manipulated)
    assert ground_truth_mask(made).min() == 1
    for kind in ("diffusion", "sd21", "stylegan2", "stargan", "talking"):
        made = next(face for face in faces if face.source == f"forgeries-train/{kind}" and face.manipulated)
        assert ground_truth_mask(made).min() == 1
    swap = next(face for face in faces if face.source == "forgeries-train/inswapper" and face.manipulated)
    assert ground_truth_mask(swap)[FACE.top, FACE.left] == 0


@pytest.mark.parametrize("tight_share", [0.0, 1.0])
@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_crop_and_mask_stay_registered_through_every_change(scale, tight_share):
    """A white disc on black, its own mask: wherever the re-encoding and the cut put it, the two must agree."""
    y, x = np.mgrid[:200, :200]
    disc = ((x - 100) ** 2 + (y - 110) ** 2 < 30**2).astype(np.float32)
    pixels = np.repeat((disc * 255).astype(np.uint8)[..., None], 3, axis=2)
    box = type(FACE)(60, 60, 140, 150)
    for seed in range(20):
        sample = make_sample(pixels, disc, box, 2, 96, np.random.default_rng(seed), scale, tight_share=tight_share)
        bright = sample.square.mean(axis=2) > 100
        marked = sample.mask > 127
        assert (bright & marked).sum() / (bright | marked).sum() > 0.85
        assert sample.family == 2
