"""The JSON document by its types and its JSON Schema, and documents of version 1."""

import json
from dataclasses import replace

import msgspec
import pytest
from jsonschema import Draft202012Validator
from made_video import made_result
from small_detector import small_card, small_card_with_evidence
from test_references import faces
from test_results import finding, result
from video_values import SHA256, not_evaluated, sighting, small_result, small_video

from forensics.analysis.references import decide_video_with_references, decide_with_references
from forensics.error_codes import DetailCode, MediaCode
from forensics.export.document_schema import SCHEMA_FILE, json_schema, read_document
from forensics.export.document_types import Document
from forensics.export.image_document import analysis_document, file_entry, to_json
from forensics.facts import Fact, told_fact
from forensics.io.serialization import SerializationError, encode_hook
from forensics.types.analysis import AnalysisSettings, Box, FailedFile, Skipped
from forensics.types.model_card import card_to_dict
from forensics.types.references import Unusable
from forensics.types.video import Track

DAMAGED = Fact(MediaCode.DAMAGED, {}, Fact(DetailCode.NO_PIXELS_DECLARED, {"width": 0, "height": 50}))


def _picture():
    skipped = (Skipped(told_fact("Too many faces."), Box(1, 2, 3, 4)), Skipped(told_fact("Seen once.")))
    return result(finding(1, Box(0, 0, 4, 4), 0.5), skipped=skipped)


def _explained():
    entry = file_entry(_picture())
    entry["faces"][0]["explanations"] = [
        {"method": "gradcam", "target": "fake_evidence", "peak": [3, 4], "trust": None, "reason": None}
    ]
    return entry


def _with_references():
    asked = replace(faces(0.8, 20), unusable=(("x.png", Unusable.NOT_READ),))
    return decide_with_references(replace(_picture(), card=small_card_with_evidence()), asked)


def _nobody_evaluated():
    thumbnail = small_result().tracks[0].thumbnail
    tracks = (Track(1, (not_evaluated(0), not_evaluated(1)), thumbnail), Track(2, (sighting(4),), thumbnail))
    return small_result(small_video(seconds=None, frame_rate=None, frame_count=None), tracks=tracks)


ENTRIES = {
    "picture": lambda: file_entry(_picture(), "a/b.png"),
    "explained": _explained,
    "picture with references": lambda: file_entry(_with_references()),
    "video": lambda: file_entry(small_result()),
    "video with references": lambda: file_entry(
        decide_video_with_references(made_result(card=small_card_with_evidence()), faces(0.97, 20))
    ),
    "nobody evaluated": lambda: file_entry(_nobody_evaluated()),
    "nobody seen": lambda: file_entry(small_result(tracks=())),
    "failed": lambda: file_entry(FailedFile("x.png", DAMAGED, SHA256)),
    "unread": lambda: file_entry(FailedFile("x.png", Fact(MediaCode.MISSING_FILE), None)),
}


@pytest.mark.parametrize("name", ENTRIES)
@pytest.mark.parametrize("card", [small_card(), small_card_with_evidence()], ids=["bare card", "card with evidence"])
def test_what_is_written_fits_the_schema_and_is_read_back_without_loss(name, card):
    written = to_json(analysis_document(card, AnalysisSettings(), {"telltale": "0"}, [ENTRIES[name]()]))
    Draft202012Validator(json.loads(SCHEMA_FILE.read_text())).validate(json.loads(written))
    again = msgspec.json.encode(read_document(written.encode()), enc_hook=encode_hook)
    assert json.loads(again) == json.loads(written)


def test_the_schema_in_the_package_is_that_of_the_types():
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(SCHEMA_FILE.read_text()) == json.loads(json.dumps(json_schema()))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("files", 0, "faces", 0, "fake_score"), 1.5),
        (("files", 0, "faces", 0, "decision"), "guilty"),
        (("files", 0, "faces", 0, "reason"), "because"),
        (("files", 0, "kind"), "sound"),
        (("files", 0, "sha256"), "../x"),
        (("detector", "input_size"), "large"),
        (("schema",), "telltale.analysis/3"),
    ],
)
def test_what_does_not_fit_is_refused_by_schema_and_reader_alike(place, value):
    written = json.loads(to_json(analysis_document(small_card(), AnalysisSettings(), {}, [ENTRIES["picture"]()])))
    inner = written
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    assert not Draft202012Validator(json_schema()).is_valid(written)
    with pytest.raises(SerializationError):
        read_document(json.dumps(written).encode())


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'"x"', b"\xff", b'{"schema": "telltale.analysis/1"}', b"[" * 9999]
)
def test_what_is_no_document_is_refused(content):
    with pytest.raises(SerializationError):
        read_document(content)


FACE_1 = {
    "face_id": 1,
    "frame_index": 0,
    "seconds": 0.0,
    "box": [1, 1, 3, 3],
    "detector_confidence": 0.75,
    "fake_score": 0.875,
    "decision": "inconclusive",
    "likelihood_ratio": 4.0,
    "reason": "The score lies between.",
    "mask_fraction": 1.0,
    "reconstruction_error": 0.25,
    "families": [{"family": "splice", "probability": 0.75}],
    "rescores": [{"change": "JPEG quality 75", "fake_score": 0.5}],
}
"""As the first documents of version 1 had it."""

CODE_1 = {"code": "score_between", "numbers": {"score": 0.5, "no_signs": 0.1, "signs": 0.9}, "because": None}

LATER = {
    "known_ratio": 30.0,
    "leaning": "towards manipulation",
    "false_alarms": 0.07,
    "reason_code": CODE_1,
    "mask_match": "marks_without_signs",
}
"""What later ones had besides."""


def _file_1(kind, **fields):
    head = {"path": "a", "name": "a", "sha256": SHA256, "kind": kind, "width": 10, "height": 8}
    return head | {"error": None, "skipped": [], "faces": []} | fields


def _document_1(*files):
    values = {"schema": "telltale.analysis/1", "detector": card_to_dict(small_card()), "versions": {}}
    return json.dumps(
        values | {"settings": {"faces": "detect", "detector": "telltale", "max_faces": 512}, "files": files}
    )


def _read_1(*files) -> Document:
    return read_document(_document_1(*files).encode())


def test_a_picture_of_version_1_is_read():
    skipped = [{"reason": "Too many faces.", "box": [1, 2, 3, 4]}]
    (early,) = _read_1(_file_1("image", faces=[FACE_1], skipped=skipped)).files
    assert early.skipped[0].reason.sentence == "Too many faces."
    (face,) = early.faces
    assert (face.reason.code, face.reason.sentence, face.known_ratio) == ("told", "The score lies between.", None)
    assert face.rescores[0].change == "jpeg_75"
    (late,) = _read_1(_file_1("image", faces=[FACE_1 | LATER])).files
    (face,) = late.faces
    assert (face.reason.code, face.reason.parameters) == ("score_between", CODE_1["numbers"])
    assert (face.reason.sentence, face.leaning) == ("The score lies between.", "towards manipulation")


@pytest.mark.parametrize(
    ("later", "sentence"),
    [({}, None), ({"trust": None, "reason": None}, None), ({"trust": "weak", "reason": "So."}, "So.")],
)
def test_an_explanation_of_version_1_is_read(later, sentence):
    peak = {"method": "gradcam", "target": "fake_evidence", "peak": [3, 4]} | later
    (read,) = _read_1(_file_1("image", faces=[FACE_1 | {"explanations": [peak]}])).files
    (explanation,) = read.faces[0].explanations
    assert (explanation.peak, explanation.trust) == ((3, 4), later.get("trust"))
    assert (explanation.reason and explanation.reason.sentence) == sentence


def test_a_video_of_version_1_is_read():
    strength = {key: FACE_1[key] for key in ("likelihood_ratio", "reason")}
    moment = {"frame_index": 3, "seconds": 0.1}
    track = {
        **{"face_id": 1, "fake_score": 0.9, "low": 0.8, "high": None, "typical": 0.4, "decision": "inconclusive"},
        **strength,
        **{"stretch": {"start": 0.0, "end": 2.0}, "first_seconds": 0.0, "last_seconds": 3.0},
        **{"evaluated": 4, "sightings": 5, "spans": [{"start": 0.0, "end": 3.0, "decision": "inconclusive"}]},
        **{"moments": {"worst": moment, "typical": moment, "best": moment}, "flicker": None},
    }
    video = {
        **{"seconds": 3.0, "frame_rate": "25/1", "frame_count": 75, "codec": "h264", "frames_looked_at": 15},
        **{"cuts": [1.0], "broken_packets": 0, "ended": "The file ends too early.", "notes": ["turned by 90°"]},
    }
    seen = FACE_1 | {"weight": 0.5, "weight_reason": "blurred", "families": [], "rescores": []}
    decision = {"verdict": "inconclusive", "face_id": 1, **strength}
    (read,) = _read_1(_file_1("video", faces=[seen], video=video, decision=decision, tracks=[track])).files
    assert (read.video.ended.sentence, read.video.notes[0].sentence) == ("The file ends too early.", "turned by 90°")
    assert (read.faces[0].weight_reason.sentence, read.tracks[0].spans[0].end) == ("blurred", 3.0)
    whole = seen | {"weight": 1.0, "weight_reason": ""}
    video |= {"ended": "", "notes": []}
    (read,) = _read_1(_file_1("video", faces=[whole], video=video, decision=decision, tracks=[track])).files
    assert (read.video.ended, read.faces[0].weight_reason) == (None, None)


@pytest.mark.parametrize("later", [{}, {"numbers": {"found": "text/plain"}, "because": None}])
def test_a_failed_file_of_version_1_is_read(later):
    error = {"code": "not_a_picture", "message": "This is text."} | later
    (read,) = _read_1(_file_1(None, error=error, width=None, height=None)).files
    assert (read.error.group, read.error.sentence) == ("not_a_picture", "This is text.")
    assert read.error.parameters == later.get("numbers", {})
