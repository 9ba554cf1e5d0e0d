"""A fact as JSON carries it: its code, its parameters and the English sentence."""

from math import isnan
from typing import Any

from forensics.facts import Fact, Value
from forensics.messages.catalogue import sentence
from forensics.messages.language import SOURCE_LANGUAGE


def fact_document(fact: Fact) -> dict[str, Any]:
    """Plain JSON values, as in `forensics.export.document_types.Said`."""
    return {
        "code": fact.code.value,
        "group": fact.group,
        "parameters": {name: _json_value(value) for name, value in fact.parameters.items()},
        "because": None if fact.because is None else fact_document(fact.because),
        "sentence": sentence(fact, SOURCE_LANGUAGE),
    }


def _json_value(value: Value) -> Value | None:
    return None if isinstance(value, float) and isnan(value) else value


def optional_fact_document(fact: Fact | None) -> dict[str, Any] | None:
    return None if fact is None else fact_document(fact)
