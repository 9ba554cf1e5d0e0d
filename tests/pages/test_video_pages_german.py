"""What the pages say of a video, of reference pictures and of evidence, in German."""

from dataclasses import replace

import pytest
from driving import opened_app, words
from made_video import made_result, made_video
from panel_values import RESULT, SHARED, SUBJECT, view
from small_detector import small_card
from streamlit.testing.v1 import AppTest
from timeline_values import FRAMES, person
from timeline_values import RESULT as OVER_TIME
from tippett_values import CURVES
from video_pages import FOR_A_WHILE, shown

from forensics.messages.language import use_language
from forensics.types.model_card import ErrorRateBound, Thresholds
from pages.parts.explain.panel_downloads import panel_facts
from pages.parts.inspect.timeline_chart import timeline_chart
from pages.parts.method.calibration_view import tippett_chart
from pages.parts.text.video_wording import approximate_duration

pytestmark = pytest.mark.slow


@pytest.fixture
def app(monkeypatch):
    monkeypatch.setenv("TELLTALE_LANGUAGE", "de")
    yield from opened_app(monkeypatch)


def test_a_video_is_told_in_german(app, clip):
    shown(app, replace(made_result(clip), tracks=FOR_A_WHILE))
    headings = [heading.value for heading in app.subheader]
    assert headings[1:4] == ["Personen", "Personen im zeitlichen Verlauf", "Zeitpunkt 0:02,000"]
    assert "Herunterladen und berichten" in headings
    said = words(app).replace("\\", "")
    assert "0:06,0, 160 × 120 Pixel, 25 Bilder je Sekunde, h264 in video/mp4, 123 kB" in said
    assert "30 Bilder bis 0:06,0 angesehen, 1 Schnitt" in said
    assert "Anzeichen einer Manipulation von 0:01,9 bis 0:04,1." in said
    assert "Bild 50 des Videos, bei 0:02,000, Einstellung 1 von 2, mit 2 Personen." in said
    labels = [button.label for button in app.button]
    assert {"Vorheriges Bild", "Nächstes Bild", "Am auffälligsten 0:02,0", "Den Bericht schreiben"} <= {*labels}
    assert "Referenzbilder" in [expander.label for expander in app.expander]


def test_a_video_that_browsers_do_not_play_says_so_in_german(app, clip):
    shown(app, made_result(clip, video=made_video(clip, media_type="video/x-msvideo", codec="mpeg4", size=1_500_000)))
    said = app.info[0].value.replace("\\", "")
    assert said.startswith("Von Browsern ist nicht zu erwarten, dass sie diese Datei abspielen (video/x-msvideo, mpeg4")
    assert "mpeg4 in video/x-msvideo, 1,5 MB" in words(app).replace("\\", "")


def test_the_chart_of_persons_is_german():
    with use_language("de"):
        figure = timeline_chart(OVER_TIME, [person(2)], FRAMES[0])
        assert approximate_duration(200.0) == "etwa 3 Minuten"
    hovered = [text for trace in figure.data for text in trace.customdata or ()]
    assert "0:00,20: Wert 0,040 dieses Bildes" in hovered
    assert "0:01,9 bis 0:04,1: Anzeichen einer Manipulation" in hovered
    assert figure.layout.separators == ",."


def test_a_panel_to_take_away_says_in_german_how_it_was_made():
    with use_language("de"):
        lines = dict(panel_facts(RESULT, SUBJECT, view(baseline="average colour"), SHARED))
    assert lines["Grundlinie"] == "mittlere Farbe"
    assert lines["Maßstab"] == "derselbe wie bei den anderen Feldern"


def evidence_page(card):
    from forensics.messages.language import use_language  # noqa: PLC0415, the function's source runs on its own
    from pages.parts.method.calibration_view import calibration_view  # noqa: PLC0415

    with use_language("de"):
        calibration_view(card)


def test_thresholds_and_ratios_are_german():
    limits = Thresholds(0.9, 0.1, 32, ErrorRateBound(0.02, 0.0195, 735), ErrorRateBound(0.05, 0.048, 1536, "lfw"))
    app = AppTest.from_function(evidence_page, args=(small_card(thresholds=limits),)).run()
    assert not app.exception
    assert app.subheader[0].value == "Urteile und Stärke der Indizien"
    said = words(app)
    assert "Ein Wert von **0,900** oder mehr. Mit 95 % Vertrauen erreichen ihn höchstens 1,95 % von 735 " in said
    assert "liegen höchstens 4,8 % von 1.536 manipulierten Kalibriergesichtern aus lfw, der Quelle mit den" in said
    with use_language("de"):
        assert tippett_chart(CURVES).data[0].name == "manipuliert, Kalibriersatz (n = 10)"
