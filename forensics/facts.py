"""Facts: a code with its parameters. The words for them are made at the edge, by forensics/messages/catalogue.py."""

import math
from abc import ABC
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from forensics.validation import present, require

Value = str | float | bool
"""Type of a parameter; int counts as float does in Python's types."""


class Code(StrEnum):
    """What a fact is called, in records, in JSON and in the catalogue, with the names and types of its parameters.

    The members of all kinds of codes together have names of their own. group: what several codes are called together,
    as an error is for machines; the code's own name where none is given; "": as the fact inside is called.
    """

    parameters: Mapping[str, type]
    group: str

    def __new__(
        cls, name: str, parameters: Mapping[str, type] = MappingProxyType({}), group: str | None = None
    ) -> Self:
        member = str.__new__(cls, name)
        member._value_ = name
        member.parameters = MappingProxyType(dict(parameters))
        member.group = name if group is None else group
        return member


if TYPE_CHECKING:
    AnyCode = Code
else:

    class AnyCode(ABC):  # noqa: B024, an enumeration without members is no type that a record can be read by
        """A code of any kind, as the type of a field."""

    AnyCode.register(Code)


@dataclass(frozen=True, slots=True)
class Fact:
    """A code with its parameters, of the types that the code gives them.

    because: a further fact inside this one, such as the decision that was taken over.
    """

    code: AnyCode
    parameters: Mapping[str, Value] = field(default_factory=dict)
    because: "Fact | None" = None

    def __post_init__(self) -> None:
        require(isinstance(self.code, Code), f"code must be a Code, got {self.code!r}")
        wanted = self.code.parameters
        names = self.parameters.keys()
        require(bool(self.code.group or self.because), f"{self.code} wants a fact inside it")
        require(names == wanted.keys(), f"{self.code} wants {sorted(wanted)}, got {sorted(names)}")
        values = {name: _plain(kind(self.parameters[name])) for name, kind in wanted.items()}
        object.__setattr__(self, "parameters", MappingProxyType(values))

    @property
    def group(self) -> str:
        """What this and other facts are called together."""
        return self.code.group or present(self.because).group

    def __hash__(self) -> int:
        return hash((self.code, tuple(self.parameters.items()), self.because))


def _plain(value: Value) -> Value:
    """The one NaN, which equals itself inside a mapping: two facts that promise nothing are the same fact."""
    return math.nan if isinstance(value, float) and math.isnan(value) else value


def code_named(name: str) -> Code:
    """The code with this name, of all kinds that were imported: no two share one. Raises ValueError."""
    for kind in _kinds(Code):
        if name in set(kind):
            return kind(name)
    raise ValueError(f"{name!r} is no code")


def _kinds(kind: type[Code]) -> list[type[Code]]:
    return [found for inner in kind.__subclasses__() for found in (inner, *_kinds(inner))]


def fact_to_dict(fact: Fact) -> dict[str, Any]:
    """Plain JSON values; a number that is NaN becomes null."""
    numbers = {name: None if value != value else value for name, value in fact.parameters.items()}  # noqa: PLR0124, NaN
    inner = None if fact.because is None else fact_to_dict(fact.because)
    return {"code": fact.code.value, "numbers": numbers, "because": inner}


def fact_from_dict(values: Mapping[str, Any], *codes: type[Code]) -> Fact:
    """What `fact_to_dict` made of a fact with one of these codes, and of one of them inside it; or of a told one.

    Raises KeyError, TypeError or ValueError where the values are no such fact.
    """
    parameters = {name: math.nan if value is None else value for name, value in values["numbers"].items()}
    inner = None if values["because"] is None else fact_from_dict(values["because"], *codes)
    kinds: list[type[Code]] = [*codes, ToldCode]
    members = {str(code): code for kind in kinds for code in kind}
    if values["code"] not in members:
        raise ValueError(f"{values['code']!r} is no code of {', '.join(kind.__name__ for kind in codes)}")
    return Fact(members[values["code"]], parameters, inner)


class ToldCode(Code):
    """What is known as a sentence alone, from records that are older than its code."""

    TOLD = "told", {"sentence": str}


def told_fact(sentence: str) -> Fact:
    return Fact(ToldCode.TOLD, {"sentence": sentence})
