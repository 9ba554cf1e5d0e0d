"""What a value type checks when it is born."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Present = TypeVar("Present")


def require(condition: bool, message: str) -> None:
    """Raises ValueError with the message where the condition does not hold."""
    if not condition:
        raise ValueError(message)


def present(value: Present | None) -> Present:
    """The value, for the type checker: the caller knows that there is one. Raises ValueError where there is none."""
    if value is None:
        raise ValueError("a value is missing that must be known here")
    return value


def validated_read_only(array: NDArray[Any], shape: tuple[int | None, ...], dtype: type, name: str) -> NDArray[Any]:
    """Check shape (None: any length) and dtype; return a view that cannot be written through."""
    require(isinstance(array, np.ndarray), f"{name} must be an array, got {type(array).__name__}")
    fits = len(array.shape) == len(shape) and all(
        want in (None, got) for want, got in zip(shape, array.shape, strict=True)
    )
    wanted = "(" + ", ".join("any" if n is None else str(n) for n in shape) + ")"
    require(
        fits and array.dtype == dtype,
        f"{name} must be {wanted} {np.dtype(dtype).name}, got {array.shape} {array.dtype.name}",
    )
    view = array.view()
    view.flags.writeable = False
    return view


def require_unit_interval(array: NDArray[Any], name: str) -> None:
    """Raises ValueError where a value is outside [0, 1] or not a number."""
    require(bool(np.all((array >= 0) & (array <= 1))), f"{name} must lie in [0, 1] and be finite")
