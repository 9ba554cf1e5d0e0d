import numpy as np
import pytest

from forensics.validation import require, require_unit_interval, validated_read_only


def test_a_failed_check_raises_its_message():
    require(True, "never")
    with pytest.raises(ValueError, match="too small"):
        require(False, "too small")


def test_a_view_is_locked_and_the_array_behind_it_is_not():
    array = np.zeros((2, 3), np.float32)
    view = validated_read_only(array, (None, 3), np.float32, "map")
    assert not view.flags.writeable
    array[0, 0] = 1
    assert view[0, 0] == 1


@pytest.mark.parametrize("wrong", [np.zeros((2, 4), np.float32), np.zeros((2, 3)), np.zeros(3, np.float32), [[1.0]]])
def test_the_wrong_shape_type_or_kind_is_refused(wrong):
    with pytest.raises(ValueError, match="map must be"):
        validated_read_only(wrong, (None, 3), np.float32, "map")


@pytest.mark.parametrize("value", [-0.1, 1.1, np.nan, np.inf])
def test_values_outside_the_unit_interval_are_refused(value):
    require_unit_interval(np.array([0.0, 1.0]), "mask")
    with pytest.raises(ValueError, match=r"mask must lie in \[0, 1\]"):
        require_unit_interval(np.array([0.5, value]), "mask")
