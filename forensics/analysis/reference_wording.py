"""Reference pictures in words and in the JSON document: how many there are, which do not fit, what they changed."""

from collections.abc import Iterable, Mapping, Sequence

from forensics.analysis.references import Analysed, Misfitting, counted_for, misfits_of, references_count
from forensics.decision.strength_wording import Noun, answer
from forensics.facts import Value
from forensics.messages.catalogue import listed, text
from forensics.types.analysis import Decision, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.references import ENOUGH, Misfit, References, Unusable

MOST_NAMED = 6
"""Faces, and files, that a misfit is named for one by one."""


def summary(references: References, card: DetectorCard) -> str:
    """How many reference faces there are, and what they are good for. card: the detector's own."""
    faces = len(references.faces)
    return text(
        "references",
        faces=faces,
        files=len({face.sha256 for face in references.faces}),
        repeated=faces - len(references.distinct),
        use="nothing" if card.evidence is None else "enough" if references.enough else "few",
        enough=ENOUGH,
    )


def unusable_words(name: str | None, why: Unusable) -> str:
    """name: None where it stands beside the sentence."""
    if name is None:
        return text("unusable-unnamed", why=why.value)
    return text("unusable", name=name, why=why.value)


def unusable_because(why: Unusable) -> str:
    """The same as a clause."""
    return text("unusable-because", why=why.value)


def misfit_words(misfit: Misfitting, noun: Noun = "face") -> str:
    """noun: what is questioned."""
    because = _because(misfit.misfit, _which(misfit.faces, noun))
    return text("misfit-counts", name=misfit.name, because=because, references=1)


def misfit_sentences(files: Iterable[tuple[str, Noun, Sequence[Misfitting]]]) -> list[str]:
    """One for each reference, over several files, and one that they count. files: name, noun and misfits of each."""
    found: dict[str, dict[Misfit, list[str]]] = {}
    for file, noun, misfits in files:
        for misfit in misfits:
            of = found.setdefault(misfit.name, {}).setdefault(misfit.misfit, [])
            of.append(_which(misfit.faces, noun, file))
    lines = [_misfit_sentence(name, kinds) for name, kinds in found.items()]
    return [*lines, text("references-count", references=len(lines))] if lines else []


def _misfit_sentence(name: str, kinds: Mapping[Misfit, Sequence[str]]) -> str:
    """kinds: which questioned faces it does not fit."""
    clauses = [_because(kind, text("enumerated", **_enumerated(which))) for kind, which in kinds.items()]
    return text("misfit", name=name, because=listed(clauses, "list-clause"))


def _because(misfit: Misfit, which: str) -> str:
    return text("misfit-because", misfit=misfit.value, which=which)


def _which(faces: Sequence[int], noun: Noun, file: str | None = None) -> str:
    """ "faces 1, 2", of a file "faces 1, 2 of a.png"."""
    given = {"noun": noun, "faces": len(faces), **_enumerated([str(face_id) for face_id in faces])}
    if file is None:
        return text("misfit-faces", **given)
    return text("misfit-faces-of-file", **given, file=file)


def _enumerated(things: Sequence[str]) -> dict[str, Value]:
    """What messages call the first of them and how many more there are."""
    return {"things": listed(things[:MOST_NAMED]), "more": max(0, len(things) - MOST_NAMED)}


def without_words(decision: Decision, card: DetectorCard) -> str:
    """decision, card: as they are without reference pictures."""
    return text("without-references", **answer(decision, card))


def beside_answer(result: Analysed, face_id: int, bare: Decision) -> str:
    """What stands beside the answer about a face or person: whether it is a reference itself, and what would be said
    without references. Empty where they have nothing to do with it. bare: the decision without them."""
    if result.card.evidence is None or bare.verdict == Verdict.NOT_EVALUATED:
        return ""
    others = counted_for(result, face_id)
    said = [own_words(others)] if face_id in result.own_cards else []
    return " ".join([*said, *([without_words(bare, result.card)] if others else [])])


def own_words(others: int) -> str:
    """Of a face or person under question that is a reference. others: how many reference faces there are beside it."""
    return text("own-reference", others=others)


def themselves_words(face_ids: Sequence[int], noun: Noun = "face") -> str:
    """Which faces or persons of a file are references themselves."""
    which = listed([str(face_id) for face_id in face_ids])
    return text("references-themselves", noun=noun, which=which)


def references_entry(result: Analysed) -> dict:
    """What the JSON document says of the reference pictures of a file, as plain values."""
    references = result.references
    return {
        "faces": len(references.faces),
        "enough": references.enough,
        "used": references_count(result),
        "files": _files(references),
        "unusable": [{"name": name, "reason": why.value} for name, why in references.unusable],
        "misfits": [
            {"name": misfit.name, "reason": misfit.misfit.value, "face_ids": list(misfit.faces)}
            for misfit in misfits_of(result)
        ],
    }


def _files(references: References) -> list[dict]:
    """Each once, with its faces."""
    files: dict[str, dict] = {}
    for face in references.faces:
        entry = files.setdefault(face.sha256, {"name": face.name, "sha256": face.sha256, "faces": []})
        entry["faces"].append({"face_id": face.face_id, "fake_score": face.fake_score})
    return list(files.values())


def bare_entry(decision: Decision) -> dict:
    """The answer without the reference pictures, in few fields."""
    return {
        "decision": decision.verdict,
        "likelihood_ratio": decision.likelihood_ratio,
        "known_ratio": decision.known_ratio,
        "leaning": decision.leaning,
        "false_alarms": decision.false_alarms,
    }
