"""Names and paths that come from outside, and times of a video, as text."""

import unicodedata

INVISIBLE = {"Cc", "Zl", "Zp"}
"""Unicode categories that are taken out: control characters and line breaks. Format characters stay (Indic scripts
and emoji need joiners) except for those that turn the direction of writing."""

DIRECTION_MARKS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""With these `exe.gpj` can be made to look like another name."""


def display_name(name: str) -> str:
    """The name for people to read. Nothing is cut off (`../../x.png` stays), but control characters, which would change
    the text around it, are taken out, bytes that are no Unicode become \N{REPLACEMENT CHARACTER}, and a name without a
    visible character becomes "unnamed".
    """
    kept = "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter) == "Cs" else letter
        for letter in name
        if unicodedata.category(letter) not in INVISIBLE and letter not in DIRECTION_MARKS
    )
    return kept if kept.strip() else "unnamed"


def utf8_path(path: str) -> str:
    """The path unchanged, so that it can be opened again, except that bytes which are no Unicode (surrogates in Python)
    become question marks, because no UTF-8 file can hold them.
    """
    return path.encode("utf-8", "replace").decode("utf-8")


def format_timecode(seconds: float, decimals: int = 1) -> str:
    """ "0:02.5", "1:02:03.4"; hours only where there are any."""
    unit = 10**decimals
    minutes, rest = divmod(round(seconds * unit), 60 * unit)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{head}:{rest / unit:0{decimals + 3 if decimals else 2}.{decimals}f}"
