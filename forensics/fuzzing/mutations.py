"""Changes to a sound file, as damage and ill will make them. The same source of chance gives the same change."""

import json
import re
import struct
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

import msgspec

TAG = re.compile(rb"[A-Za-z][A-Za-z0-9 ]{3}")
"""How chunks and boxes are named: PNG and ISO base media have their length before it, RIFF behind it."""

PNG = b"\x89PNG\r\n\x1a\n"

BOUNDARIES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF)

NESTING = 3000
"""Deeper than readers that call themselves can go."""

NESTED = "~nested~"
"""Stands for as many lists inside each other, which no encoder would write."""

MAX_CHANGES = 4

Change = Callable[[bytearray, bytes, Random], None]


def mutate(content: bytes, other: bytes, random: Random) -> bytes:
    """One to four changes; other: a file from which parts are taken. Of every other PNG the checksums are made right
    again, so that what lies behind them is reached."""
    changed = bytearray(content)
    for _ in range(random.randint(1, MAX_CHANGES)):
        random.choice(CHANGES)(changed, other, random)
    return _with_checksums(bytes(changed)) if random.random() < 0.5 else bytes(changed)


def _flip_bits(content: bytearray, _: bytes, random: Random) -> None:
    for _turn in range(random.choice((1, 1, 8))):
        if content:
            content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _write_boundary(content: bytearray, _: bytes, random: Random) -> None:
    _write_number(content, _place(content, random), random)


def _write_length(content: bytearray, _: bytes, random: Random) -> None:
    """Beside the name of a chunk."""
    places = [found.start() for found in TAG.finditer(content)]
    if places:
        _write_number(content, max(random.choice(places) + random.choice((-4, 4)), 0), random, 4)


def _write_number(content: bytearray, place: int, random: Random, width: int = 0) -> None:
    width = width or random.choice((1, 2, 4, 8))
    value = random.choice(BOUNDARIES) % (1 << 8 * width)
    content[place : place + width] = value.to_bytes(width, random.choice(("big", "little")))


def _cut_off(content: bytearray, _: bytes, random: Random) -> None:
    del content[_place(content, random) :]


def _leave_out(content: bytearray, _: bytes, random: Random) -> None:
    place = _place(content, random)
    del content[place : place + random.choice((1, 4, 100, 1000))]


def _repeat(content: bytearray, _: bytes, random: Random) -> None:
    place = _place(content, random)
    part = bytes(content[place : place + random.choice((1, 4, 100, 1000))])
    content[place:place] = part * random.choice((1, 2, 50))


def _splice(content: bytearray, other: bytes, random: Random) -> None:
    place, there = _place(content, random), random.randrange(len(other) + 1)
    length = random.choice((4, 100, len(other)))
    content[place : place + length] = other[there : there + length]


CHANGES: tuple[Change, ...] = (_flip_bits, _write_boundary, _write_length, _cut_off, _leave_out, _repeat, _splice)


def _place(content: bytearray, random: Random) -> int:
    """Headers lie at the beginning: every other change does."""
    return random.randrange(min(len(content), random.choice((64, 1 << 30))) + 1)


def _with_checksums(content: bytes) -> bytes:
    """A PNG whose chunks have the CRC-32 that they should; anything else as it is."""
    if not content.startswith(PNG):
        return content
    parts, at = [PNG], len(PNG)
    while at + 12 <= len(content):
        end = min(at + 8 + struct.unpack_from(">I", content, at)[0], len(content))
        parts += [content[at:end], struct.pack(">I", zlib.crc32(content[at + 4 : end]))]
        at = end + 4
    return b"".join([*parts, content[at:]])


def mutate_values(values: Any, random: Random) -> Any:
    """One to four parts of plain values (dictionaries, lists, texts, numbers) in the place of which others stand, of
    other types, beyond all bounds, or nested too deep."""
    for _ in range(random.randint(1, MAX_CHANGES)):
        values = _changed(values, random)
    return values


def _changed(value: Any, random: Random) -> Any:
    if isinstance(value, dict | list) and value and random.random() < 0.9:
        keys = list(value) if isinstance(value, dict) else range(len(value))
        key = random.choice(keys)
        if random.random() < 0.1:
            return {k: v for k, v in value.items() if k != key} if isinstance(value, dict) else value[:key]
        items = value.items() if isinstance(value, dict) else enumerate(value)
        changed = {k: _changed(v, random) if k == key else v for k, v in items}
        return changed if isinstance(value, dict) else list(changed.values())
    return random.choice(_others(random))


def _others(random: Random) -> list[Any]:
    number = random.choice((-1, 0, 1, 2**31, 2**63 - 1, 1e308, -0.5, float("nan"), float("inf")))
    text = random.choice(("", "x" * 10_000, "1e999999999", "\0", "../..", "\ud800"))
    return [None, True, number, text, [], {}, [number] * 3, {text: number}, NESTED]


def json_bytes(values: Any) -> bytes:
    return json.dumps(values).replace(json.dumps(NESTED), "[" * NESTING + "]" * NESTING).encode()


def msgpack_bytes(values: Any) -> bytes:
    """What MessagePack cannot hold becomes nothing."""
    try:
        content = msgspec.msgpack.encode(values)
    except (UnicodeEncodeError, OverflowError):
        return b""
    return content.replace(msgspec.msgpack.encode(NESTED), b"\x91" * NESTING + b"\xc0")
