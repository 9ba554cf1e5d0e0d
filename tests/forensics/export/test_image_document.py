"""The JSON contract, and the picture of probabilities."""

import json
import math

import numpy as np
import pytest
from made_results import SHA256, finding, result
from reasons import BETWEEN
from small_detector import small_card

from forensics.error_codes import DetailCode, MediaCode
from forensics.export.image_document import analysis_document, file_entry, probability_map, to_json
from forensics.facts import Fact, told_fact
from forensics.messages.catalogue import sentence
from forensics.messages.fact_document import fact_document
from forensics.messages.language import use_language
from forensics.types.analysis import (
    AnalysisSettings,
    Box,
    FailedFile,
    Skipped,
)
from forensics.types.model_card import Measurement, card_to_dict


def test_the_document_has_the_fields_of_the_contract_in_their_order():
    analyzed = result(
        finding(1, Box(0, 0, 4, 4), 0.5),
        skipped=(Skipped(told_fact("Too many faces."), Box(1, 2, 3, 4)), Skipped(told_fact("Seen once."))),
    )
    entries = [file_entry(analyzed, "photos/a.png")]
    got = json.loads(to_json(analysis_document(small_card(), AnalysisSettings(), {"telltale": "0.1.0"}, entries)))
    assert got == {
        "schema": "telltale.analysis/2",
        "detector": json.loads(json.dumps(card_to_dict(small_card()))),
        "detector_provenance": "shipped",
        "settings": {"faces": "detect", "detector": "telltale", "max_faces": 512, "sample_fps": 5.0},
        "versions": {"telltale": "0.1.0"},
        "files": [
            {
                "path": "photos/a.png",
                "name": "<b>.png",
                "sha256": SHA256,
                "kind": "image",
                "width": 10,
                "height": 8,
                "error": None,
                "skipped": [
                    {"reason": fact_document(told_fact("Too many faces.")), "box": [1, 2, 3, 4]},
                    {"reason": fact_document(told_fact("Seen once.")), "box": None},
                ],
                "notes": [],
                "faces": [
                    {
                        "face_id": 1,
                        "frame_index": 0,
                        "seconds": 0.0,
                        "box": [1, 1, 3, 3],
                        "detector_confidence": 0.75,
                        "fake_score": 0.875,
                        "decision": "inconclusive",
                        "likelihood_ratio": 4.0,
                        "known_ratio": 30.0,
                        "leaning": "towards manipulation",
                        "false_alarms": 0.07,
                        "reason": {
                            "code": "score_between",
                            "group": "score_between",
                            "parameters": {"score": 0.5, "no_signs": 0.1, "signs": 0.9},
                            "because": None,
                            "sentence": sentence(BETWEEN),
                        },
                        "mask_fraction": 1.0,
                        "mask_match": "marks_without_signs",
                        "reconstruction_error": 0.25,
                        "families": [{"family": "splice", "probability": 0.75}],
                        "rescores": [{"change": "half_size", "fake_score": 0.5}],
                    }
                ],
            }
        ],
    }
    assert list(got) == ["schema", "detector", "detector_provenance", "settings", "versions", "files"]
    assert list(got["files"][0])[:7] == ["path", "name", "sha256", "kind", "width", "height", "error"]


def test_a_failed_file_has_an_error_and_no_faces():
    damaged = Fact(MediaCode.DAMAGED, {}, Fact(DetailCode.NO_PIXELS_DECLARED, {"width": 0, "height": 50}))
    entry = file_entry(FailedFile("../../x\n.png", damaged, SHA256))
    assert entry == {
        "path": "../../x.png",
        "name": "../../x.png",
        "sha256": SHA256,
        "kind": "failed",
        "width": None,
        "height": None,
        "error": {
            "code": "damaged",
            "group": "damaged",
            "parameters": {},
            "because": {
                "code": "no_pixels_declared",
                "group": "no_pixels_declared",
                "parameters": {"width": 0, "height": 50},
                "because": None,
                "sentence": "its header declares 0×50 pixels",
            },
            "sentence": "The picture is damaged or cut off: its data cannot be decoded (its header declares 0×50 "
            "pixels); get a complete copy of the file.",
        },
        "skipped": [],
        "faces": [],
    }


def test_what_an_error_is_called_is_its_published_code_and_its_numbers_are_those_of_its_sentence():
    large = Fact(MediaCode.VIDEO_TOO_LARGE, {"size": 3_000_000_000, "limit": 2_000_000_000})
    error = file_entry(FailedFile("a.mp4", large, SHA256))["error"]
    assert (error["code"], error["group"]) == ("video_too_large", "file_too_large")
    assert error["parameters"] == {"size": 3_000_000_000, "limit": 2_000_000_000}
    assert "at most 2000 MB can be analyzed, 3000.0 MB or more came" in error["sentence"]


def test_a_path_that_is_no_unicode_can_still_be_written():
    entry = file_entry(FailedFile("bad\udcff.png", Fact(MediaCode.RAW_PICTURE)), "folder\n/bad\udcff.png")
    assert (entry["path"], entry["name"]) == ("folder\n/bad?.png", "bad\ufffd.png")
    to_json(entry).encode("utf-8")


def test_nan_and_infinity_become_null():
    card = small_card(figures=(Measurement("AUC", math.nan, -math.inf, None, 0, "none", "none"),))
    got = analysis_document(card, AnalysisSettings(), {}, [])
    assert (got["detector"]["figures"][0]["value"], got["detector"]["figures"][0]["low"]) == (None, None)
    assert "NaN" not in to_json(got)


def test_nan_cannot_slip_into_the_text():
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json({"value": math.nan})


def test_letters_stay_readable_and_the_text_ends_with_a_line_break():
    assert to_json({"name": "größe"}) == '{\n  "name": "größe"\n}\n'


def test_the_probability_map_is_the_maximum_of_the_masks_and_zero_outside():
    analyzed = result(finding(1, Box(1, 1, 6, 6), 0.2), finding(2, Box(4, 4, 10, 8), 0.6))
    picture = probability_map(analyzed)
    assert (picture.shape, picture.dtype) == ((8, 10), np.uint8)
    assert (picture[0, 0], picture[2, 2], picture[5, 5], picture[7, 9], picture[7, 1]) == (0, 51, 153, 153, 0)
    assert probability_map(result()).max() == 0


def test_the_document_is_english_whatever_is_spoken():
    entries = [
        lambda: file_entry(result(finding(1, Box(0, 0, 40, 40), 0.9))),
        lambda: file_entry(FailedFile("a.png", Fact(MediaCode.RAW_PICTURE))),
    ]
    english = [entry() for entry in entries]
    with use_language("de"):
        assert [entry() for entry in entries] == english
    assert "The file is a camera's raw picture" in english[1]["error"]["sentence"]
