"""A JSON document of schema `telltale.analysis/1` as one of version 2.

Version 1 said every fact as a sentence, and later as a code with its numbers beside it. What the first documents did
not have yet is null or empty here.
"""

from typing import Any

from forensics.facts import ToldCode, code_named

PERTURBATIONS = {
    "JPEG quality 75": "jpeg_75",
    "JPEG quality 50": "jpeg_50",
    "half size": "half_size",
    "slight blur": "slight_blur",
    "shifted crop": "shifted_crop",
}
"""What version 1 called the changes after which a face is scored again."""

STRENGTH = ("known_ratio", "leaning", "false_alarms")


def from_version_1(values: dict[str, Any]) -> dict[str, Any]:
    """Plain JSON values of version 2. Raises LookupError, TypeError, AttributeError or ValueError where the values are
    no document of version 1."""
    settings = {"sample_fps": 5.0} | values["settings"]
    files = [_file(file) for file in values["files"]]
    return values | {"schema": "telltale.analysis/2", "settings": settings, "files": files}


def _file(file: dict[str, Any]) -> dict[str, Any]:
    skipped = [_without_code(one, "reason") for one in file["skipped"]]
    read = file | {"error": _error(file["error"]), "skipped": skipped, "kind": file["kind"] or "failed"}
    if file["kind"] != "video":
        return read | {"faces": [_face(face) for face in file["faces"]]}
    return read | {
        "faces": [_without_code(_face(face), "weight_reason") for face in file["faces"]],
        "video": _video(file["video"]),
        "decision": _strength(file["decision"]),
        "tracks": [_strength(track) for track in file["tracks"]],
    }


def _error(error: dict[str, Any] | None) -> dict[str, Any] | None:
    if error is None:
        return None
    because = error.get("because")
    return {
        "code": error["code"],
        "group": error["code"],
        "parameters": error.get("numbers", {}),
        "because": because and _as_fact("", because),
        "sentence": error["message"],
    }


def _face(face: dict[str, Any]) -> dict[str, Any]:
    rescores = [{**again, "change": PERTURBATIONS.get(again["change"], again["change"])} for again in face["rescores"]]
    read = _strength(face) | {"rescores": rescores, "mask_match": face.get("mask_match")}
    if "explanations" in face:
        read["explanations"] = [_peak(peak) for peak in face["explanations"]]
    return read


def _peak(peak: dict[str, Any]) -> dict[str, Any]:
    reason = peak.get("reason")
    return {"trust": None} | peak | {"reason": reason and _as_fact(reason, None)}


def _strength(answer: dict[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(STRENGTH) | _without_code(answer, "reason")


def _video(video: dict[str, Any]) -> dict[str, Any]:
    codes = video.get("note_codes") or [None] * len(video["notes"])
    notes = [_as_fact(*pair) for pair in zip(video["notes"], codes, strict=True)]
    return _without_code(video, "ended") | {"notes": notes}


def _without_code(values: dict[str, Any], name: str) -> dict[str, Any]:
    """With one fact in place of the sentence of that name and the code beside it; null of an empty sentence."""
    sentence, code = values[name], values.get(f"{name}_code")
    return values | {name: _as_fact(sentence, code) if sentence else None}


def _as_fact(sentence: str, code: dict[str, Any] | None) -> dict[str, Any]:
    if code is None:
        code = {"code": ToldCode.TOLD.value, "numbers": {"sentence": sentence}, "because": None}
    because = code["because"] and _as_fact("", code["because"])
    try:
        group = code_named(code["code"]).group or because["group"]
    except ValueError:  # a code that there is no more
        group = code["code"]
    return {
        "code": code["code"],
        "group": group,
        "parameters": code["numbers"],
        "because": because,
        "sentence": sentence,
    }
