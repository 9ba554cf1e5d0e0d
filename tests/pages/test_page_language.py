"""In which language the pages speak, driven without a browser: setting, choice, and what stays when it changes."""

import pytest
from driving import GROUP, RED, opened_app, state_of, upload

from forensics.messages.language import fixed_language, nearest_language
from forensics.storage.sessions import SessionFolder
from pages.parts.session import session_state
from pages.parts.session.items import PreparedReport
from pages.parts.session.persistence import SessionStore

pytestmark = pytest.mark.slow


@pytest.fixture
def app(monkeypatch):
    """With nothing that fixes the language."""
    monkeypatch.delenv("TELLTALE_LANGUAGE")
    yield from opened_app(monkeypatch)


@pytest.fixture
def german_app(monkeypatch):
    monkeypatch.setenv("TELLTALE_LANGUAGE", "de")
    yield from opened_app(monkeypatch)


def choose(app, language):
    (choice,) = [group for group in app.button_group if group.key == "language_choice"]
    return choice.set_value(language).run()


@pytest.mark.parametrize(
    ("tag", "language"), [("de-AT", "de"), ("de", "de"), ("DE_de.UTF-8", "de"), ("fr-FR", "en"), ("", "en")]
)
def test_a_tag_of_a_browser_tells_the_language(tag, language):
    assert nearest_language(tag) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [({}, None), ({"LANG": "de"}, None), ({"TELLTALE_LANGUAGE": ""}, None), ({"TELLTALE_LANGUAGE": "de"}, "de")],
)
def test_only_the_setting_of_its_own_fixes_the_language_of_the_pages(environment, language):
    assert fixed_language(environment) == language


def test_a_language_that_the_setting_fixes_cannot_be_chosen(german_app):
    assert german_app.title[0].value == "Untersuchen"
    assert "language_choice" not in [group.key for group in german_app.button_group]


def test_the_pages_are_english_until_another_language_is_chosen_and_all_pages_follow(app):
    assert app.title[0].value == "Inspect"
    choose(app, "de")
    assert app.title[0].value == "Untersuchen"
    app.switch_page("pages/report.py").run()
    assert app.title[0].value == "Bericht"
    choose(app, "en")
    assert app.title[0].value == "Report"


def test_the_browser_is_asked_where_nothing_was_chosen(app, monkeypatch):
    monkeypatch.setattr(type(session_state.st.context), "locale", property(lambda self: "de-AT"))
    assert app.run().title[0].value == "Untersuchen"
    assert choose(app, "en").title[0].value == "Inspect"
    assert app.run().title[0].value == "Inspect"


def test_what_is_chosen_stays_when_the_language_changes(app):
    upload(app, ("group.jpg", GROUP))
    app.switch_page("pages/explain.py").run()
    app.selectbox("chosen_face").set_value(3).run()
    app.selectbox("panel_4").set_value("reconstruction").run()
    app.selectbox("ranking_target").set_value("masked_area").run()
    for language in ("de", "en"):
        choose(app, language)
        assert app.selectbox("chosen_face").value == 3
        assert app.selectbox("panel_4").value == "reconstruction"
        assert app.selectbox("ranking_target").value == "masked_area"


def test_another_page_of_the_browser_does_not_undo_the_choice_of_this_one(app):
    keeper = state_of(app).keeper = SessionStore(SessionFolder.of("a" * 43))
    choose(app, "de")
    assert keeper.widgets["language"] == "de"
    keeper.widgets = keeper.widgets | {"language": "en"}  # chosen on the other page
    assert app.run().title[0].value == "Untersuchen"
    assert keeper.widgets["language"] == "en"


def test_a_report_in_another_language_is_not_handed_out(app):
    upload(app, ("red.png", RED))
    state_of(app).report = PreparedReport(b"pdf", b"{}", "de")
    app.switch_page("pages/report.py").run()
    assert [info.value for info in app.info] == ["Prepare the report to see its pages here."]
    assert not app.get("download_button")
