"""The one catalogue of what is said: facts, and words that pages share, in each language one Fluent file.

The message of a code is called as the code, with hyphens. A message gets the fact's parameters by their names, and in
`$because` the sentence of the fact inside it, "none" where there is none; truth values are "yes" or "no". Beside
Fluent's own functions a message may use FUNCTIONS. Fluent: https://projectfluent.org
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from babel.dates import format_datetime
from fluent.runtime import FluentBundle, FluentResource

from forensics.facts import Fact, Value
from forensics.messages import numbers
from forensics.messages.language import FOLDER, current_language

FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "FIXED": numbers.fixed,
    "WHOLE": numbers.whole,
    "COUNT": numbers.count,
    "SHARE": numbers.share,
    "SHORTENED": numbers.shortened,
    "EXACT": numbers.exact,
    "SIGNIFICANT": numbers.significant,
    "MILLIONS": numbers.millions,
    "SCORE": numbers.format_score,
    "PERCENT": numbers.percent_text,
    "RATIO": numbers.ratio,
    "ODDS": numbers.odds,
    "CLOCK": numbers.clock_text,
    "KNOWN": numbers.known,
    "ABOVE": numbers.above,
    "SUBTYPE": numbers.subtype,
}
"""What a message may use, by its name there."""

MAX_LENGTH = 2000
"""Letters of a text inside a message; of a longer one, which Fluent would refuse, both ends are shown."""


def sentence(fact: Fact, language: str | None = None) -> str:
    """What the fact says, in one sentence or clause. language: the current one where none is given, here and below."""
    because = "none" if fact.because is None else sentence(fact.because, language)
    return text(message_id(fact.code), language, **fact.parameters, because=because)


def optional_sentence(fact: Fact | None, language: str | None = None) -> str:
    """The same, nothing where there is no fact."""
    return "" if fact is None else sentence(fact, language)


def message_id(code: str) -> str:
    """Identifier of a code's message."""
    return code.replace("_", "-")


def text(message: str, language: str | None = None, /, **parameters: Value) -> str:
    """The message of that name with its parameters. Raises LookupError or ValueError where there is none or one of its
    parameters is missing, which the tests rule out for all that there are."""
    language = language or current_language()
    bundle = _bundle(language)
    pattern = bundle.get_message(message).value if bundle.has_message(message) else None
    if pattern is None:
        raise LookupError(f"There is no message {message!r} in {language!r}.")
    given = {name: _given(value) for name, value in parameters.items()}
    said, errors = bundle.format_pattern(pattern, given)
    if errors:
        raise ValueError(f"The message {message!r} in {language!r} cannot be made: {errors[0]}")
    return str(said)


def datetime_text(when: datetime, language: str | None = None) -> str:
    """A date with its time, as the language writes it."""
    language = language or current_language()
    return format_datetime(when, text("moment-pattern", language), locale=language)


def format_list(things: Sequence[str], join: str = "list-next", last: str | None = None) -> str:
    """What is said of several things, one after the other; "" of none. join: the message that joins one to those before
    it; last: the same for the last one, such as "list-and"."""
    said = "".join(things[:1])
    for place, thing in enumerate(things[1:], start=2):
        message = last if last and place == len(things) else join
        said = text(message, before=said, thing=thing)
    return said


def _given(value: Value) -> str | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and len(value) > MAX_LENGTH:
        return f"{value[: MAX_LENGTH // 2]}…{value[-MAX_LENGTH // 2 :]}"
    return value


@cache
def _bundle(language: str) -> FluentBundle:
    bound: dict[str, Callable[[Any], Any]] = {
        name: _in_language(function, language) for name, function in FUNCTIONS.items()
    }
    bundle = FluentBundle([language], functions=bound, use_isolating=False)
    bundle.add_resource(FluentResource((FOLDER / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


def _in_language(function: Callable[..., str], language: str) -> Callable[..., str]:
    def called(*values: Value, **options: float) -> str:
        plain = [value if isinstance(value, str) else float(value) for value in values]
        return function(*plain, **{name: int(option) for name, option in options.items()}, language=language)

    return called
