"""Values as bytes and back."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import msgspec
import numpy as np
import pytest
from alike import same
from numpy.typing import NDArray
from specimens import finding_of, region_of, result_of
from video_values import chunk, small_result

from forensics.facts import Fact, code_named, told_fact
from forensics.io.serialization import SerializationError, decode, decode_hook, encode, encode_hook
from forensics.types.analysis import AnalysisSettings, Box, ImageResult
from forensics.types.reasons import ReasonCode
from forensics.types.video import Chunk, VideoResult

NOTHING_PROMISED = Fact(
    ReasonCode.SCORE_REACHES_SIGNS, {"score": 0.1 + 0.2, "threshold": 0.9, "stated": math.nan, "bound": math.nan}
)


@dataclass(frozen=True)
class Odd:
    """One field of every type that needs a hook."""

    fact: Fact
    box: Box
    rate: Fraction | None
    path: Path
    numbers: NDArray[np.float32] | None
    table: Mapping[int, Box]
    score: float = 0.5
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    later: tuple[str, ...] = field(default=())


def odd(**changes: object) -> Odd:
    numbers = np.array([[math.nan, -0.0, np.pi], [1e-45, math.inf, 3]], np.float32)
    table = MappingProxyType({3: Box(1, 2, 3, 4)})
    values = {"rate": Fraction(30000, 1001), "path": Path("/a/ä b"), "numbers": numbers, "table": table}
    return Odd(**{"fact": NOTHING_PROMISED, "box": Box(0, 1, 2, 3)} | values | changes)


@pytest.mark.parametrize("value", [odd(), odd(rate=None, numbers=None, score=math.nan, fact=told_fact("größe"))])
def test_every_type_comes_back_to_the_last_bit(value):
    read = decode(encode(value), Odd)
    assert same(read.fact, value.fact) and read.fact.code is value.fact.code
    assert same(read.box, value.box) and type(read.box) is Box
    assert (read.rate, read.path, dict(read.table)) == (value.rate, value.path, dict(value.table))
    assert (read.numbers is None) == (value.numbers is None)
    assert value.numbers is None or read.numbers.tobytes() == value.numbers.tobytes()
    assert np.float64(read.score).tobytes() == np.float64(value.score).tobytes()


def test_the_results_of_an_analysis_come_back_whole():
    crop = np.random.default_rng(0).integers(0, 256, (24, 20, 3), np.uint8)
    for value, kind in (
        (result_of([finding_of(region_of(crop))], crop), ImageResult),
        (small_result(), VideoResult),
        (chunk(1, 2), Chunk),
    ):
        assert same(decode(encode(value), kind), value)


def test_numbers_of_numpy_are_read_as_pythons():
    read = decode(encode(odd(box=Box(*np.arange(4)), score=np.float32(0.1))), Odd)
    assert (read.box, type(read.box.left), read.score) == (Box(0, 1, 2, 3), int, float(np.float32(0.1)))


def test_a_big_endian_array_and_a_part_of_one_are_written_as_they_are_read():
    whole = np.arange(12, dtype=">f4").reshape(3, 4)
    assert decode(encode(odd(numbers=whole[:, 1::2])), Odd).numbers.tolist() == [[1, 3], [5, 7], [9, 11]]


def test_arrays_fit_into_json_too():
    content = msgspec.json.encode(odd(fact=told_fact("x")), enc_hook=encode_hook)
    read = msgspec.json.decode(content, type=Odd, dec_hook=decode_hook)
    assert read.numbers.tobytes() == odd().numbers.tobytes()


def test_a_field_that_was_added_takes_its_default_and_an_unknown_one_is_passed_over():
    values = msgspec.msgpack.decode(encode(odd()))
    del values["later"], values["score"]
    read = decode(msgspec.msgpack.encode(values | {"older": 1}), Odd)
    assert (read.later, read.score) == ((), 0.5)


@pytest.mark.parametrize(
    "changes",
    [
        {"fact": {"code": "no such code", "parameters": {}, "because": None}},
        {"fact": {"code": "face_too_small", "parameters": {}, "because": None}},
        {"box": [1, 2, 3]},
        {"rate": "1/0/2"},
        {"rate": "1/0"},
        {"rate": "1e999999999"},
        {"numbers": ["<f8", [1], b"12345678"]},
        {"numbers": ["<f4", [2], b"1234"]},
        {"numbers": ["<f4", [1], b"123"]},
        {"numbers": ["no type", [1], b"1234"]},
        {"numbers": [["<f4"], [1], b"1234"]},
        {"numbers": 7},
        {"path": 7},
        {"settings": {"max_faces": 0}},
    ],
)
def test_what_does_not_fit_is_one_error(changes):
    values = msgspec.msgpack.decode(encode(odd()))
    with pytest.raises(SerializationError):
        decode(msgspec.msgpack.encode(values | changes), Odd)


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_what_is_cut_off_or_no_message_is_the_same_error(cut):
    with pytest.raises(SerializationError):
        decode(encode(odd())[:cut], Odd)
    with pytest.raises(SerializationError):
        decode(b"\xff" * 9, Odd)


def test_what_cannot_be_read_back_is_not_written():
    with pytest.raises(NotImplementedError):
        encode(odd(path={1, 2}.__iter__()))


def test_every_code_is_found_by_its_name():
    assert code_named("face_too_small") is ReasonCode.FACE_TOO_SMALL
    with pytest.raises(ValueError, match="no code"):
        code_named("face")
