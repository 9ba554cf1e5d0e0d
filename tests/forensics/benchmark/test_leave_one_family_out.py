"""Leaving a family out, on a few faces and one step of training."""

import numpy as np
import pytest
import torch
from training_faces import kept_back, shrink_batches, training_faces

from forensics.benchmark import family_confusion, few_shot, leave_one_family_out
from forensics.errors import TrainingError
from forensics.network import TelltaleNet
from forensics.training import batches, finetune, loop
from forensics.types.family_names import FAMILY_NAMES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def faces():
    some = training_faces()
    return [*some, *kept_back(some, watched=True), *kept_back(some, watched=False)]


@pytest.fixture
def one_step(monkeypatch):
    monkeypatch.setattr(TelltaleNet, "input_size", 64)
    monkeypatch.setattr(leave_one_family_out, "STEPS", 1)
    monkeypatch.setattr(leave_one_family_out, "TOTAL_STEPS_FROM_IMAGENET", 1)
    monkeypatch.setattr(leave_one_family_out, "TEST_FACES", 3)
    monkeypatch.setattr(leave_one_family_out, "WORKERS", 0)
    monkeypatch.setattr(batches, "WEAK_SAMPLE", 4)
    shrink_batches(monkeypatch)


def test_everything_of_a_family_is_left_out():
    assert leave_one_family_out.excluded_pools("nothing") == ()
    assert leave_one_family_out.excluded_pools("splice") == ("splice",)
    assert leave_one_family_out.excluded_pools("resynthesis") == ("resynthesis", "stylegan")
    assert leave_one_family_out.excluded_pools("openforensics") == ("openforensics", "registered")
    knowing = [name for name in leave_one_family_out.LEFT_OUT if leave_one_family_out.family_in_training(name)]
    assert knowing == ["self_blend", "resynthesis", "openforensics"]


def test_test_faces_are_untouched_and_forged_in_turn_and_the_same_at_every_call(faces):
    first, again = (leave_one_family_out.test_regions("hull_swap", faces, 3) for _ in range(2))
    assert [manipulated for _, manipulated in first] == [False, True] * 3
    for (one, _), (other, _) in zip(first, again, strict=True):
        np.testing.assert_array_equal(one.crop, other.crop)
    assert np.abs(first[0][0].crop.astype(int) - first[1][0].crop).mean() > 0.1


def test_a_forged_test_face_differs_from_the_untouched_one_where_its_mask_says(faces):
    found = list(leave_one_family_out.test_faces("hull_swap", faces, 2))
    assert len(found) == 2
    for face in found:
        assert face.mask.shape == face.forged.crop.shape[:2] == face.untouched.crop.shape[:2]
        assert 0.05 < face.mask.mean() < 0.9
        difference = np.abs(face.untouched.crop.astype(int) - face.forged.crop).mean(2)
        # Compression alone, where it differs at all, changes next to nothing.
        assert difference[face.mask].mean() > 5 * difference[~face.mask].mean()


def test_a_training_that_has_to_start_from_the_first_stages_wants_their_checkpoint(faces, tmp_path):
    with pytest.raises(TrainingError, match="no checkpoint"):
        leave_one_family_out.train_without("splice", faces, tmp_path / "missing.safetensors", tmp_path / "new")


def test_a_finished_network_is_read_and_not_trained_again(faces, tmp_path, one_step):
    start = tmp_path / "start.safetensors"
    torch.manual_seed(0)
    loop.save_network(loop.build_network("telltale"), start)
    detector = leave_one_family_out.cached_detector_without("splice", faces, start, tmp_path)
    finished = tmp_path / "splice" / "finished.safetensors"
    written = finished.stat().st_mtime_ns
    start.unlink()  # a second training could not start
    again = leave_one_family_out.cached_detector_without("splice", faces, start, tmp_path)
    assert finished.stat().st_mtime_ns == written
    for key, tensor in detector.network.state_dict().items():
        torch.testing.assert_close(tensor, again.network.state_dict()[key])
    figure = leave_one_family_out.auc_on_family(
        detector, "splice", faces, "unseen family splice", leave_one_family_out.COMMAND
    )
    assert (figure.n, figure.data) == (6, "unseen family splice")
    assert 0 <= figure.low <= figure.value <= figure.high <= 1


def test_a_user_s_pictures_are_forged_and_untouched_faces_of_different_photographs(faces):
    untouched, forged = few_shot.make_user_images("patch_swap", faces * 2, 4)
    assert (len(untouched), len(forged)) == (4, 4)
    assert not any(face.manipulated for face in untouched)
    assert all(face.manipulated and face.mask is not None and face.name.endswith("-forged") for face in forged)
    assert not any(face.held_out for face in untouched)


def test_a_user_s_pictures_win_something_back_or_not_but_are_measured(faces, tmp_path, one_step, monkeypatch):
    start = tmp_path / "start.safetensors"
    loop.save_network(loop.build_network("telltale"), start)
    monkeypatch.setattr(few_shot, "SHOT_COUNTS", (4,))
    monkeypatch.setattr(few_shot, "STEPS", 1)
    monkeypatch.setattr(finetune, "MIN_FACES_PER_CLASS", 4)
    (figure,) = few_shot.run_little_data(["retouch"], faces * 2, start, tmp_path)
    assert figure.data == "retouch, 4 pictures"
    assert 0 <= figure.value <= 1


def test_the_confusion_of_families_has_a_row_that_adds_up_for_each(faces, monkeypatch):
    class Unsure(TelltaleNet):
        input_size = 64

    monkeypatch.setattr(family_confusion, "FACES_PER_FAMILY", 2)
    detector = leave_one_family_out.CropDetector(
        leave_one_family_out.load_detector("btas2019").card, Unsure().eval(), leave_one_family_out.threading.Lock()
    )
    figures = family_confusion.run_naming(detector, faces)
    rows = family_confusion.confusion_matrix(figures)
    assert rows.shape == (len(FAMILY_NAMES), len(FAMILY_NAMES) + 1)
    np.testing.assert_allclose(rows.sum(axis=1), 1)
    rightly = figures[-1]
    assert (rightly.name, rightly.n) == ("family named rightly", 2 * len(FAMILY_NAMES))
    assert rightly.value == pytest.approx(np.diagonal(rows).mean())
