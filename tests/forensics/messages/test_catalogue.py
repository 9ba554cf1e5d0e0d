"""The catalogue is whole: every code has its message in every language, and every parameter is used there."""

import ast as python
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast

import explain
import forensics
import pages
from forensics.facts import Code, Fact
from forensics.messages import catalogue, numbers
from forensics.messages.catalogue import message_id, sentence, text
from forensics.messages.language import (
    FOLDER,
    SOURCE_LANGUAGE,
    available_languages,
    current_language,
    language_from_env,
    use_language,
)
from forensics.types.reasons import ReasonCode

pytestmark = pytest.mark.slow

for package in (forensics, explain):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)

PREFIX = re.compile(r"(pdf|cli|method|metric|page)-")
"""Messages whose names are put together in the code begin so."""

CODES = [code for kind in Code.__subclasses__() for code in kind]
OTHERS = [language for language in available_languages() if language != SOURCE_LANGUAGE]


def references(node: object, kind: str) -> set[str]:
    """Names of all references of a kind in a message. node: the message as plain JSON values, or a part of it."""
    if isinstance(node, list):
        return set().union(*(references(part, kind) for part in node))
    if not isinstance(node, dict):
        return set()
    found = {node["id"]["name"]} if node.get("type") == kind else set()
    return found.union(*(references(part, kind) for part in node.values()))


def messages_of(language: str) -> dict[str, dict]:
    resource = FluentResource((FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    return {entry.id.name: entry.to_json() for entry in resource.body if isinstance(entry, ast.Message)}


def used_in(name: str, messages: dict[str, dict]) -> set[str]:
    """Parameters of a message and of those inside it."""
    inner = references(messages[name], "MessageReference")
    return references(messages[name], "VariableReference").union(*(used_in(one, messages) for one in inner))


def test_the_names_of_all_codes_differ():
    assert len({str(code) for code in CODES}) == len(CODES) >= len(ReasonCode)


@pytest.mark.parametrize("language", available_languages())
def test_no_message_is_written_twice(language):
    resource = FluentResource((FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))
    names = [(type(entry), entry.id.name) for entry in resource.body if isinstance(entry, ast.Message | ast.Term)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", available_languages())
def test_every_code_has_a_message_that_uses_each_of_its_parameters_and_no_other(language):
    messages = messages_of(language)
    for code in CODES:
        used = used_in(message_id(code), messages)
        assert used - {"because"} == set(code.parameters), code


def named_in_code() -> tuple[set[str], list[re.Pattern]]:
    """Texts in the code, and the forms of those that are put together in it."""
    texts, forms = set(), []
    folders = [Path(package.__path__[0]) for package in (forensics, explain, pages)]
    for path in [folders[-1].parent / "app.py", *(path for folder in folders for path in folder.rglob("*.py"))]:
        for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, python.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, python.JoinedStr):
                parts = [part.value if isinstance(part, python.Constant) else None for part in node.values]
                if PREFIX.match(parts[0] or ""):
                    form = "".join("[a-z0-9-]+" if part is None else re.escape(part) for part in parts)
                    forms.append(re.compile(form))
    return texts, forms


def test_no_message_is_unused():
    messages = messages_of(SOURCE_LANGUAGE)
    texts, forms = named_in_code()
    used = {message_id(code) for code in CODES} | (messages.keys() & texts)
    used |= {name for name in messages if any(form.fullmatch(name) for form in forms)}
    left = [*used]
    while left:
        inner = references(messages[left.pop()], "MessageReference") - used
        used |= inner
        left += inner
    assert sorted(messages.keys() - used) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_same_messages_with_the_same_parameters(language):
    first, other = messages_of(SOURCE_LANGUAGE), messages_of(language)
    used = {name: used_in(name, first) for name in first}
    assert {name: used_in(name, other) for name in other} == used


@pytest.mark.parametrize("language", available_languages())
def test_functions_are_those_that_the_catalogue_knows(language):
    used = set().union(*(references(entry, "FunctionReference") for entry in messages_of(language).values()))
    assert used == set(catalogue.FUNCTIONS)


def test_a_message_that_is_not_there_and_a_parameter_that_is_missing_are_errors():
    with pytest.raises(LookupError, match="no message 'no-such-thing' in 'en'"):
        text("no-such-thing")
    with pytest.raises(ValueError, match="'face-cut-off' in 'en' cannot be made"):
        text("face-cut-off")


def test_numbers_follow_the_language():
    assert numbers.format_score(0.5004, "de") == "0,500"
    assert numbers.format_score(0.99991, "de") == "> 0,999"
    assert numbers.percent_text(0.125, language="de") == "12,5 %"


def test_the_same_fact_in_german():
    inner = Fact(ReasonCode.SCORE_BETWEEN, {"score": 0.5, "no_signs": 0.1, "signs": 0.9})
    fact = Fact(ReasonCode.STRONGEST_PERSON, {"person": 2, "persons": 3, "not_evaluated": 1}, inner)
    assert sentence(fact, "de") == (
        "Person 2: Der Wert 0,500 liegt zwischen den Schwellen 0,100 und 0,900. 1 von 3 Personen konnte nicht "
        "bewertet werden."
    )


def test_words_are_made_in_the_language_that_is_spoken_and_in_english_otherwise():
    fact = Fact(ReasonCode.FACE_CUT_OFF, {"points": 2})
    with use_language("de"):
        assert (current_language(), numbers.fixed(1.5, 1)) == ("de", "1,5")
        assert sentence(fact).startswith("Das Gesicht ist vom Bildrand abgeschnitten: 2 ")
        with use_language("en"):
            assert sentence(fact).startswith("The face is cut off by the border of the picture: 2 ")
        assert sentence(fact, "en").startswith("The face is cut off")
        assert current_language() == "de"
    assert (current_language(), numbers.fixed(1.5, 1)) == ("en", "1.5")


def test_a_language_that_there_is_not_cannot_be_spoken():
    with pytest.raises(ValueError, match=r"language must be one of \['en', 'de'\], got 'fr'"), use_language("fr"):
        pass


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE"}, "de"),
        ({"LC_ALL": "de_DE", "TELLTALE_LANGUAGE": "en"}, "en"),
        ({"LC_ALL": "", "TELLTALE_LANGUAGE": "", "LANG": "de"}, "de"),
        ({"TELLTALE_LANGUAGE": "fr", "LANG": "de_DE"}, "en"),
    ],
)
def test_the_environment_tells_the_language(environment, language):
    assert language_from_env(environment) == language
