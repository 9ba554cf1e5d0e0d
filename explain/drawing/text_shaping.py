"""Text of any script made ready to be drawn: which font shows which of its letters, and in which direction they run.

A text stays in the order in which it is read; a line of it is turned into the order in which it is seen by
`visual_order`, after the text was broken into lines (Unicode Standard Annex 9).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, TypeVar

import matplotlib
import uharfbuzz
from bidi import algorithm as bidi

UNPRINTABLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
"""Unicode categories without a shape; among them those that turn the direction of writing and disguise a name."""

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Without a shape, and needed between letters of Arabic and of the scripts of India."""

DEJAVU = Path(matplotlib.get_data_path(), "fonts", "ttf")

PACKAGED = {
    "devanagari": ("fontpkg_noto_sans_devanagari", "files/NotoSansDevanagari[wdth,wght].ttf"),
    "chinese": ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    "japanese": ("pylopdf_fonts_jp", "NotoSansJP-Regular.otf"),
    "korean": ("pylopdf_fonts_ko", "NotoSansKR-Regular.otf"),
}
"""Fonts of Noto in packages from which nothing but the font is read."""

T = TypeVar("T")


class Cluster(NamedTuple):
    """A letter with the marks that belong to it, the font that shows it, and its level: odd from right to left."""

    text: str
    font: Path
    level: int


@cache
def available_fonts() -> dict[str, Path]:
    """Fonts that are installed for scripts that DejaVu does not have."""
    found = {}
    for script, (package, name) in PACKAGED.items():
        try:
            path = Path(str(files(package).joinpath(name)))
        except ModuleNotFoundError:
            continue
        if path.is_file():
            found[script] = path
    return found


@cache
def font_face(font: Path) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font)))


@cache
def font_characters(font: Path) -> frozenset[int]:
    """Code points that the font has a shape for."""
    return frozenset(font_face(font).unicodes)


def is_plain(text: str, font: Path) -> bool:
    """Whether the font alone shows the text, letter by letter, from left to right."""
    known = font_characters(font)
    return all(
        ord(letter) in known
        and unicodedata.bidirectional(letter) not in ("R", "AL", "AN")
        and unicodedata.category(letter) not in ("Mn", "Mc", "Me")
        for letter in text
    )


def shape_clusters(text: str, font: Path, base_level: int = 0) -> list[Cluster]:
    """font: that of the letters which it has. base_level: 0 of a text from left to right, 1 from right to left.

    What no font shows must have been taken out before (`visible_text`).
    """
    parts = list(_graphemes(text))
    choice = [font, DEJAVU / "DejaVuSans.ttf", *_ordered(text)]
    levels = _levels("".join(part[0] for part in parts), base_level)
    return [
        Cluster(part, next((one for one in choice if _shows(one, part)), font), level)
        for part, level in zip(parts, levels, strict=True)
    ]


def base_level(text: str) -> int:
    """By the first letter that has a direction."""
    return bidi.get_base_level(text)


def visible_text(text: str, font: Path, longest: int) -> str:
    """Text from outside as it can be shown: a letter without a shape shows its code, and what is longer than `longest`
    letters is cut in the middle."""
    if len(text) > longest:
        head = longest * 2 // 3
        text = f"{text[:head]} […] {text[-(longest - head) :]}"
    choice = [font, DEJAVU / "DejaVuSans.ttf", *available_fonts().values()]
    return "".join(
        letter
        if (letter in JOINERS and _is_joined(text, place)) or _has_shape(letter, choice)
        else code_point_label(letter)
        for place, letter in enumerate(text)
    )


def first_without_font(text: str) -> str | None:
    """How the first letter is shown that has a shape, but none in a font that is here; None where there is no such."""
    choice = [DEJAVU / "DejaVuSans.ttf", *available_fonts().values()]
    for letter in text:
        if unicodedata.category(letter) not in UNPRINTABLE and not _has_shape(letter, choice):
            return code_point_label(letter)
    return None


def code_point_label(letter: str) -> str:
    """What stands for a letter that cannot be shown: "‹U+0E01›"."""
    return f"‹U+{ord(letter):04X}›"


def visual_order(line: Sequence[T], levels: Sequence[int]) -> list[T]:
    """The parts of one line as they are seen from left to right. levels: of each part."""
    order = list(range(len(line)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return [line[place] for place in order]


def _has_shape(letter: str, choice: Sequence[Path]) -> bool:
    return unicodedata.category(letter) not in UNPRINTABLE and any(
        ord(letter) in font_characters(font) for font in choice
    )


def _is_joined(text: str, place: int) -> bool:
    """Whether a joiner stands behind a letter of a script that needs it: Arabic, Syriac, or one of India."""
    before = text[place - 1] if place else ""
    return before != "" and (0x0600 <= ord(before) <= 0x07BF or 0x0900 <= ord(before) <= 0x0DFF)


def _graphemes(text: str) -> Iterator[str]:
    start = 0
    for place, letter in enumerate(text[1:], start=1):
        marks = unicodedata.category(letter) in ("Mn", "Mc", "Me") or letter in JOINERS
        if not marks and not _conjunct(text[place - 1], letter):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _conjunct(before: str, letter: str) -> bool:
    """Consonants that a virama joins are one letter to the eye."""
    joins = unicodedata.combining(before) == 9 or before in JOINERS  # 9 is the class of viramas
    return joins and unicodedata.category(letter) == "Lo"


def _shows(font: Path, part: str) -> bool:
    known = font_characters(font)
    return all(ord(letter) in known or letter in JOINERS for letter in part)


def _ordered(text: str) -> list[Path]:
    """The fonts for the scripts that DejaVu lacks; of those for Chinese characters the one of the text's language."""
    names = [unicodedata.name(letter, "") for letter in text]
    first = [
        script
        for script, beginnings in (("japanese", ("HIRAGANA", "KATAKANA")), ("korean", ("HANGUL",)))
        if any(name.startswith(beginnings) for name in names)
    ]
    return [path for script, path in sorted(available_fonts().items(), key=lambda item: item[0] not in first)]


def _levels(text: str, level: int) -> list[int]:
    """Embedding level of each letter, by the bidirectional algorithm."""
    storage = bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = level, "LR"[level]
    bidi.get_embedding_levels(text, storage)
    for resolve in (
        bidi.explicit_embed_and_overrides,
        bidi.resolve_weak_types,
        lambda storage: bidi.resolve_neutral_types(storage, False),
        lambda storage: bidi.resolve_implicit_levels(storage, False),
    ):
        resolve(storage)
    return [letter["level"] for letter in storage["chars"]]
