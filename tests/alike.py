"""Whether two values are the same to the last bit."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import numpy as np


def same(one: object, other: object) -> bool:
    """Equal to the last bit, arrays and their types too; NaN is the same as itself. A number of numpy is the same as
    Python's, and text as a name of an enumeration where a field asks for text."""
    one, other = _plain(one), _plain(other)
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if is_dataclass(one):
        return type(one) is type(other) and all(same(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))
    if isinstance(one, tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Mapping):
        return list(one) == list(other) and all(same(value, other[key]) for key, value in one.items())
    return type(one) is type(other) and (one == other or (one != one and other != other))  # noqa: PLR0124, NaN


def _plain(value: object) -> object:
    if isinstance(value, np.generic):
        return value.item()
    return str(value) if isinstance(value, str) else value
