"""Reference pictures on the page Inspect. The network says 4 · (red − blue) + 0.5 of a picture's mean colors."""

import io
import threading

import numpy as np
import pytest
from driving import RED, click, png, state_of, take_whole_pictures, upload
from PIL import Image
from reference_pages import opened, text_of
from small_detector import small_card, small_card_with_evidence
from specimens import TinyNetwork
from streamlit.testing.v1 import AppTest

from forensics.detectors.crop_detector import CropDetector
from forensics.jobs import photographs
from forensics.types.analysis import Decision
from forensics.types.references import Unusable
from pages.parts.tasks import explanation_runner

pytestmark = pytest.mark.slow


@pytest.fixture
def app(monkeypatch):
    yield from opened(monkeypatch, small_card_with_evidence())


QUESTIONED = png((235, 100, 75))  # logit 3.01, score 0.953: signs of manipulation in a small picture too


def noisy(seed: int) -> bytes:
    """Another picture of the same source: scores between 0.75 and 0.85."""
    pixels = np.full((24, 24, 3), (160 + seed, 100, 110 - seed), np.uint8)
    checks = np.random.default_rng(seed).integers(0, 2, (4, 4), np.uint8)
    pixels[..., 1] += 30 * np.kron(checks, np.ones((6, 6), np.uint8))
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def add(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drop reference pictures."""
    return app.file_uploader[1].set_value([(name, content, "image/png") for name, content in files]).run()


def with_twelve(app: AppTest) -> AppTest:
    upload(take_whole_pictures(app), ("q.png", QUESTIONED))
    return add(app, *((f"r{seed}.png", noisy(seed)) for seed in range(12)))


def verdict(app: AppTest) -> str:
    (result,) = state_of(app).results.values()
    return result.findings[0].decision.verdict


def decisions(app: AppTest) -> dict[str, Decision]:
    return {result.media.name: result.findings[0].decision for result in state_of(app).results.values()}


def test_reference_pictures_decide_the_finding_anew_and_both_answers_are_shown(app, monkeypatch):
    analyzed = []
    analyze = photographs.analyze_frame
    monkeypatch.setattr(
        photographs, "analyze_frame", lambda media, *rest: analyzed.append(media.name) or analyze(media, *rest)
    )
    upload(take_whole_pictures(app), ("q.png", QUESTIONED))
    assert verdict(app) == "signs of manipulation"
    add(app, *((f"r{seed}.png", noisy(seed)) for seed in range(12)))
    assert not app.exception
    assert verdict(app) == "inconclusive"
    text = text_of(app)
    assert "12 reference faces from 12 files: enough to tell what is usual in this source." in text
    assert "Without the reference pictures: signs of manipulation (likelihood ratio " in text
    assert analyzed == ["q.png"]


def test_taking_them_out_gives_the_first_answer_back(app):
    with_twelve(app)
    for button in [button.key for button in app.button if button.label == "Take out"]:
        next(one for one in app.button if one.key == button).click().run()
    assert verdict(app) == "signs of manipulation"
    assert state_of(app).references is None
    assert "Without the reference pictures" not in text_of(app)


def test_those_that_may_not_fit_are_named_until_they_are_taken_out(app):
    upload(take_whole_pictures(app), ("q.png", QUESTIONED))
    add(app, ("fits.png", png((90, 100, 110))), ("large.png", png((91, 100, 110), side=72)), ("red.png", RED))
    assert not app.exception
    (shown,) = (box for box in app.expander if box.label.startswith("Reference pictures"))
    assert shown.label == "Reference pictures: 3 faces, 2 may not fit"
    (said,) = (box.value.replace("\\", "") for box in shown.warning)
    assert "large.png may not fit as a reference: its face is more than twice as large or as small as face 1" in said
    assert said.splitlines()[-1] == "They count until they are taken out."
    assert "red.png may not fit as a reference: its own face leans towards manipulation, or shows signs of it." in said
    assert "fits.png" not in said
    for button in [button.key for button in shown.button]:
        next(one for one in app.button if one.key == button).click().run()
    assert "may not fit" not in text_of(app)


def test_a_useless_picture_and_a_questioned_one_stay_in_the_list_with_why(app):
    upload(take_whole_pictures(app), ("q.png", QUESTIONED))
    add(app, ("q.png", QUESTIONED), ("notes.txt", b"text"), ("r.png", noisy(1)))
    text = text_of(app)
    assert "`q.png`: It gives no reference face: it is itself under question." in text
    assert "`notes.txt`: It gives no reference face: it could not be read as a picture." in text
    assert "`r.png`: 1 face" in text
    assert state_of(app).references.unusable == (("q.png", Unusable.QUESTIONED), ("notes.txt", Unusable.NOT_READ))


def test_another_network_scores_them_again(app, monkeypatch):
    with_twelve(app)
    before = state_of(app).references
    half = TinyNetwork()
    half.encoder[0].weight.mul_(0.5)
    other = CropDetector(small_card_with_evidence(name="btas2019"), half, threading.Lock())
    monkeypatch.setattr(explanation_runner, "load_detector", lambda name: other)
    app.button_group[1].set_value("btas2019").run()
    assert not app.exception
    after = state_of(app).references
    assert len(after.faces) == 12
    assert after.faces[0].fake_score < before.faces[0].fake_score


def test_a_marked_face_is_a_reference_until_the_mark_is_taken_away(app):
    upload(take_whole_pictures(app), ("q.png", QUESTIONED), ("red.png", RED))
    mark = next(box for box in app.checkbox if box.label == "Known to be untouched")
    mark.check().run()
    (face,) = state_of(app).references.faces
    assert face.name in ("q.png", "red.png")
    assert "marked" in text_of(app)
    next(box for box in app.checkbox if box.label == "Known to be untouched").uncheck().run()
    assert state_of(app).references is None


def test_a_marked_face_counts_for_the_others_and_not_for_itself(app):
    upload(take_whole_pictures(app), ("q.png", QUESTIONED), ("p.png", png((225, 100, 75))))
    before = decisions(app)
    next(box for box in app.checkbox if box.label == "Known to be untouched").check().run()  # of the file that is shown
    after = decisions(app)
    (marked,) = (state_of(app).results[sha256].media.name for sha256, _ in state_of(app).known.faces)
    (other,) = after.keys() - {marked}
    assert after[marked] == before[marked]
    assert after[other].likelihood_ratio < before[other].likelihood_ratio
    assert "It is itself the only reference, so none counts for it." in text_of(app)
    assert "Without the reference pictures" not in text_of(app)


def test_a_file_that_is_removed_takes_its_marks_along(app):
    upload(take_whole_pictures(app), ("q.png", QUESTIONED))
    next(box for box in app.checkbox if box.label == "Known to be untouched").check().run()
    click(app, "Remove this file")
    assert not state_of(app).known.faces
    assert state_of(app).references is None


def test_where_the_card_knows_no_sources_it_is_said_and_nothing_moves(monkeypatch):
    for app in opened(monkeypatch, small_card()):
        with_twelve(app)
        assert verdict(app) == "signs of manipulation"
        assert "They change nothing: the detector's card does not say how its scores differ" in text_of(app)
        assert "may not fit" not in text_of(app)
        assert "Without the reference pictures" not in text_of(app)
