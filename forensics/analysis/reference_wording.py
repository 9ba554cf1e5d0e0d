"""Reference pictures in words and in the JSON document: how many there are, which do not fit, what they changed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from forensics.analysis.references import (
    AnyResult,
    MisfittingReference,
    find_misfits,
    n_references_used,
    uses_references,
)
from forensics.decision.strength_wording import Noun, answer_parameters
from forensics.facts import Value
from forensics.messages.catalogue import format_list, text
from forensics.types.analysis import Decision, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.references import MIN_REFERENCES, Misfit, References, Unusable
from forensics.validation import present

MAX_FILES_NAMED = 6
"""Faces, and files, that a misfit is named for one by one."""


def reference_summary(references: References, card: DetectorCard) -> str:
    """How many reference faces there are, and what they are good for. card: the detector's own."""
    faces = len(references.faces)
    return text(
        "references",
        faces=faces,
        files=len({face.sha256 for face in references.faces}),
        repeated=faces - len(references.distinct),
        use="nothing" if card.evidence is None else "enough" if references.enough else "few",
        enough=MIN_REFERENCES,
    )


def unusable_sentence(name: str | None, why: Unusable) -> str:
    """name: None where it stands beside the sentence."""
    if name is None:
        return text("unusable-unnamed", why=why.value)
    return text("unusable", name=name, why=why.value)


def unusable_clause(why: Unusable) -> str:
    """The same as a clause."""
    return text("unusable-because", why=why.value)


def misfit_sentence(misfit: MisfittingReference, noun: Noun = "face") -> str:
    """noun: what is questioned."""
    because = _because(misfit.misfit, _numbered_faces(misfit.faces, noun))
    return text("misfit-counts", name=misfit.name, because=because, references=1)


def misfit_sentences(files: Iterable[tuple[str, Noun, Sequence[MisfittingReference]]]) -> list[str]:
    """One for each reference, over several files, and one that they count. files: name, noun and misfits of each."""
    found: dict[str, dict[Misfit, list[str]]] = {}
    for file, noun, misfits in files:
        for misfit in misfits:
            of = found.setdefault(misfit.name, {}).setdefault(misfit.misfit, [])
            of.append(_numbered_faces(misfit.faces, noun, file))
    lines = [_misfit_sentence(name, kinds) for name, kinds in found.items()]
    return [*lines, text("references-count", references=len(lines))] if lines else []


def _misfit_sentence(name: str, kinds: Mapping[Misfit, Sequence[str]]) -> str:
    """kinds: which questioned faces it does not fit."""
    clauses = [_because(kind, text("enumerated", **_listing_parameters(which))) for kind, which in kinds.items()]
    return text("misfit", name=name, because=format_list(clauses, "list-clause"))


def _because(misfit: Misfit, which: str) -> str:
    return text("misfit-because", misfit=misfit.value, which=which)


def _numbered_faces(faces: Sequence[int], noun: Noun, file: str | None = None) -> str:
    """ "faces 1, 2", of a file "faces 1, 2 of a.png"."""
    given = {"noun": noun, "faces": len(faces), **_listing_parameters([str(face_id) for face_id in faces])}
    if file is None:
        return text("misfit-faces", **given)
    return text("misfit-faces-of-file", **given, file=file)


def _listing_parameters(things: Sequence[str]) -> dict[str, Value]:
    """What messages call the first of them and how many more there are."""
    return {"things": format_list(things[:MAX_FILES_NAMED]), "more": max(0, len(things) - MAX_FILES_NAMED)}


def without_references_sentence(decision: Decision, card: DetectorCard) -> str:
    """decision, card: as they are without reference pictures."""
    return text("without-references", **answer_parameters(decision, card))


def reference_note(result: AnyResult, face_id: int, bare: Decision) -> str:
    """What stands beside the answer about a face or person: whether it is a reference itself, and what would be said
    without references. Empty where they have nothing to do with it. bare: the decision without them."""
    if result.card.evidence is None or bare.verdict == Verdict.NOT_EVALUATED:
        return ""
    others = n_references_used(result, face_id)
    said = [is_reference_sentence(others)] if face_id in result.own_cards else []
    return " ".join([*said, *([without_references_sentence(bare, result.card)] if others else [])])


def is_reference_sentence(others: int) -> str:
    """The sentence about a face or person under question that is itself a reference. others: how many reference faces
    there are beside it."""
    return text("own-reference", others=others)


def are_references_sentence(face_ids: Sequence[int], noun: Noun = "face") -> str:
    """Which faces or persons of a file are references themselves."""
    which = format_list([str(face_id) for face_id in face_ids])
    return text("references-themselves", noun=noun, which=which)


def references_entry(result: AnyResult) -> dict[str, Any]:
    """What the JSON document says of the reference pictures of a file, as plain values."""
    references = present(result.references)
    return {
        "faces": len(references.faces),
        "enough": references.enough,
        "used": uses_references(result),
        "files": _files(references),
        "unusable": [{"name": name, "reason": why.value} for name, why in references.unusable],
        "misfits": [
            {"name": misfit.name, "reason": misfit.misfit.value, "face_ids": list(misfit.faces)}
            for misfit in find_misfits(result)
        ],
    }


def _files(references: References) -> list[dict[str, Any]]:
    """Each once, with its faces."""
    files: dict[str, dict[str, Any]] = {}
    for face in references.faces:
        entry = files.setdefault(face.sha256, {"name": face.name, "sha256": face.sha256, "faces": []})
        entry["faces"].append({"face_id": face.face_id, "fake_score": face.fake_score})
    return list(files.values())


def bare_entry(decision: Decision) -> dict[str, Any]:
    """The answer without the reference pictures, in few fields."""
    return {
        "decision": decision.verdict,
        "likelihood_ratio": decision.likelihood_ratio,
        "known_ratio": decision.known_ratio,
        "leaning": decision.leaning,
        "false_alarms": decision.false_alarms,
    }
