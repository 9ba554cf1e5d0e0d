"""The page Inspect: files in, faces and verdicts out."""

import shutil
from dataclasses import replace

import pytest
from driving import (
    BLUE,
    FACES_IN_GROUP,
    GROUP,
    RED,
    click,
    opened_app,
    settled,
    state_of,
    take_whole_pictures,
    upload,
    words,
)

from forensics.detectors.registry import WEIGHTS_FOLDER
from forensics.jobs import photographs
from forensics.types.model_card import read_card, write_card

pytestmark = pytest.mark.slow


@pytest.fixture
def app(monkeypatch):
    yield from opened_app(monkeypatch)


def test_every_face_of_a_photograph_gets_a_card(app):
    upload(app, ("group.jpg", GROUP))
    assert not app.exception and not app.error
    cards = [button.label for button in app.button if button.label.startswith("Explain face")]
    assert sorted(cards) == [f"Explain face {number}" for number in range(1, FACES_IN_GROUP + 1)]
    scores = {f.region.face_id: f.fake_score for f in next(iter(state_of(app).results.values())).findings}
    assert cards == [f"Explain face {number}" for number in sorted(scores, key=scores.get, reverse=True)]
    assert f"**{FACES_IN_GROUP} faces** found and scored" in words(app)


def test_a_decision_is_told_in_words_with_its_reason_and_the_likelihood_ratio(app):
    upload(take_whole_pictures(app), ("red.png", RED))
    text = words(app)
    assert "▲ signs of manipulation" in text
    # logit = 4 · (250 − 10) / 255 + 0.5 = 4.265; score = 0.986; ratio = 10^4.265, held at 100
    assert "reaches 0\\.900, the threshold for signs of manipulation" in text
    assert (
        "Speaks for manipulation: moderately strong support, 100 to 1 or more, for the kinds of forgery that this "
        "detector was trained on; nothing was measured on others."
    ) in text.replace("\\", "")


def test_a_bad_file_gets_one_sentence_and_the_others_are_analyzed(app):
    upload(app, ("notes.jpg", b"just text"), ("group.jpg", GROUP), ("empty.png", b""), ("cut.jpg", GROUP[:2000]))
    assert not app.exception
    assert [error.value.split("  \n")[0] for error in app.error] == ["`notes.jpg`", "`empty.png`", "`cut.jpg`"]
    assert "not a picture" in app.error[0].value
    assert "empty" in app.error[1].value
    assert "damaged" in app.error[2].value
    assert len(state_of(app).results) == 1


def test_messages_stay_until_they_are_cleared(app):
    upload(app, ("notes.jpg", b"just text"))
    app.run()
    assert len(app.error) == 1
    click(app, "Clear 1 message")
    assert not app.error


def test_a_picture_without_a_face_says_so(app):
    upload(app, ("red.png", RED))
    assert "No face was found" in app.info[0].value
    assert not [button for button in app.button if button.label.startswith("Explain face")]


def test_the_same_bytes_are_analyzed_once(app, monkeypatch):
    analyzed = []
    analyze = photographs.analyze_frame
    monkeypatch.setattr(
        photographs, "analyze_frame", lambda media, *rest: analyzed.append(media.name) or analyze(media, *rest)
    )
    upload(app, ("a.png", RED), ("b.png", RED))
    upload(app, ("c.png", RED), ("d.png", BLUE))
    app.run()
    assert analyzed == ["a.png", "d.png"]
    assert "`c.png`" in app.info[0].value


def test_a_name_with_markup_is_shown_as_text(app):
    name = "<img src=x onerror=alert(1)> **b** `c` :smile: $x$ ../../evil.png"
    upload(app, (name, RED), (name + ".txt", b"no picture"))
    assert app.subheader[0].value == f"`` {name} ``"
    assert app.error[0].value.startswith(f"`` {name}.txt ``")


def test_another_choice_of_what_to_score_analyzes_again(app):
    upload(app, ("group.jpg", GROUP))
    take_whole_pictures(app)
    (result,) = state_of(app).results.values()
    assert result.settings.faces == "whole"
    assert [tuple(finding.region.box) for finding in result.findings] == [
        (0, 0, result.media.width, result.media.height)
    ]


def test_a_sample_is_analyzed_at_a_click(app):
    settled(next(button for button in app.button if button.key == "sample_group.jpg").click().run())
    (result,) = state_of(app).results.values()
    assert result.media.name == "group.jpg"
    assert len(result.findings) == FACES_IN_GROUP


def test_a_users_detector_is_offered_and_a_damaged_one_named(monkeypatch, tmp_path):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    folder = tmp_path / "detectors"
    folder.mkdir()
    card = replace(read_card(WEIGHTS_FOLDER / "btas2019.json"), name="mine")
    shutil.copy(WEIGHTS_FOLDER / "btas2019.safetensors", folder / "mine.safetensors")
    write_card(card, folder / "mine.json")
    (folder / "broken.json").write_text("{")
    for app in opened_app(monkeypatch):
        assert app.button_group[1].options == ["telltale", "btas2019", "mine"]
        assert "broken\\.json is missing or damaged" in app.warning[0].value
        assert "mine: made by a user, figures not verified here" in [caption.value for caption in app.caption]
        app.button_group[1].set_value("mine").run()
        assert state_of(app).settings.detector == "mine"
        (folder / "mine.json").unlink()  # while the app is open
        app.run()
        assert state_of(app).settings.detector == "telltale"
        assert not app.exception


def test_a_file_can_be_removed(app):
    upload(take_whole_pictures(app), ("red.png", RED), ("blue.png", BLUE))
    click(app, "Remove this file")
    assert [result.media.name for result in state_of(app).results.values()] == ["blue.png"]


def test_all_files_can_be_removed_at_once(app):
    upload(app, ("red.png", RED), ("blue.png", BLUE), ("notes.jpg", b"just text"))
    click(app, "Remove all files")
    assert not state_of(app).outcomes
    assert not app.error and not app.subheader


def test_two_hundred_faces_come_twelve_to_a_page(app):
    upload(take_whole_pictures(app), ("red.png", RED))
    ((sha256, result),) = state_of(app).results.items()
    (finding,) = result.findings
    many = tuple(replace(finding, region=replace(finding.region, face_id=number)) for number in range(1, 201))
    state_of(app).store_outcome(sha256, replace(result, findings=many))
    app.run()
    assert app.get("pagination")[0].num_pages == 17
    app.get("pagination")[0].set_value(2).run()
    cards = [button.label for button in app.button if button.label.startswith("Explain face")]
    assert cards == [f"Explain face {number}" for number in range(13, 25)]
