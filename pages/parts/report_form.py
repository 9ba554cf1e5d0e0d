"""The report's fields, and making the report from them."""

import shlex
from datetime import UTC, datetime

import streamlit as st

from explain.methods import METHODS
from explain.pdf import render_pdf
from explain.report import Report, report_json
from forensics.environment import versions
from pages.parts import work
from pages.parts.session import CaseFields, PreparedReport, Session
from pages.parts.text import count

LONGEST_NOTES = 5000
"""Characters; some two pages."""


def case_fields() -> CaseFields:
    """Draw the fields; what was typed stays when the page is left and entered again."""
    number = st.text_input("Case number", max_chars=80, key="case_number", persist_state="session")
    analyst = st.text_input("Analyst", max_chars=80, key="case_analyst", persist_state="session")
    notes = st.text_area("Notes", max_chars=LONGEST_NOTES, height=160, key="case_notes", persist_state="session")
    return CaseFields(number, analyst, notes)


def prepare(state: Session) -> None:
    """Draw the choice of content and the button; on a click make the report and keep it."""
    faces = [(sha256, f.region.face_id) for sha256, result in state.results.items() for f in result.findings]
    made = sum(face in state.explanations for face in faces)
    st.caption(f"{count(len(state.results), 'picture')}, {count(len(faces), 'face')}, {made} of them explained so far")
    if made < len(faces) and st.checkbox(
        "Explain every face first, which takes some seconds a face", key="explain_all", persist_state="session"
    ):
        faces_to_explain = faces
    else:
        faces_to_explain = []
    if st.button("Prepare the report", type="primary", icon=":material/description:", width="stretch"):
        for sha256, face_id in faces_to_explain:
            work.explanations(state, sha256, face_id)
        with st.spinner("Writing the report …"):
            state.report = _prepared(state)


def _prepared(state: Session) -> PreparedReport:
    report = Report(
        case_number=state.case.number,
        analyst=state.case.analyst,
        notes=state.case.notes,
        created=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        results=tuple(state.results.values()),
        failed=tuple(state.failed.values()),
        explanations={face: answers.maps for face, answers in state.explanations.items() if answers.maps},
        versions=versions(),
        command=_command(state),
    )
    data_file = report_json(report).encode("utf-8")
    return PreparedReport(pdf=render_pdf(report, data_file), json=data_file)


def _command(state: Session) -> str:
    """What repeats the analysis on the command line, in the folder of the files."""
    names = [
        outcome.name if sha256 in state.failed else outcome.media.name for sha256, outcome in state.outcomes.items()
    ]
    words = ["python", "-m", "forensics", "analyze", "--pdf", "report.pdf"]
    words += ["--faces", state.settings.faces, "--detector", state.settings.detector]
    if state.explanations:
        words += ["--explain", ",".join(METHODS)]
    return shlex.join([*words, "--", *dict.fromkeys(names)])
