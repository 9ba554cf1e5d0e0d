"""Reference pictures in words and in the JSON document: how many there are, which do not fit, what they changed."""

from collections.abc import Iterable, Mapping, Sequence

from forensics.card import DetectorCard
from forensics.reference_faces import Analysed, Misfitting, counted_for, misfits_of, references_count
from forensics.references import ENOUGH, Misfit, References, Unusable
from forensics.strength_words import brief
from forensics.types import Decision

UNUSABLE: Mapping[Unusable, str] = {
    Unusable.NO_FACE: "no face was found in it",
    Unusable.NOT_EVALUATED: "no face in it could be evaluated",
    Unusable.NOT_READ: "it could not be read as a picture",
    Unusable.QUESTIONED: "it is itself under question",
    Unusable.REPEATED: "it is the same file as a reference before it",
}

MISFITS: Mapping[Misfit, str] = {
    Misfit.OTHER_SIZE: "its face is more than twice as large or as small as {which}",
    Misfit.OTHER_SHARPNESS: "its face is much sharper or more blurred than {which}",
    Misfit.OTHER_COMPRESSION: "blocks of compression show much more or much less in it than in {which}",
    Misfit.SUSPICIOUS: "its own face leans towards manipulation, or shows signs of it",
    Misfit.SAME_PICTURE: "its face shows the same picture as {which}",
    Misfit.REPEATED: "its face shows the same picture as a reference before it, and both count as one",
}

MOST_NAMED = 6
"""Faces, and files, that a misfit is named for one by one."""


def summary(references: References, card: DetectorCard) -> str:
    """How many reference faces there are, and what they are good for. card: the detector's own."""
    faces = len(references.faces)
    if not faces:
        return "There is no reference face: none of the pictures gave one."
    files = len({face.sha256 for face in references.faces})
    repeated = faces - len(references.distinct)
    counted = f"{_count(faces, 'reference face')} from {_count(files, 'file')}"
    counted += f", {repeated:,} of them the same picture as another" if repeated else ""
    if card.evidence is None:
        return (
            f"{counted}. They change nothing: the detector's card does not say how its scores differ between sources."
        )
    if references.enough:
        return f"{counted}: enough to tell what is usual in this source."
    return f"{counted}: fewer than {ENOUGH}; the fewer, the less they may move the answer."


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def unusable_words(name: str, why: Unusable) -> str:
    return f"{name} gives no reference face: {UNUSABLE[why]}."


def misfit_words(misfit: Misfitting, noun: str = "face") -> str:
    """noun: what is questioned, "face" or "person"."""
    said = _misfit_sentence(misfit.name, {misfit.misfit: _which(misfit.faces, noun)})
    return f"{said} {_until(1)}"


def misfit_sentences(files: Iterable[tuple[str, str, Sequence[Misfitting]]]) -> list[str]:
    """One for each reference, over several files, and one that they count. files: name, noun and misfits of each."""
    found: dict[str, dict[Misfit, list[str]]] = {}
    for name, noun, misfits in files:
        for misfit in misfits:
            of = found.setdefault(misfit.name, {}).setdefault(misfit.misfit, [])
            of.append(f"{_which(misfit.faces, noun)} of {name}")
    lines = [
        _misfit_sentence(name, {kind: _enumerated(of) for kind, of in kinds.items()}) for name, kinds in found.items()
    ]
    return [*lines, _until(len(lines))] if lines else []


def _until(references: int) -> str:
    return "It counts until it is taken out." if references == 1 else "They count until they are taken out."


def _misfit_sentence(name: str, kinds: Mapping[Misfit, str]) -> str:
    """kinds: which questioned faces it does not fit."""
    whys = [MISFITS[kind].format(which=which) for kind, which in kinds.items()]
    return f"{name} may not fit as a reference: {'; '.join(whys)}."


def _which(faces: Sequence[int], noun: str) -> str:
    return f"{noun}{'s' * (len(faces) > 1)} {_enumerated([str(face_id) for face_id in faces])}"


def _enumerated(things: Sequence[str]) -> str:
    more = len(things) - MOST_NAMED
    return f"{', '.join(things[:MOST_NAMED])}{f' and {more} more' if more > 0 else ''}"


def without_words(decision: Decision, card: DetectorCard) -> str:
    """decision, card: as they are without reference pictures."""
    return f"Without the reference pictures: {brief(decision, card)}."


def beside_answer(result: Analysed, face_id: int, bare: Decision) -> str:
    """What stands beside the answer about a face or person: whether it is a reference itself, and what would be said
    without references. Empty where they have nothing to do with it. bare: the decision without them."""
    if result.card.evidence is None or bare.verdict == "not evaluated":
        return ""
    others = counted_for(result, face_id)
    said = [own_words(others)] if face_id in result.own_cards else []
    return " ".join([*said, *([without_words(bare, result.card)] if others else [])])


def own_words(others: int) -> str:
    """Of a face or person under question that is a reference. others: how many reference faces there are beside it."""
    if not others:
        return "It is itself the only reference, so none counts for it."
    return f"It is itself a reference; {_count(others, 'other')} {'counts' if others == 1 else 'count'} for it."


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
