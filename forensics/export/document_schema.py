"""How a JSON document of an analysis is read, and its JSON Schema, which lies in forensics/export/schema/.

The schema is made from the types in document_types.py: python -m forensics.export.document_schema > FILE
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from forensics.export.document_types import SCHEMA, Document
from forensics.export.document_version_1 import from_version_1
from forensics.io.serialization import SerializationError, from_builtins

SCHEMA_FILE = Path(__file__).parent / "schema" / "telltale.analysis-2.json"


def read_document(content: bytes) -> Document:
    """A document of version 2 or 1. Raises SerializationError where it is neither."""
    try:
        values = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SerializationError(str(error)) from error
    if isinstance(values, dict) and values.get("schema") == "telltale.analysis/1":
        try:
            values = from_version_1(values)
        except (LookupError, TypeError, AttributeError, ValueError) as error:
            raise SerializationError(f"no document of version 1: {error!r}") from error
    return from_builtins(values, Document)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the document."""
    return schema_of(Document, SCHEMA)


def schema_of(document: type[msgspec.Struct], title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a document of that type."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title} | msgspec.json.schema(document)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), indent=2) + "\n")
