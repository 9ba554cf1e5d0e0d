"""The line from a source's scores to the common scale, by hand.

Sources scatter by 2 around −1, faces by one half around their source, and ten faces speak for that."""

import numpy as np
import pytest

from forensics.decision.reference_calibration import LogitScale, source_scale
from forensics.types.evidence import SourceSpread

SPREAD = SourceSpread(mean=-1.0, between=2.0, within=0.5, faces=10.0)


def middle(scale: LogitScale) -> float:
    """What of the source goes to the common mean."""
    return (-1 - scale.offset) / scale.slope


@pytest.mark.parametrize(
    ("logits", "shift"),
    [
        ((0.0, 1.0), 132 / 91),
        ((-3.0, -2.0), -132 / 91 + np.sqrt(12 / 91)),  # one deviation is given back
        ((-1.6, -0.6), 0.0),  # up to the common mean
    ],
)
def test_two_references_one_apart(logits, shift):
    """Their variance is 1 / 2, hence v = (10 · 1 / 4 + 1 / 2) / 11 = 3 / 11, n b² + v = 91 / 11; 1.5 from the mean are
    8 · 1.5 · 11 / 91 = 132 / 91, and b² v / (n b² + v) = 12 / 91."""
    scale = source_scale(logits, SPREAD)
    assert middle(scale) == pytest.approx(-1 + shift)
    assert scale.slope == pytest.approx(np.sqrt(4.25 / (3 / 11 * (1 + 44 / 91))))


def test_a_reference_far_off_counts_as_one_two_deviations_off():
    """√(4 + 1 / 4) twice: 4.123, of which 4 / 4.25 remain; below, √(4 · 1 / 4 / 4.25) = 0.485 is given back."""
    reach = 2 * np.sqrt(4.25)
    assert middle(source_scale([100.0], SPREAD)) == pytest.approx(-1 + reach * 4 / 4.25)
    assert middle(source_scale([-100.0], SPREAD)) == pytest.approx(-1 - reach * 4 / 4.25 + np.sqrt(1 / 4.25))


def test_no_source_is_taken_to_lie_farther_off_than_two_deviations_of_sources():
    assert middle(source_scale([100.0] * 50, SPREAD)) == pytest.approx(-1 + 4)
    assert middle(source_scale([-100.0] * 50, SPREAD)) == pytest.approx(-1 - 4)


def test_without_reference_faces_there_is_no_scale():
    with pytest.raises(ValueError, match=r"^a source's scale needs reference faces"):
        source_scale([], SPREAD)
