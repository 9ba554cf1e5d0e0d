"""The report's fields, and making the report from them."""

import shlex
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from explain.drawing.key_frames import key_frames
from explain.methods import DEFAULTS, METHODS
from explain.pdf import render_pdf
from explain.report import Report, ReportedVideo, report_json
from explain.types import ExplanationRequest
from forensics.messages.catalogue import format_list, text
from forensics.messages.language import current_language
from forensics.types.analysis import FailedFile, ImageResult
from forensics.types.outcome import Outcome
from forensics.types.video import VideoResult
from forensics.versions import software_versions
from pages.parts.session import session_state
from pages.parts.session.items import PreparedReport
from pages.parts.session.session import AnalystSession
from pages.parts.tasks import explanation_runner
from pages.parts.tasks.explanation_runner import ExplanationTask
from pages.parts.text.markdown import counted

MAX_NOTES_LENGTH = 5000
"""Characters; some two pages."""


def case_fields(state: AnalystSession) -> None:
    """Draw the fields; what was typed is kept with the session."""
    for name in ("number", "analyst", "notes"):
        session_state.set_before_drawing(f"case_{name}", getattr(state.case, name))
    st.text_input(
        text("page-case-number"), max_chars=80, key="case_number", on_change=_store_field, args=(state, "number")
    )
    st.text_input(
        text("pdf-analyst"), max_chars=80, key="case_analyst", on_change=_store_field, args=(state, "analyst")
    )
    st.text_area(
        text("page-notes"),
        max_chars=MAX_NOTES_LENGTH,
        height=160,
        key="case_notes",
        on_change=_store_field,
        args=(state, "notes"),
    )


def _store_field(state: AnalystSession, name: str) -> None:
    state.store_case_field(replace(state.case, **{name: session_state.widget_value(f"case_{name}")}))


def report_form(state: AnalystSession) -> None:
    """Draw the choice of content and the button; on a click make the report and keep it."""
    faces = [(sha256, f.region.face_id) for sha256, result in state.results.items() for f in result.findings]
    chosen = [
        ExplanationTask(face, question) for face, known in state.explanations.items() for question in known.in_report
    ]
    explained = {one.face for one in chosen}
    faces_explained = counted(len(explained), "face")
    st.caption(text("page-report-content", content=_content(state), number=len(chosen), faces=faces_explained))
    others = [face for face in faces if face not in explained]
    every = bool(others) and st.checkbox(
        text("page-explain-all"),
        key="explain_all",
        persist_state="session",
        help=text(
            "page-explain-all-help", methods=format_list([METHODS[name].title for name in DEFAULTS], last="list-and")
        ),
    )
    if st.button(text("page-prepare"), type="primary", icon=":material/description:", width="stretch"):
        if every:
            chosen += [ExplanationTask(face, ExplanationRequest(name)) for face in others for name in DEFAULTS]
        explanation_runner.run_all(state, chosen)
        for face in others if every else ():
            state.choose_for_report(face, tuple(ExplanationRequest(name) for name in DEFAULTS))
        with st.spinner(text("page-writing-report")):
            state.report = _prepared(state)


def _content(state: AnalystSession) -> str:
    """ "2 pictures, 5 faces; 1 video, 2 persons"."""
    faces = sum(len(result.findings) for result in state.results.values())
    people = sum(len(result.tracks) for result in state.videos.values())
    parts = [
        text("page-report-pictures", pictures=counted(len(state.results), "picture"), faces=counted(faces, "face"))
        if state.results or not state.videos
        else "",
        text("page-report-videos", videos=counted(len(state.videos), "video"), persons=counted(people, "person"))
        if state.videos
        else "",
        text("page-report-unfinished", number=len(state.unfinished)) if state.unfinished else "",
    ]
    return format_list([*filter(None, parts)], join="list-clause")


def _prepared(state: AnalystSession) -> PreparedReport:
    report = Report(
        case_number=state.case.number,
        analyst=state.case.analyst,
        notes=state.case.notes,
        created=datetime.now(UTC),
        results=tuple(state.results.values()),
        failed=tuple(state.failed.values()),
        explanations={face: maps for face, known in state.explanations.items() if (maps := known.reported_maps())},
        versions=software_versions(),
        command=_command(state),
        videos=tuple(_video_case(state, result) for result in state.videos.values()),
    )
    data_file = report_json(report).encode("utf-8")
    return PreparedReport(render_pdf(report, data_file), data_file, current_language())


def _video_case(state: AnalystSession, result: VideoResult) -> ReportedVideo:
    """The video with its key frames, and with all frames of which an explanation was chosen."""
    reported = {picture for (picture, _), known in state.explanations.items() if known.reported_maps()}
    stills = state.video_state(result.video.sha256).stills
    chosen = {index: still for index, still in stills.items() if still.media.sha256 in reported}
    found = key_frames(result, explanation_runner.cached_detector(result.settings.detector))
    others = [still for still in found if still.findings[0].region.frame_index not in chosen]
    return ReportedVideo(result, (*chosen.values(), *others))


def _command(state: AnalystSession) -> str:
    """What repeats the analysis on the command line, in the folder of the files."""
    names = [_name(outcome) for outcome in state.outcomes.values()]
    words = ["python", "-m", "forensics", "analyze", "--pdf", "report.pdf"]
    words += ["--faces", state.settings.faces, "--detector", state.settings.detector]
    for sha256, upload in state.known.pictures.items():
        if sha256 not in state.questioned:
            words += ["--reference", upload.name]
    if state.videos:
        words += ["--sample-fps", f"{state.settings.sample_fps:g}"]
    asked = _repeatable(state)
    if asked:
        words += ["--explain", ",".join(asked)]
    return shlex.join([*words, "--", *dict.fromkeys(names)])


def _name(outcome: Outcome) -> str:
    match outcome:
        case ImageResult():
            return outcome.media.name
        case VideoResult():
            return outcome.video.name
        case FailedFile():
            return outcome.name


def _repeatable(state: AnalystSession) -> list[str]:
    """The maps of the report as the command line names them: those of a drawn region or of another baseline it cannot
    repeat."""
    usual = ExplanationRequest(DEFAULTS[0])
    questions = dict.fromkeys(one.question for known in state.explanations.values() for one in known.reported_maps())
    return [
        one.method if one.target == usual.target else f"{one.method}:{one.target}"
        for one in questions
        if one.place is None and one.baseline == usual.baseline
    ]
