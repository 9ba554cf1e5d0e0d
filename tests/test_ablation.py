import threading

import numpy as np
import pytest
from archives import make_archives
from small_detector import small_card
from training_faces import kept_back, training_faces

from forensics.benchmark import ablation
from forensics.detectors.crop_detector import CropDetector
from forensics.network import TelltaleNet


def test_every_variant_is_measured_on_every_part_and_their_mean(tmp_path):
    class Small(TelltaleNet):
        input_size = 64

    make_archives(tmp_path)
    detector = CropDetector(small_card(input_size=64), Small().eval(), threading.Lock())
    watched = kept_back(training_faces(), watched=True)
    figures = ablation.run_ablation(detector, tmp_path, tmp_path / "no checkpoint", watched)
    assert len(figures) == 5 * len(ablation.VARIANTS)
    assert all(figure.n == 6 for figure in figures[-len(ablation.VARIANTS) :])
    for i in range(0, 4 * len(ablation.VARIANTS), 4):
        *parts, mean = figures[i : i + 4]
        assert mean.value == pytest.approx(np.mean([part.value for part in parts]))
        assert mean.data.endswith("mean of the three parts (validation)")


def test_the_variants_weigh_the_streams_as_they_say():
    logits = np.array([[1.0, 10.0]])
    assert {name: mix(logits).item() for name, mix in ablation.VARIANTS.items()} == {
        "whole crop alone": 1,
        "windows alone": 10,
        "both, 2 to 1": 12,
        "both, 1 to 1": 11,
        "both, 1 to 2": 21,
        "both, 1 to 4": 41,
    }


def test_no_variant_holds_the_sign_that_parts_it_from_its_test():
    assert not [name for name in ablation.VARIANTS if ":" in name]
