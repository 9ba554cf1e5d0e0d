"""The app and the pages Explain, Report and Method, driven without a browser."""

import shutil
from dataclasses import replace

import pytest
from driving import BLUE, GROUP, RED, click, opened_app, state_of, take_whole_pictures, upload, words

from explain.methods import DEFAULTS
from forensics.detectors.registry import WEIGHTS_FOLDER
from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.jobs import photographs
from forensics.types.analysis import AnalysisSettings
from forensics.types.model_card import read_card, write_card
from pages.parts.tasks import explanation_runner

pytestmark = pytest.mark.slow


@pytest.fixture
def app(monkeypatch):
    yield from opened_app(monkeypatch)


def test_every_page_opens_before_there_is_a_file(app):
    assert app.title[0].value == "Inspect"
    for name in ("explain", "report"):
        app.switch_page(f"pages/{name}.py").run()
        assert app.title[0].value == name.capitalize()
        assert "Analyze a photograph first" in app.info[0].value
        assert not app.exception and not app.error
    app.switch_page("pages/method.py").run()
    assert app.title[0].value == "Method"
    assert not app.exception and not app.error


def test_nothing_is_lost_on_a_change_of_page(app):
    upload(take_whole_pictures(app), ("red.png", RED), ("notes.jpg", b"just text"))
    before = dict(state_of(app).outcomes)
    app.switch_page("pages/method.py").run()
    app.switch_page("pages/inspect.py").run()
    assert state_of(app).outcomes == before
    assert state_of(app).settings == AnalysisSettings(faces="whole")
    assert app.button_group[0].value == "whole"
    assert len(app.error) == 1 and "▲ signs of manipulation" in words(app)


def test_a_card_leads_to_the_explanation_of_its_face(app):
    upload(app, ("group.jpg", GROUP))
    click(app, "Explain face 3")
    assert app.title[0].value == "Explain"
    assert app.selectbox[1].value == 3
    assert [face_id for _, face_id in state_of(app).explanations] == [3]


def test_the_report_is_made_on_request_and_forgotten_when_a_field_changes(app):
    upload(take_whole_pictures(app), ("red.png", RED), ("notes.jpg", b"just text"))
    app.switch_page("pages/report.py").run()
    assert not app.get("download_button")
    app.text_input[0].set_value("K-7/2026").run()
    app.text_input[1].set_value("A. Example").run()
    click(app, "Prepare the report")
    assert not app.exception and not app.error
    assert state_of(app).report.pdf.startswith(b"%PDF-")
    assert '"number": "K-7/2026"' in state_of(app).report.json.decode("utf-8")
    assert [button.label for button in app.get("download_button")] == ["Download PDF", "Download JSON"]
    app.text_area[0].set_value("One more note.").run()
    assert state_of(app).report is None
    assert not app.get("download_button")


def test_what_was_typed_into_the_report_stays(app):
    upload(app, ("red.png", RED))
    app.switch_page("pages/report.py").run()
    app.text_input[0].set_value("K-7/2026").run()
    app.switch_page("pages/inspect.py").run()
    app.switch_page("pages/report.py").run()
    assert app.text_input[0].value == "K-7/2026"


def test_every_face_can_be_explained_for_the_report(app):
    upload(app, ("group.jpg", GROUP))
    app.switch_page("pages/report.py").run()
    app.checkbox[0].check().run()
    click(app, "Prepare the report")
    assert [face_id for _, face_id in state_of(app).explanations] == [1, 2, 3, 4]
    for known in state_of(app).explanations.values():
        assert [one.method for one in known.reported_maps()] == list(DEFAULTS)
        assert all(one.faithfulness is not None for one in known.reported_maps())


def test_the_method_page_shows_the_card(app):
    app.switch_page("pages/method.py").run()
    text = words(app) + "\n".join(header.value for header in app.header)
    assert "Red against blue" in text
    assert "knows colors only" in text
    assert "Score of 0.900 or more" in text
    assert app.table[0].value["Figure"].tolist() == ["AUC"]
    assert app.table[0].value["95 % interval"].tolist() == ["0.900 to 1.000"]


def test_the_method_page_shows_the_card_of_a_users_detector(app, monkeypatch, tmp_path):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    folder = tmp_path / "detectors"
    folder.mkdir()
    write_card(replace(read_card(WEIGHTS_FOLDER / "btas2019.json"), name="mine"), folder / "mine.json")
    shutil.copy(WEIGHTS_FOLDER / "btas2019.safetensors", folder / "mine.safetensors")
    app.switch_page("pages/method.py").run()
    assert app.button_group[0].options == ["telltale", "btas2019", "mine"]
    app.button_group[0].set_value("mine").run()
    assert app.button_group[0].value == "mine"
    (folder / "mine.json").unlink()
    app.run()
    assert app.button_group[0].value == "telltale"
    assert not app.exception and not app.error


def test_damaged_weights_are_one_sentence_and_the_file_waits(app, monkeypatch):
    def damaged(name):
        raise DetectorError(DetectorCode.WRONG_RELEASE_FILE, file="mine")

    monkeypatch.setattr(explanation_runner, "load_detector", damaged)
    explanation_runner.cached_detector.clear()
    upload(app, ("red.png", RED))
    assert [error.value for error in app.error] == ["The weights mine are not those of this release; restore them\\."]
    assert not app.exception
    assert [upload.name for upload in state_of(app).waiting.values()] == ["red.png"]


def test_a_fault_in_the_program_is_one_sentence_and_the_others_get_their_turn(app, monkeypatch, caplog):
    analyze = photographs.analyze_frame

    def faulty(media, *rest):
        return 1 / 0 if media.name == "red.png" else analyze(media, *rest)

    monkeypatch.setattr(photographs, "analyze_frame", faulty)
    upload(app, ("red.png", RED), ("blue.png", BLUE))
    assert not app.exception
    assert [error.value.split("  \n")[0] for error in app.error] == ["`red.png`"]
    assert "division" not in words(app)
    assert "ZeroDivisionError" in caplog.text
    assert [result.media.name for result in state_of(app).results.values()] == ["blue.png"]
