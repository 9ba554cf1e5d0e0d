"""Numbers as each language shows them, and what a message chooses by.

language: two letters, the current one where none is given.
"""

import math

from babel.numbers import format_percent, get_decimal_symbol, get_group_symbol

from forensics.formatting import format_timecode
from forensics.messages.language import current_language


def fixed(value: float, digits: int, language: str | None = None) -> str:
    """With so many digits behind the point."""
    return in_language(f"{value:.{digits}f}", language)


def whole(value: float, language: str | None = None) -> str:
    """Without separators: 60000."""
    return f"{value:.0f}"


def count(value: float, language: str | None = None) -> str:
    """Whole, with separators: 60,000."""
    return in_language(f"{value:,.0f}", language)


def share(value: float, language: str | None = None) -> str:
    """In whole percent: 34%, in German 34 %."""
    return f"{100 * value:.0f}{format_percent(0, locale=language or current_language()).removeprefix('0')}"


def exact(value: float, language: str | None = None) -> str:
    """With a point and all of its digits: 0.0, 240.5."""
    return in_language(str(value), language)


def significant(value: float, digits: int, language: str | None = None) -> str:
    """With so many significant digits."""
    return in_language(f"{value:.{digits}g}", language)


def millions(value: float, digits: int | None = None, language: str | None = None) -> str:
    """How many millions, with so many digits behind the point, otherwise with as many as it needs: 33.1776."""
    return significant(value / 1e6, 6, language) if digits is None else fixed(value / 1e6, digits, language)


def format_score(fake_score: float, language: str | None = None) -> str:
    """Three digits, and never a certainty: a score that would round to 1.000 is > 0.999."""
    if fake_score >= 0.9995:
        return in_language("> 0.999", language)
    return in_language("< 0.001" if fake_score < 0.0005 else f"{fake_score:.3f}", language)


def percent_text(share: float, digits: int = 3, language: str | None = None) -> str:
    """So many significant digits, three at most and as many as a promised rate has: 2 %, 12.5 %."""
    rounded = float(f"{share:.{digits}g}")
    return in_language(f"{100 * rounded:.3g} %", language)


def ratio(value: float, language: str | None = None) -> str:
    """Two significant digits, which is more than a likelihood ratio is known to: 3.4, 58, 1,200."""
    return in_language(f"{value:.1f}" if value < 9.95 else f"{float(f'{value:.2g}'):,.0f}", language)


def odds(value: float, language: str | None = None) -> str:
    """As round as odds are said: 2.4, 4, 58, 1,200."""
    rounded = f"{value:.1f}".removesuffix(".0") if value < 2.95 else f"{float(f'{value:.2g}'):,.0f}"
    return in_language(rounded, language)


def clock_text(seconds: float, language: str | None = None) -> str:
    """A time with a tenth of a second where it is not whole: "30:00", "0:03.4"."""
    tenths = round(seconds * 10)
    return in_language(format_timecode(tenths / 10, 1 if tenths % 10 else 0), language)


def time_text(seconds: float, language: str | None = None) -> str:
    """A time with a tenth of a second: "0:03.4"."""
    return in_language(format_timecode(seconds), language)


def shortened(value: float, language: str | None = None) -> str:
    """As many digits as a score is printed with, without zeros at the end: 0.9, 0.676."""
    return in_language(f"{value:.3f}".rstrip("0").rstrip("."), language)


def known(value: float, language: str | None = None) -> str:
    """For a choice: "no" where the number is NaN, else "yes"."""
    return "no" if math.isnan(value) else "yes"


def above(value: float, other: float, language: str | None = None) -> str:
    """For a choice: whether the first is larger than the second, "yes" or "no"."""
    return "yes" if value > other else "no"


def subtype(media_type: str, language: str | None = None) -> str:
    """For a choice: what stands behind the slash, such as "pdf"."""
    return media_type.partition("/")[2]


def in_language(number: str, language: str | None = None) -> str:
    """A number as Python writes it, with the language's signs for the point and between thousands."""
    language = language or current_language()
    return number.translate({ord("."): get_decimal_symbol(language), ord(","): get_group_symbol(language)})
