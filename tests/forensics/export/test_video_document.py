"""What the JSON document says of a video."""

import json

from reasons import BETWEEN, TOO_SMALL
from small_detector import small_card
from video_values import SHA256, not_evaluated, sighting, small_result, small_video

from forensics.analysis.video_assessment import assess_video
from forensics.decision.strength import strength_entry
from forensics.decision.video_verdict import decide_video
from forensics.export.csv_table import csv_text
from forensics.export.image_document import analysis_document, file_entry, to_json
from forensics.facts import told_fact
from forensics.messages.catalogue import sentence
from forensics.messages.fact_document import fact_document
from forensics.messages.language import use_language
from forensics.types.analysis import AnalysisSettings
from forensics.types.video import Track

FACE = {
    "face_id": 1,
    "frame_index": 6,
    "seconds": 0.2,
    "box": [10, 8, 42, 40],
    "detector_confidence": 0.75,
    "fake_score": 0.96,
    "decision": "signs of manipulation",
    "likelihood_ratio": 2.0,
    "known_ratio": None,
    "leaning": None,
    "false_alarms": None,
    "reason": fact_document(BETWEEN),
    "mask_fraction": 0.25,
    "mask_match": "fits",
    "reconstruction_error": 0.125,
    "families": [],
    "rescores": [],
    "weight": 1.0,
    "weight_reason": None,
}


def test_a_video_has_the_fields_of_the_contract_in_their_order():
    entry = file_entry(small_result(), "films/a.mp4")
    assert list(entry) == [
        *("path", "name", "sha256", "kind", "width", "height", "error", "skipped", "faces"),
        *("video", "decision", "tracks"),
    ]
    assert {key: entry[key] for key in ("path", "name", "sha256", "kind", "width", "height", "error")} == {
        "path": "films/a.mp4",
        "name": "clip.mp4",
        "sha256": SHA256,
        "kind": "video",
        "width": 64,
        "height": 48,
        "error": None,
    }
    assert entry["skipped"] == [
        {"reason": fact_document(told_fact("Too many.")), "box": [1, 2, 3, 4]},
        {"reason": fact_document(told_fact("Too brief.")), "box": None},
    ]
    assert entry["video"] == {
        "seconds": 1001 / 300,
        "frame_rate": "30000/1001",
        "frame_count": 100,
        "codec": "h264",
        "frames_looked_at": 5,
        "cuts": [0.6],
        "broken_packets": 3,
        "ended": fact_document(told_fact("The file ends too early.")),
        "notes": [fact_document(told_fact("turned by 90°"))],
        "start": 0.0,
    }


def test_every_sighting_is_a_face_of_its_person():
    faces = file_entry(small_result())["faces"]
    assert [(face["face_id"], face["frame_index"]) for face in faces] == [
        *((1, 0), (1, 6), (1, 12), (1, 18), (1, 24)),
        *((2, 6), (2, 12)),
    ]
    assert faces[1] == FACE
    assert faces[6] == FACE | {
        "face_id": 2,
        "frame_index": 12,
        "seconds": 0.4,
        "fake_score": 0.5,
        "decision": "not evaluated",
        "mask_match": None,
        "likelihood_ratio": None,
        "reason": {
            "code": "face_too_small",
            "group": "face_too_small",
            "parameters": {"pixels": 5, "least": 8},
            "because": None,
            "sentence": sentence(TOO_SMALL),
        },
        "weight": 0.0,
        "weight_reason": fact_document(told_fact("too small")),
    }


def test_persons_and_file_are_judged_as_everywhere_else():
    result = small_result()
    entry, judged = file_entry(result), decide_video(result)
    assert entry["decision"] == {
        "verdict": judged.decision.verdict,
        "face_id": 1,
        **strength_entry(judged.decision),
    }
    first, one = entry["tracks"][0], judged.tracks[0]
    assert (first["fake_score"], first["low"], first["high"]) == (one.score, one.low, one.high)
    assert (first["first_seconds"], first["last_seconds"], first["evaluated"], first["sightings"]) == (0, 0.8, 5, 5)
    assert first["spans"] == [{"start": s.start, "end": s.end, "decision": s.verdict} for s in one.spans]
    shown = assess_video(result).moments[1]
    assert first["moments"]["worst"] == {"frame_index": shown.worst.frame.index, "seconds": shown.worst.seconds}
    assert list(first["moments"]) == ["worst", "typical", "best"]
    assert first["flicker"] == {"mask": 0.0, "error": 0.0}


def test_who_was_not_evaluated_has_no_numbers_and_the_document_is_json():
    thumbnail = small_result().tracks[0].thumbnail
    tracks = (Track(1, (not_evaluated(0), not_evaluated(1)), thumbnail), Track(2, (sighting(4),), thumbnail))
    video = small_video(seconds=None, frame_rate=None, frame_count=None)
    entry = file_entry(small_result(video, tracks=tracks))
    unseen, single = entry["tracks"]
    assert unseen["decision"] == "not evaluated"
    absent = ("fake_score", "low", "high", "typical", "likelihood_ratio", "stretch", "flicker")
    assert {key: unseen[key] for key in absent} == dict.fromkeys(absent)
    assert (single["low"], single["high"]) == (None, None)  # one sighting has no interval
    assert [entry["video"][key] for key in ("seconds", "frame_rate", "frame_count")] == [None, None, None]
    assert json.loads(to_json(analysis_document(small_card(), AnalysisSettings(), {}, [entry])))["files"][0] == entry


def test_a_video_without_a_face_says_so():
    entry = file_entry(small_result(tracks=()))
    assert (entry["faces"], entry["tracks"]) == ([], [])
    assert (entry["decision"]["verdict"], entry["decision"]["face_id"]) == ("not evaluated", None)


def test_a_video_is_written_down_in_english_whatever_is_spoken():
    english = file_entry(small_result()), csv_text(small_result())
    with use_language("de"):
        assert (file_entry(small_result()), csv_text(small_result())) == english
