"""The values of the analysis as bytes and back, without loss: MessagePack, by the types of their fields.

Dataclasses are maps by the names of their fields, named tuples lists. Numbers keep every bit, NaN too. A field that was
added later takes its default; one that is not known any more is passed over. The hooks here say how the types are
written that msgspec does not know: arrays as [dtype, shape, bytes], fractions and paths as text. They fit its JSON as
well, but for NaN, which JSON does not have.
"""

import base64
import json
import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec
import numpy as np
from numpy.typing import NDArray

from forensics.errors import TelltaleError
from forensics.facts import AnyCode, code_named

Kind = TypeVar("Kind")


FRACTION = re.compile(r"-?[0-9]{1,40}(/[0-9]{1,40})?")
"""How fractions are written. Python's own reader takes "1e999999999", too, and works on it for hours."""


class SerializationError(ValueError):
    """The bytes are no value of the type that was asked for: damaged, cut off, or of another version."""


def encode(value: object) -> bytes:
    """Raises NotImplementedError for a value of a type that cannot be read back."""
    return msgspec.msgpack.encode(value, enc_hook=encode_hook)


def decode(content: bytes, kind: type[Kind]) -> Kind:
    """What `encode` made of a value of this type. Raises SerializationError."""
    try:
        return _decoder(kind).decode(content)  # type: ignore[arg-type]  # each type can be hashed
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ArithmeticError, TelltaleError) as error:
        raise SerializationError(str(error)) from error


def from_builtins(values: object, kind: type[Kind]) -> Kind:
    """A value of this type from what JSON makes of it: dictionaries, lists, texts, numbers. Raises as `decode`."""
    try:
        return msgspec.convert(values, kind, dec_hook=decode_hook)
    except (msgspec.ValidationError, RecursionError, ArithmeticError, TelltaleError) as error:
        raise SerializationError(str(error)) from error


def json_values(content: bytes) -> Any:
    """What a JSON text from a user's folder holds: dictionaries, lists, texts, numbers. Raises SerializationError, also
    for what is nested too deep and for text that no UTF-8 could hold."""
    try:
        values = json.loads(content)
        json.dumps(values, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise SerializationError(str(error)) from error
    return values


def fraction_of(text: str) -> Fraction:
    """What str made of a fraction. Raises ValueError, TypeError."""
    if not FRACTION.fullmatch(text):
        raise ValueError(f"a fraction was wanted, got {text[:80]!r}")
    return Fraction(text)


@cache
def _decoder(kind: type[Kind]) -> msgspec.msgpack.Decoder[Kind]:
    return msgspec.msgpack.Decoder(kind, dec_hook=decode_hook)


def encode_hook(value: object) -> object:
    """A value of a type that msgspec does not know, in those that it knows. Raises NotImplementedError."""
    match value:
        case np.ndarray():
            array = np.ascontiguousarray(value, value.dtype.newbyteorder("<"))
            return [array.dtype.str, list(value.shape), array.tobytes()]
        case np.generic():
            return value.item()
        case Mapping():
            return dict(value)
        case Fraction() | Path():
            return str(value)
    raise NotImplementedError(f"a {type(value).__name__} cannot be kept")


def decode_hook(kind: type, value: Any) -> object:
    """The reverse. Raises NotImplementedError for another type, ValueError or TypeError for a value that is none."""
    if get_origin(kind) is np.ndarray:
        return _array(value, np.dtype(get_args(get_args(kind)[1])[0]))
    if kind is AnyCode:
        return code_named(value)
    if kind is Fraction:
        return fraction_of(value)
    if kind is Path:
        return Path(value)
    raise NotImplementedError(f"a {kind} cannot be read")


def _array(value: list[Any], dtype: np.dtype) -> NDArray[Any]:
    written, shape, content = value
    if written != dtype.newbyteorder("<").str:
        raise ValueError(f"an array of {dtype} was wanted, got {written}")
    read = base64.b64decode(content) if isinstance(content, str) else content
    return np.frombuffer(read, written).reshape(shape).astype(dtype, copy=False)
