"""The Explain page, driven without a browser: panels, work that is done once, what goes into the report."""

import json

import pytest
from driving import BLUE, RED, click, opened_app, state_of, take_whole_pictures, upload, words
from streamlit.testing.v1 import AppTest

from explain.methods import DEFAULTS, METHODS
from explain.types import ExplanationRequest
from explain.wording import method_does_not_show, method_look_for, method_shows
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.messages.catalogue import sentence
from forensics.types.analysis import Box
from pages.parts.tasks import explanation_runner

pytestmark = pytest.mark.slow

CHEAP = ("hirescam", "gradcam")


@pytest.fixture
def app(monkeypatch):
    for app in opened_app(monkeypatch):
        yield upload(take_whole_pictures(app), ("red.png", RED), ("blue.png", BLUE))


@pytest.fixture
def asked(monkeypatch):
    """The questions for which a map was computed, in their order."""
    found, explain = [], explanation_runner.explain
    monkeypatch.setattr(explanation_runner, "explain", lambda *args: found.append(args[2]) or explain(*args))
    return found


def opened(app: AppTest, *methods: str) -> AppTest:
    """The Explain page with these methods in as many panels."""
    app.switch_page("pages/report.py").run()
    for panel, method in enumerate(methods, start=1):
        app.session_state[f"panel_{panel}"] = method
    app.session_state["panel_count"] = len(methods)
    app.switch_page("pages/explain.py").run()
    assert not app.exception and not app.error
    return app


def labeled(app: AppTest, kind: str, label: str):
    return next(widget for widget in app.get(kind) if widget.label == label)


def known(app: AppTest):
    (face,) = state_of(app).explanations.values()
    return face


def test_the_first_panels_are_original_mask_and_the_default_methods(app, asked):
    app.switch_page("pages/explain.py").run()
    assert [labeled(app, "selectbox", f"Panel {n}").value for n in (1, 2, 3, 4)] == ["original", "mask", *DEFAULTS]
    assert [question.method for question in asked] == list(DEFAULTS)


def test_a_map_has_a_verdict_with_its_reason_and_three_sentences(app):
    text = words(opened(app, "hirescam")).replace("\\", "")
    for said in (method_shows("hirescam"), method_does_not_show("hirescam"), method_look_for("hirescam")):
        assert said in text
    assert sentence(known(app).maps[ExplanationRequest("hirescam")].faithfulness.reason) in text


def test_a_map_computed_once_is_not_computed_again(app, asked):
    opened(app, *CHEAP)
    labeled(app, "slider", "Colors cover the face").set_value(50).run()
    labeled(app, "selectbox", "Panel 1").set_value("gradcam").run()
    labeled(app, "selectbox", "Panel 1").set_value("hirescam").run()
    opened(app, *CHEAP)
    assert [question.method for question in asked] == list(CHEAP)


def test_a_method_without_an_answer_says_so_in_its_panel_and_the_others_are_shown(app, monkeypatch):
    explain, tried = explanation_runner.explain, []

    def without_gradcam(detector, finding, question, progress):
        tried.append(question.method)
        if question.method == "gradcam":
            raise ExplanationError(ExplanationCode.NOT_FINITE, method="Grad-CAM")
        return explain(detector, finding, question, progress)

    monkeypatch.setattr(explanation_runner, "explain", without_gradcam)
    opened(app, *CHEAP)
    labeled(app, "slider", "Colors cover the face").set_value(50).run()
    assert tried == list(CHEAP)
    assert "Grad-CAM gave no finite map for this face; use the other methods." in words(app).replace("\\", "")
    assert [question.method for question in known(app).maps] == ["hirescam"]


def test_a_stopped_map_is_not_begun_again_until_it_is_asked_for(app, asked):
    opened(app, "original")
    face = next(iter(state_of(app).explanations))
    state_of(app).pause(face, [ExplanationRequest("gradcam")])
    opened(app, *CHEAP)
    assert [question.method for question in asked] == ["hirescam"]
    assert "Computing is paused: 1 map not finished." in words(app)
    click(app, "Go on")
    assert [question.method for question in asked] == ["hirescam", "gradcam"]
    assert "paused" not in words(app)


def test_a_region_is_asked_about_once_it_is_given(app, asked):
    opened(app, "hirescam")
    labeled(app, "selectbox", "Panel 1 explains").set_value("region").run()
    assert "No region is drawn yet" in words(app)
    for label, edge in (("Left", 4), ("Top", 4), ("Right", 12), ("Bottom", 20)):
        labeled(app, "number_input", label).set_value(edge)
    click(app, "Use this region")
    assert asked[-1] == ExplanationRequest("hirescam", "region", place=Box(4, 4, 12, 20))


def test_an_empty_region_is_refused_with_a_sentence(app):
    opened(app, "hirescam")
    labeled(app, "selectbox", "Panel 1 explains").set_value("region").run()
    labeled(app, "number_input", "Left").set_value(20)
    labeled(app, "number_input", "Right").set_value(10)
    click(app, "Use this region")
    assert "The region is empty" in words(app)
    assert known(app).place is None


def test_two_faces_are_explained_by_the_same_panels(app, asked):
    opened(app, "hirescam")
    labeled(app, "selectbox", "Compare with").set_value(other_face(app)).run()
    assert asked == [ExplanationRequest("hirescam")] * 2
    assert len(state_of(app).explanations) == 2


def other_face(app: AppTest) -> tuple[str, int]:
    (first,) = state_of(app).explanations
    return next((sha256, 1) for sha256 in state_of(app).results if sha256 != first[0])


def test_a_ranked_method_goes_into_a_panel(app, asked):
    opened(app, "hirescam")
    click(app, "Rank all methods for this face")
    assert {question.method for question in asked} == set(METHODS)
    face = known(app)
    done = sum(one.faithfulness is not None for one in face.maps.values())
    assert len(app.dataframe[0].value) == done
    assert done + len(face.failures) == len(METHODS)
    labeled(app, "selectbox", "Show").set_value("gradcam").run()
    click(app, "Show it")
    assert labeled(app, "selectbox", "Panel 1").value == "gradcam"
    assert len(asked) == len(METHODS)


def test_the_report_holds_the_chosen_panels_and_a_command_that_repeats_them(app):
    opened(app, *CHEAP)
    labeled(app, "selectbox", "Panel 1 explains").set_value("real_evidence").run()
    app.switch_page("pages/report.py").run()
    click(app, "Prepare the report")
    report = json.loads(state_of(app).report.json)
    assert [(one["method"], one["target"]) for one in report["explanations"]] == [
        ("hirescam", "real_evidence"),
        ("gradcam", "fake_evidence"),
    ]
    assert "--explain hirescam:real_evidence,gradcam " in report["command"]


def test_a_map_taken_out_is_not_in_the_report(app):
    opened(app, *CHEAP)
    app.checkbox[0].uncheck().run()
    assert [question.method for question in known(app).in_report] == ["gradcam"]
    opened(app, *CHEAP)
    assert [question.method for question in known(app).in_report] == ["gradcam"]


def test_a_drawn_region_stays_out_of_the_command(app):
    opened(app, "occlusion")
    labeled(app, "selectbox", "What replaces evidence").set_value("black").run()
    labeled(app, "selectbox", "Panel 1 explains").set_value("region").run()
    click(app, "Use this region")
    app.switch_page("pages/report.py").run()
    click(app, "Prepare the report")
    assert len(json.loads(state_of(app).report.json)["explanations"]) == 1
    assert "--explain" not in json.loads(state_of(app).report.json)["command"]
