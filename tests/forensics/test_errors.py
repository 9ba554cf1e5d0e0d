"""Every error raised on purpose is a fact: its sentence and its code stay what they were, and no words are raised."""

import ast
import json
from pathlib import Path

import pytest
from error_sentences import ERRORS

from explain.targets import TARGETS
from explain.wording import target_title
from forensics import error_codes, errors
from forensics.error_codes import DetailCode, ExplanationCode, FailureCode, MediaCode, SettingsCode, StreamCode
from forensics.errors import ExplanationError, MediaError, TelltaleError
from forensics.facts import Code, Fact, fact_from_dict, fact_to_dict
from forensics.media.file_type import HeaderError
from forensics.messages.catalogue import sentence

ROOT = Path(__file__).parents[2]
SOURCES = [*sorted(path for folder in ("forensics", "explain", "pages") for path in (ROOT / folder).rglob("*.py"))]

KINDS = [kind for kind in vars(error_codes).values() if isinstance(kind, type) and Code in kind.__bases__]
"""The classes of codes in forensics/error_codes.py."""

RAISED = {kind.__name__ for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, TelltaleError)}
RAISED.add(HeaderError.__name__)


def facts_in(fact: Fact) -> list[Fact]:
    return [fact, *([] if fact.because is None else facts_in(fact.because))]


def test_every_code_is_among_the_examples():
    shown = {one.code for fact, _, _ in ERRORS for one in facts_in(fact)}
    assert shown == {code for kind in KINDS for code in kind}
    assert len(shown) > 100


@pytest.mark.parametrize(("fact", "code", "words"), ERRORS, ids=lambda value: getattr(value, "code", None))
def test_an_error_says_its_sentence_and_keeps_its_code(fact, code, words):
    error = TelltaleError(fact.code, because=fact.because, **fact.parameters)
    assert (str(error), error.code, error.fact) == (words, code, fact)


@pytest.mark.parametrize("fact", [fact for fact, _, _ in ERRORS], ids=lambda fact: fact.code)
def test_the_fact_of_an_error_survives_json(fact):
    assert fact_from_dict(json.loads(json.dumps(fact_to_dict(fact))), *KINDS) == fact


def test_no_two_examples_say_the_same_in_german_and_each_ends_as_a_sentence():
    said = {sentence(fact, "de") for fact, _, _ in ERRORS}
    passed_on = {SettingsCode.NOTHING_TO_ANALYSE}  # says what another one of the examples says
    assert len(said) == len([fact for fact, _, _ in ERRORS if fact.code not in passed_on])
    assert all(words.endswith(".") for words in said)


def test_numbers_and_what_came_are_german_in_german():
    large = Fact(MediaCode.FRAMES_TOO_LARGE, {"width": 7680, "height": 4320, "pixels": 33_177_600, "limit": 8_847_360})
    assert "höchstens 8,84736 Megapixel können untersucht werden, es kamen 7680×4320 Pixel;" in sentence(large, "de")
    assert "auf 33177600 oder mehr" in sentence(large, "de")
    held = Fact(StreamCode.COVER_PICTURE, {}, Fact(StreamCode.SOUND, {}, Fact(StreamCode.SUBTITLES)))
    assert "nur ein Titelbild und Ton und Untertitel;" in sentence(Fact(MediaCode.NO_VIDEO, {}, held), "de")
    rate = Fact(SettingsCode.WRONG_SAMPLE_FPS, {"came": 240.5})
    assert sentence(rate, "de").endswith("es kam 240,5.")


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_that_nothing_moves_is_named_as_everywhere(target):
    error = ExplanationError(ExplanationCode.NOTHING_MOVES_TARGET, method="LIME", target=target)
    assert str(error) == f"LIME found nothing in this face that moves {target_title(target)}."


def test_an_error_passed_on_is_of_the_kind_of_the_one_inside():
    error = MediaError(MediaCode.PHOTO_REFUSED, photo="a.jpg", because=Fact(MediaCode.EMPTY_VIDEO))
    assert error.code == "empty_file"
    with pytest.raises(ValueError, match="photo_refused wants a fact inside it"):
        MediaError(MediaCode.PHOTO_REFUSED, photo="a.jpg")


@pytest.mark.parametrize(("letters", "shown"), [(2000, "x" * 2000), (5000, "x" * 1000 + "…" + "x" * 1000)])
def test_what_came_may_be_of_any_length(letters, shown):
    inner = Fact(MediaCode.UNREADABLE_FILE, {"reason": "x" * letters})
    assert f"({shown})" in sentence(inner)
    assert len(str(MediaError(MediaCode.PHOTO_REFUSED, photo="a.jpg", because=inner))) <= 2000 + len("a.jpg: …")


def test_an_error_without_its_parameters_is_refused():
    with pytest.raises(ValueError, match=r"file_too_large wants \['limit', 'size'\], got \['size'\]"):
        MediaError(MediaCode.FILE_TOO_LARGE, size=1)


def calls(path: Path, names: set[str]) -> list[ast.Call]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names]


def texts(node: ast.AST) -> list[str]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def wordy(tree: ast.AST) -> list[str]:
    """Texts with a letter and a blank: what stands between the members of a list has no letter."""
    return [text for text in texts(tree) if " " in text and any(map(str.isalpha, text))]


def test_no_words_are_raised():
    raised = [(path, call) for path in SOURCES for call in calls(path, RAISED | {"Fact", "FailedFile", "damaged"})]
    assert [(path.relative_to(ROOT).as_posix(), text) for path, call in raised for text in wordy(call)] == []


def test_the_search_for_words_finds_those_in_a_sentence():
    found = ast.parse('MediaError(f"The {what} is gone.", ", ".join(names), code="a_b")')
    assert sorted(wordy(found)) == [" is gone.", "The "]


def test_each_error_is_raised_with_codes_of_its_kind():
    raised = [(call.func.id, call.args[0]) for path in SOURCES for call in calls(path, RAISED)]
    named = [(name, code) for name, code in raised if isinstance(code, ast.Attribute)]
    assert len(named) > 90
    for name, code in named:
        assert code.value.id == name.replace("Error", "Code")
    assert {ast.unparse(code) for _, code in raised} - {ast.unparse(code) for _, code in named} == {
        "code",  # explain/methods: of the three parts of a question
        f"Fact({DetailCode.__name__}.HEADER_CUT_OFF)",
        f"Fact({DetailCode.__name__}.WRONG_WEBP_CHUNK, {{'chunk': repr(chunk)}})",
    }


def test_failures_that_are_no_errors_have_their_published_code():
    assert [Fact(code, dict.fromkeys(code.parameters, "x")).group for code in FailureCode] == [
        "fault",
        "fault",
        "unwritable",
        "not_kept",
    ]
