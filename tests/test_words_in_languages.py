"""What the core says in words, in every language: whole sentences, and German ones written out by hand."""

import itertools

import pytest
from reasons import BETWEEN
from small_detector import small_card, small_card_with_evidence
from test_family import finding
from test_references import faces
from test_robustness import rescored
from test_strength_words import GRADED, NARROW, PLAIN, STRETCH, WIDE, between, nothing, signs

from forensics.analysis.reference_wording import (
    are_references_sentence,
    is_reference_sentence,
    misfit_sentence,
    misfit_sentences,
    reference_summary,
    unusable_clause,
    unusable_sentence,
    without_references_sentence,
)
from forensics.analysis.references import MisfittingReference
from forensics.analysis.robustness import Perturbation, perturbation_label, stability_sentence
from forensics.decision.forgery_family import family_description, family_hint_sentence
from forensics.decision.mask_agreement import mask_note
from forensics.decision.strength_wording import (
    SUPPORT_GRADES,
    VERDICTS,
    format_bounds,
    format_odds,
    format_ratio,
    leaning_label,
    ratio_summary,
    strength_sentence,
    support_grade_label,
    untouched_share_text,
    verdict_label,
    verdict_summary,
)
from forensics.messages.catalogue import format_list
from forensics.messages.language import available_languages, use_language
from forensics.messages.numbers import odds as odds_number
from forensics.messages.numbers import ratio
from forensics.types.analysis import Decision
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.references import Misfit, References, Unusable

RATIOS = (1e-5, 0.04, 0.25, 0.8, 1.0, 1.1, 4.2, 30.0, 1234.0)
SHARES = (None, 0.0, 0.07, 0.42, 0.97)
THREE = MisfittingReference("a.png", Misfit.OTHER_SIZE, (1, 2, 3))


def of_answers() -> list[str]:
    """The words of answers of all kinds."""
    said = []
    ways = itertools.product(("signs of manipulation", "inconclusive", "no signs found"), RATIOS, (0.04, 1.0, 30.0))
    for place, (verdict, value, known) in enumerate(ways):
        share, reason = SHARES[place % len(SHARES)], (BETWEEN, STRETCH)[place % 2]
        for card in (PLAIN, GRADED):
            decision = Decision(verdict, value, reason, None if card is PLAIN else known, share)
            said += [
                words(decision, card)
                for words in (strength_sentence, ratio_summary, verdict_summary, without_references_sentence)
            ]
            said += [leaning_label(decision, card)] if decision.leaning else []
            said += [mask_note(decision, 0.3, card)] if decision.verdict != "signs of manipulation" else []
    return said


def of_numbers() -> list[str]:
    return [
        *(f(value, card) for f in (format_ratio, format_odds) for value in RATIOS for card in (NARROW, WIDE)),
        *(format_bounds(card) for card in (NARROW, WIDE)),
        *(
            untouched_share_text(share, noun, 200, does)
            for share in SHARES[1:]
            for noun in ("face", "person")
            for does in ("scores", "wears")
        ),
        *(support_grade_label(grade) for _, grade in SUPPORT_GRADES),
        *(verdict_label(verdict) for verdict in VERDICTS),
        mask_note(signs(50.0), 0.0, GRADED),
    ]


def of_faces() -> list[str]:
    return [
        *(perturbation_label(change) for change in Perturbation),
        *(
            stability_sentence(rescored(*scores), small_card())
            for count in range(1, 7)
            for scores in itertools.combinations((0.95, 0.05, 0.5, 0.92, 0.06, 0.6), count)
        ),
        *(family_description(family) for family in sorted(FAMILY_NAMES)),
        *(family_hint_sentence(finding((family, 0.62))) for family in (*sorted(FAMILY_NAMES), "new")),
    ]


def of_references() -> list[str]:
    files = [(f"{n}.png", "face", [MisfittingReference("r.png", kind, (1, 2)) for kind in Misfit]) for n in range(8)]
    misfits = [MisfittingReference("a.png", kind, tuple(range(1, count + 1))) for kind in Misfit for count in (1, 9)]
    return [
        *(reference_summary(faces(0.5, count), card) for count in (1, 12) for card in (PLAIN, GRADED)),
        reference_summary(References(()), GRADED),
        *(unusable_sentence(name, why) for name in ("a.png", None) for why in Unusable),
        *(unusable_clause(why) for why in Unusable),
        *(misfit_sentence(misfit, noun) for misfit in misfits for noun in ("face", "person")),
        *misfit_sentences(files),
        *(is_reference_sentence(count) for count in (0, 1, 1200)),
        *(are_references_sentence((1, 2), noun) for noun in ("face", "person")),
    ]


@pytest.mark.parametrize("language", available_languages())
@pytest.mark.parametrize("words", [of_answers, of_numbers, of_faces, of_references])
def test_everything_is_said_whole(words, language):
    with use_language(language):
        everything = words()
    for said in everything:
        assert said.strip() == said != ""
        assert not [wrong for wrong in ("None", "nan", "{", "}", "  ", "..", " ;", " ,", " .") if wrong in said], said


@pytest.mark.parametrize("words", [of_answers, of_faces, of_references])
def test_each_language_has_words_of_its_own(words):
    said = []
    for language in available_languages():
        with use_language(language):
            said.append(tuple(words()))
    assert len(set(said)) == len(available_languages())


@pytest.mark.parametrize("language", available_languages())
def test_each_code_has_words_of_its_own(language):
    with use_language(language):
        lists = (
            [family_description(family) for family in (*FAMILY_NAMES, "unknown")],
            [perturbation_label(change) for change in Perturbation],
            [support_grade_label(grade) for _, grade in SUPPORT_GRADES],
            [verdict_label(verdict) for verdict in VERDICTS],
            [unusable_clause(why) for why in Unusable],
            [misfit_sentence(THREE._replace(misfit=kind), "face") for kind in Misfit],
        )
    for said in lists:
        assert len(set(said)) == len(said)


def test_verdicts_and_changes_are_said_in_english_as_they_are_published():
    assert [verdict_label(verdict) for verdict in VERDICTS] == list(VERDICTS)
    assert [perturbation_label(change) for change in Perturbation] == [
        *("JPEG quality 75", "JPEG quality 50", "half size", "slight blur", "shifted crop")
    ]


def test_several_things_are_joined_by_messages():
    assert [format_list("abc"[:count], last="list-and") for count in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert format_list("abc", join="list-clause") == "a; b; c"
    with use_language("de"):
        assert format_list("abc", last="list-and") == "a, b und c"


@pytest.mark.usefixtures("german")
def test_german_ratios_have_german_separators():
    assert [ratio(value) for value in (3.44, 58.4, 1234.0)] == ["3,4", "58", "1.200"]
    assert [odds_number(value) for value in (2.44, 4.2, 1234.0)] == ["2,4", "4", "1.200"]
    assert format_bounds(NARROW) == "1/10 und 100"
    assert format_ratio(0.1, NARROW) == "1/10 oder weniger"


@pytest.mark.usefixtures("german")
def test_a_leaning_answer_in_german():
    decision = between(4.2, 30.0, 0.07)
    assert strength_sentence(decision, GRADED) == (
        "Spricht eher für eine Manipulation: begrenzte Unterstützung, etwa 4 zu 1, für Arten von Fälschungen, die "
        "dieser Detektor vielleicht nicht kennt; 1 von 14 unberührten Gesichtern erreicht einen so hohen Wert. Für "
        "Arten von Fälschungen, die dieser Detektor kennt, steht es etwa 30 zu 1."
    )
    assert ratio_summary(decision, GRADED) == (
        "begrenzte Unterstützung für eine Manipulation (Likelihood-Quotient 4,2); 30 für Arten von Fälschungen, die "
        "der Detektor kennt"
    )
    assert leaning_label(decision, GRADED) == "spricht eher für eine Manipulation, etwa 4 zu 1"


@pytest.mark.usefixtures("german")
def test_nothing_found_in_german_with_both_ratios():
    decision = nothing(1 / 1.2, 1 / 25)
    assert strength_sentence(decision, GRADED) == (
        "Nichts gefunden. Bei Arten von Fälschungen, die dieser Detektor kennt, spricht das gegen eine Manipulation "
        "(1/25); bei anderen kaum (1/1,2)."
    )
    assert without_references_sentence(decision, GRADED) == (
        "Ohne die Referenzbilder: keine Anzeichen gefunden (Likelihood-Quotient 1/1,2; 1/25 für Arten, die der "
        "Detektor kennt)."
    )


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, ""),
        (0.004, "weniger als 1 von 200 unberührten Gesichtern erreicht einen so hohen Wert"),
        (0.07, "1 von 14 unberührten Gesichtern erreicht einen so hohen Wert"),
        (0.42, "4 von 10 unberührten Gesichtern erreichen einen so hohen Wert"),
        (0.97, "fast jedes unberührte Gesicht erreicht einen so hohen Wert"),
    ],
)
def test_a_share_in_german(share, said):
    assert untouched_share_text(share, "face", 200) == said


@pytest.mark.usefixtures("german")
def test_the_mask_in_german():
    card = small_card_with_evidence()
    assert mask_note(nothing(0.5), 0.3, card) == (
        "Die Maske markiert 30 % des Ausschnitts, obwohl der Wert nicht für eine Manipulation spricht; 1 von 5 "
        "unberührten Gesichtern trägt eine so große Maske."
    )
    assert mask_note(signs(50.0), 0.0, card) == (
        "Die Maske markiert nichts, obwohl der Wert für eine Manipulation spricht: sie sagt nicht, wo."
    )


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((0.95, 0.92, 0.9, 0.99, 1.0, 0.91), "Das Urteil bleibt bei allen fünf Änderungen gleich."),
        (
            (0.95, 0.8, 0.7, 0.05, 0.6, 0.91),
            "Bei JPEG-Qualität 75, JPEG-Qualität 50 und leichter Unschärfe wäre das Urteil „nicht eindeutig“, bei "
            "halber Größe wäre es „keine Anzeichen gefunden“. Ein Befund, den die meisten Änderungen aufheben, ist ein "
            "schwaches Indiz.",
        ),
    ],
)
def test_stability_in_german(scores, said):
    assert stability_sentence(rescored(*scores), small_card()) == said


@pytest.mark.usefixtures("german")
def test_the_family_in_german():
    assert family_hint_sentence(finding(("identity_swap", 0.62))) == (
        "Sieht am ehesten aus wie: ein überblendeter Gesichtstausch (Hinweis, 62 %)"
    )


@pytest.mark.usefixtures("german")
def test_references_in_german():
    assert misfit_sentence(THREE, "face") == (
        "Die Referenz a.png passt vielleicht nicht: ihr Gesicht ist mehr als doppelt oder weniger als halb so groß wie "
        "die Gesichter 1, 2, 3. Sie zählt, bis sie herausgenommen wird."
    )
    person = MisfittingReference("a.png", Misfit.OTHER_SIZE, (3,))
    suspect = MisfittingReference("b.png", Misfit.SUSPICIOUS, (3,))
    assert misfit_sentences([("q.png", "face", (THREE,)), ("q.mp4", "person", (person, suspect))]) == [
        "Die Referenz a.png passt vielleicht nicht: ihr Gesicht ist mehr als doppelt oder weniger als halb so groß wie "
        "die Gesichter 1, 2, 3 in q.png, Person 3 in q.mp4.",
        "Die Referenz b.png passt vielleicht nicht: ihr eigenes Gesicht spricht eher für eine Manipulation oder zeigt "
        "Anzeichen davon.",
        "Sie zählen, bis sie herausgenommen werden.",
    ]
    assert reference_summary(faces(0.5, 1), GRADED) == (
        "1 Referenzgesicht aus 1 Datei: weniger als 10; je weniger es sind, desto weniger dürfen sie an der Antwort "
        "ändern."
    )
