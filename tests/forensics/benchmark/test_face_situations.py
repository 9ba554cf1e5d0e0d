import numpy as np
import pytest
from archives import make_archives
from small_detector import small_detector

from forensics.benchmark import face_situations
from forensics.benchmark.face_situations import SITUATIONS, Sitter, run_situations
from forensics.benchmark.scoring import Predictions
from forensics.measurements.dataset_names import situation
from forensics.measurements.metrics import Metric
from forensics.types.analysis import Box

pytestmark = pytest.mark.slow

FEW = ("as it is", "turned by 180°", "lower half beyond the edge", "poster on a wall")


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    make_archives(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(face_situations, "SITUATIONS", {name: SITUATIONS[name] for name in FEW})
        return run_situations(small_detector(), folder, None)


def test_pictures_whose_face_is_found_make_every_situation(figures):
    found = {(figure.name, figure.data): figure for figure in figures}
    for name in FEW:
        assert found[Metric.FACES_FOUND, situation(name)].n == 4  # of five pictures one has no face
    upright = [found[name, situation("as it is")] for name in (Metric.FACES_FOUND, Metric.BOX_OVERLAP)]
    assert [figure.value for figure in upright] == [1, 1]
    assert (Metric.SCORE_CHANGE, situation("as it is")) not in found
    assert found[Metric.FACES_FOUND, situation("turned by 180°")].value == 1
    assert found[Metric.SCORE_CHANGE, situation("turned by 180°")].value < 0.01
    assert found[Metric.NOT_EVALUATED, situation("lower half beyond the edge")].value == 1
    assert found[Metric.FALSE_ALARMS, situation("lower half beyond the edge")].n == 0
    assert 0.5 < found[Metric.BOX_OVERLAP, situation("poster on a wall")].value < 1


def test_a_change_counts_faces_found_both_times():
    labels, verdicts = np.array([False, True, True]), np.full(3, "inconclusive")
    before = Predictions(np.array([0.1, 0.7, np.nan]), verdicts, labels, np.full(3, np.nan))
    after = Predictions(np.array([0.4, np.nan, 0.2]), verdicts, labels, np.full(3, np.nan))
    figure = face_situations._score_change(before, after, "x", "run")
    assert (figure.value, figure.n) == (pytest.approx(0.3), 1)


def test_faces_are_tilted_and_cut_to_either_side_by_turns():
    pixels = np.random.default_rng(0).integers(0, 256, (40, 40, 3), np.uint8)
    for name in ("tilted by 30°", "half beyond the left or right edge"):
        one, other = (SITUATIONS[name](Sitter("a", pixels, Box(10, 10, 30, 30), pixels, way)).pixels for way in (-1, 1))
        assert one.shape == other.shape and (one != other).any()
