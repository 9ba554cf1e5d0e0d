"""The command line's wrong calls and helps, in every language."""

import re

import pytest

from forensics.__main__ import main
from forensics.cli.parser import ARGPARSE_MESSAGES
from forensics.messages.catalogue import text
from forensics.messages.language import available_languages, use_language

PLACES = re.compile(r"%(?:\(\w+\))?[sr]")


@pytest.mark.parametrize("language", available_languages())
def test_argparse_finds_its_places_in_its_words(language):
    with use_language(language):
        for words, message in ARGPARSE_MESSAGES.items():
            assert sorted(PLACES.findall(text(message))) == sorted(PLACES.findall(words)), message


def test_in_english_they_are_argparses_own():
    for words, message in ARGPARSE_MESSAGES.items():
        assert text(message) == words


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ([], "diese Argumente fehlen: COMMAND"),
        (["analyze"], "diese Argumente fehlen: PATH"),
        (["analyze", "a.jpg", "--foo"], "diese Argumente gibt es nicht: --foo"),
        (["analyze", "a.jpg", "--faces", "foo"], "Argument --faces: 'foo' gibt es nicht (zur Wahl stehen"),
        (["analyze", "a.jpg", "--sample-fps"], "Argument --sample-fps: es fehlt ein Wert"),
        (["analyze", "a.jpg", "--sample-fps", "abc"], "Argument --sample-fps: 'abc' ist kein Wert der Art float"),
    ],
)
def test_a_wrong_call_is_answered_in_the_language_that_is_asked_for(call, said, capsys, monkeypatch):
    monkeypatch.setenv("TELLTALE_LANGUAGE", "de")
    with pytest.raises(SystemExit) as stopped:
        main(call)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("Aufruf: python -m forensics")
    assert f"falscher Aufruf: {said}" in error
    assert error.endswith("\n")
