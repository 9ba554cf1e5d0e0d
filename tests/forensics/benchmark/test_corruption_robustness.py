import numpy as np
import pytest
from archives import make_archives
from small_detector import small_detector

from forensics.benchmark import corruption_robustness
from forensics.benchmark.scoring import Predictions
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.dataset import never_trained

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    make_archives(folder)
    return corruption_robustness.run_ladder(small_detector(), folder, 4)


def test_every_level_has_its_figures_and_every_damaged_one_its_loss(figures):
    found = {(f.name, f.data): f for f in figures}
    for level in dataset_names.LEVELS:
        data = dataset_names.at_level(dataset_names.SEEN, level)
        assert found["AUC", data].n + round(4 * found[Metric.NOT_FOUND, data].value) == 4
        assert ((Metric.AUC_LOSS, data) in found) == (level > 0)
    assert found["AUC", "openforensics-val, clean"].value == 1
    assert all("--limit 4" in f.command for f in figures)


def test_false_alarms_on_portraits_count_those_that_never_trained(figures):
    found = {f.data: f for f in figures if f.name == Metric.FALSE_ALARMS}
    kept_back = [n for n in range(20) if never_trained(f"lfw-faces/real/{n}.png")]
    clean = found["lfw-faces kept back, clean"]
    assert 0 < clean.n == len(kept_back) < 20
    assert clean.value == (0 in kept_back) / len(kept_back)
    assert found["lfw-faces kept back, ladder level 1"].n <= clean.n


def test_the_loss_is_over_pictures_whose_face_is_found_both_times():
    forged = np.array([False, False, False, True, True, True])
    verdicts = np.full(6, "inconclusive")
    clean = Predictions(np.array([0.1, 0.2, 0.3, 0.7, 0.8, 0.9]), verdicts, forged, np.full(6, np.nan))
    damaged = Predictions(np.array([0.1, 0.75, np.nan, 0.7, 0.8, np.nan]), verdicts, forged, np.full(6, np.nan))
    loss = corruption_robustness._auc_loss(clean, damaged, "x", "run")
    assert loss.value == pytest.approx(1 / 4)  # one of four pairs turned round
    assert loss.n == 4
    assert (loss.low, loss.high) == (0, 1)  # as two of the resampled untouched faces may be the one turned round


def test_a_picture_takes_the_same_damage_in_every_run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    make_archives(folder)
    pictures = corruption_robustness.balanced_subset(
        corruption_robustness.archive_members(folder / "foreign-val.tar"), 4
    )
    first, second = (corruption_robustness._at_level(small_detector(), pictures, "x", 2) for _ in range(2))
    assert np.array_equal(first.scores, second.scores, equal_nan=True)
