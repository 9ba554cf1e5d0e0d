"""What a report holds, and its JSON."""

import dataclasses
import json
from datetime import UTC, datetime

import msgspec
import numpy as np
import pytest
from jsonschema import Draft202012Validator
from made_video import VIDEO_SHA256, made_result
from small_detector import small_card
from specimens import explanation_of, faithfulness_of, finding_of, region_of, report_of, result_of
from video_stills import case_of

from explain.report import Report, ReportedVideo, report_json
from explain.report_document import SCHEMA_FILE, ReportDocument, json_schema
from forensics.error_codes import MediaCode
from forensics.facts import Fact
from forensics.io.serialization import encode_hook, from_builtins
from forensics.messages.fact_document import fact_document
from forensics.messages.language import use_language
from forensics.types.analysis import AnalysisSettings, Box, FaceFinding, FailedFile

PICTURE = np.full((40, 60, 3), 120, np.uint8)


def finding(face_id: int = 1) -> FaceFinding:
    return finding_of(region_of(PICTURE[5:35, 10:40], face_id, 10, 5))


def values_of(report: Report) -> dict:
    """The report's JSON, after its schema let it pass and nothing got lost by reading it."""
    values = json.loads(report_json(report))
    Draft202012Validator(json.loads(SCHEMA_FILE.read_text())).validate(values)
    read = from_builtins(values, ReportDocument)
    assert json.loads(msgspec.json.encode(read, enc_hook=encode_hook)) == values
    return values


def test_the_schema_in_the_package_is_that_of_the_types() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(SCHEMA_FILE.read_text()) == json.loads(json.dumps(json_schema()))


def test_json_holds_case_analysis_failures_and_explanations() -> None:
    result = result_of([finding()], PICTURE)
    failed = FailedFile("note.jpg", Fact(MediaCode.NOT_A_PICTURE, {"found": "text/plain"}))
    report = report_of([result], [failed], {(result.media.sha256, 1): (explanation_of(result.findings[0]),)})
    values = values_of(report)
    assert values["schema"] == "telltale.report/2"
    assert values["case"] == {"number": "2026-17", "analyst": "A. Example", "notes": "", "created": "22 November 2026"}
    assert values["command"] == "python -m forensics analyze group.png"
    analysis = values["analyses"][0]
    assert analysis["schema"] == "telltale.analysis/2"
    assert analysis["files"][0]["sha256"] == result.media.sha256
    assert analysis["files"][0]["faces"][0]["decision"] == "signs of manipulation"
    assert values["failed"][0]["error"] == fact_document(failed.fact)
    entry = values["explanations"][0]
    assert (entry["sha256"], entry["face_id"], entry["method"]) == (result.media.sha256, 1, "occlusion")
    assert entry["sum_for"] == pytest.approx(30 * 15 * 0.002)
    assert entry["sum_against"] == pytest.approx(-30 * 15 * 0.001)


def test_an_explanation_says_what_was_asked_and_that_it_was_not_measured() -> None:
    result = result_of([finding()], PICTURE)
    asked = {"target": "region", "baseline": "black", "place": Box(1, 2, 9, 8), "seed": 7}
    report = report_of([result], explanations={(result.media.sha256, 1): (explanation_of(finding(), **asked),)})
    (entry,) = values_of(report)["explanations"]
    assert {name: entry[name] for name in asked} == asked | {"place": [1, 2, 9, 8]}
    assert entry["faithfulness"] is None
    assert "seconds" not in entry


def test_faithfulness_stands_beside_random_maps_and_randomised_weights() -> None:
    result = result_of([finding()], PICTURE)
    explanation = explanation_of(finding(), faithfulness=faithfulness_of())
    report = report_of([result], explanations={(result.media.sha256, 1): (explanation,)})
    entry = values_of(report)["explanations"][0]["faithfulness"]
    assert (entry["trust"], entry["reason"]) == ("faithful", fact_document(faithfulness_of().reason))
    assert entry["shares"] == [0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0]
    assert entry["deletion"] == {"curve": [4.0, *[1.0] * 7], "area": 1.075}  # 1 + 3 · 0.05 / 2
    assert entry["insertion"] == {"curve": [0.0, *[3.0] * 7], "area": 2.925}
    assert (entry["road"], entry["infidelity"], entry["sparseness"]) == (0.75, 0.01235, 0.3)
    assert entry["agreement"] == {"energy": 0.75, "mask_share": 0.5, "pointing_hit": True, "iou": 0.375}
    assert (entry["max_sensitivity"], entry["rank_correlation"]) == (0.5, 0.125)
    assert entry["randomised"]["deletion"]["area"] == pytest.approx(3.5125, abs=0.001)  # 4 - 0.975 · 0.5
    random = entry["random"]
    assert random["maps"] == 2
    assert random["mean"]["deletion"]["area"] == pytest.approx(2.5375, abs=0.001)
    assert random["sd"]["deletion"]["area"] == 0.6894  # 0.975 / √2
    assert random["mean"]["insertion"]["curve"] == [0.0, *[1.5] * 7]
    assert random["mean"]["agreement"]["pointing_hit"] == 1.0
    assert "seconds" not in entry


def test_what_could_not_be_measured_is_null() -> None:
    result = result_of([finding()], PICTURE)
    half = dataclasses.replace(faithfulness_of(energy=None), randomised=None, rank_correlation=None)
    explanation = explanation_of(finding(), faithfulness=half)
    report = report_of([result], explanations={(result.media.sha256, 1): (explanation,)})
    entry = values_of(report)["explanations"][0]["faithfulness"]
    assert (entry["randomised"], entry["rank_correlation"], entry["agreement"]) == (None, None, None)
    assert entry["random"]["mean"]["agreement"] is None


def test_one_analysis_for_each_choice_of_settings() -> None:
    detected = result_of([finding()], PICTURE)
    whole = dataclasses.replace(detected, settings=AnalysisSettings(faces="whole"))
    values = values_of(report_of([detected, whole, detected]))
    assert [len(analysis["files"]) for analysis in values["analyses"]] == [2, 1]
    assert [analysis["settings"]["faces"] for analysis in values["analyses"]] == ["detect", "whole"]


def test_the_same_report_gives_the_same_text() -> None:
    assert report_json(report_of([result_of([finding()], PICTURE)])) == report_json(
        report_of([result_of([finding()], PICTURE)])
    )


def test_nothing_found_is_a_report_too() -> None:
    values = values_of(report_of([]))
    assert (values["analyses"], values["failed"], values["explanations"]) == ([], [], [])


def test_text_that_is_no_unicode_can_still_be_written() -> None:
    report = report_of([], case_number="a\ud800b", command="analyze \udcff.jpg")
    assert values_of(report)["case"]["number"] == "a\N{REPLACEMENT CHARACTER}b"


def test_explanations_of_a_face_come_back_and_others_have_none() -> None:
    result = result_of([finding(1), finding(2)], PICTURE)
    explanation = explanation_of(result.findings[0])
    report = report_of([result], explanations={(result.media.sha256, 1): (explanation,)})
    assert report.explanations_of(result.media.sha256, 1) == (explanation,)
    assert report.explanations_of(result.media.sha256, 2) == ()


def test_explanations_of_a_face_that_is_not_there_are_refused() -> None:
    result = result_of([finding()], PICTURE)
    with pytest.raises(ValueError, match=r"explanations of face 7 in .*, which is not in the report"):
        report_of([result], explanations={(result.media.sha256, 7): (explanation_of(result.findings[0]),)})


def test_explanations_of_another_face_are_refused() -> None:
    other = explanation_of(finding_of(region_of(PICTURE[:9, :9], 2)))
    result = result_of([finding()], PICTURE)
    with pytest.raises(ValueError, match=r"must explain face 1 with \(30, 30\) values, got face 2 with \(9, 9\)"):
        report_of([result], explanations={(result.media.sha256, 1): (other,)})


def test_videos_stand_with_the_pictures_and_stills_say_which_frame_they_are() -> None:
    case = case_of(made_result())
    values = values_of(report_of([result_of([finding()], PICTURE)], videos=(case,)))
    files = [file for analysis in values["analyses"] for file in analysis["files"]]
    assert [(file["kind"], file["name"]) for file in files] == [("image", "group.png"), ("video", "made.mp4")]
    assert files[1]["decision"]["verdict"] == "signs of manipulation"
    still = case.stills[0]
    assert values["stills"][0] == {
        "sha256": still.media.sha256,
        "name": still.media.name,
        "video": VIDEO_SHA256,
        "frame_index": still.findings[0].region.frame_index,
        "seconds": still.findings[0].region.seconds,
        "face_ids": [1, 2],
    }
    assert len(values["stills"]) == len(case.stills)


def test_a_report_on_pictures_alone_has_no_stills() -> None:
    assert "stills" not in values_of(report_of([result_of([finding()], PICTURE)]))


def test_a_still_is_explained_as_a_picture_is() -> None:
    case = case_of(made_result())
    key = (case.stills[0].media.sha256, 2)
    explanation = explanation_of(case.stills[0].findings[1])
    report = report_of([], explanations={key: (explanation,)}, videos=(case,))
    assert report.explanations_of(*key) == (explanation,)
    assert values_of(report)["explanations"][0]["sha256"] == key[0]
    with pytest.raises(ValueError, match="which is not in the report"):
        report_of([], explanations={(VIDEO_SHA256, 2): (explanation,)}, videos=(case,))


def test_a_moment_is_found_by_person_and_frame() -> None:
    case = case_of(made_result())
    region = case.stills[0].findings[1].region
    assert case.moment(2, region.frame_index) is case.stills[0].findings[1]
    assert case.moment(3, region.frame_index) is None
    assert case.moment(2, region.frame_index + 1) is None


def test_a_still_without_a_person_is_refused() -> None:
    with pytest.raises(ValueError, match="a still shows at least one person"):
        ReportedVideo(made_result(), (result_of([], PICTURE),))


def test_each_detector_has_one_card_in_the_report() -> None:
    other = made_result(card=small_card(weights_sha256="1" * 64))
    report = report_of([result_of([], PICTURE)], videos=(ReportedVideo(made_result()), ReportedVideo(other)))
    assert [card.weights_sha256[0] for card in report.cards] == ["0", "1"]


def test_a_moment_is_written_as_the_language_writes_it_and_in_the_data_in_english() -> None:
    made = report_of([], created=datetime(2026, 11, 28, 10, 33, tzinfo=UTC))
    assert made.created_text() == "2026-11-28 10:33 UTC"
    with use_language("de"):
        assert made.created_text() == "28. November 2026, 10:33 UTC"
        assert json.loads(report_json(made))["case"]["created"] == "2026-11-28 10:33 UTC"
