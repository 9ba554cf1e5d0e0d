"""The slow work of the pages: analysing what waits and explaining a face, with progress, once."""

import streamlit as st

from explain.methods import METHODS, explain
from explain.types import Explanation
from forensics.detectors import Detector, load_detector
from forensics.errors import ExplanationError, MediaError
from forensics.media import read_media
from forensics.pipeline import analyze
from forensics.types import AnalysisSettings, FaceFinding, FailedFile, Outcome
from pages.parts.session import FaceExplanations, Session, Upload
from pages.parts.text import count, literal


@st.cache_resource(show_spinner="Loading the network …")
def detector(name: str) -> Detector:
    """The detector, loaded once for all analysts. Raises DetectorError where its weights or card are damaged."""
    return load_detector(name)


def analyse_waiting(session: Session) -> None:
    """Analyse the files in line one by one and keep each outcome at once, so that nothing is lost on the way.

    Raises DetectorError; the files then stay in line.
    """
    if not session.waiting:
        return
    loaded = detector(session.settings.detector)
    line = list(session.waiting.items())
    bar = st.progress(0.0, text=f"{count(len(line), 'file')} to analyse")
    for number, (sha256, upload) in enumerate(line):
        bar.progress(number / len(line), text=f"Analysing {literal(upload.name)}, file {number + 1} of {len(line)}")
        session.in_hand = sha256
        session.keep_outcome(sha256, _outcome(upload, sha256, session.settings, loaded))
    bar.empty()


def _outcome(upload: Upload, sha256: str, settings: AnalysisSettings, loaded: Detector) -> Outcome:
    try:
        return analyze(read_media(upload.content, upload.name), settings, loaded)
    except MediaError as error:
        return FailedFile(upload.name, error.code, str(error), sha256)


def explanations(session: Session, sha256: str, face_id: int) -> FaceExplanations:
    """All methods' answers for one face: computed at the first call, kept in the session for the next."""
    known = session.explanations.get((sha256, face_id))
    if known is not None:
        return known
    result = session.results[sha256]
    answers = _explain_face(detector(result.settings.detector), result.finding(face_id))
    session.keep_explanations(sha256, face_id, answers)
    return answers


def _explain_face(loaded: Detector, finding: FaceFinding) -> FaceExplanations:
    maps: list[Explanation] = []
    failures: dict[str, str] = {}
    bar = st.progress(0.0)
    for number, (name, method) in enumerate(METHODS.items()):
        bar.progress(number / len(METHODS), text=f"Face {finding.region.face_id}: computing {method.title}")
        try:
            maps.append(explain(loaded, finding, name))
        except ExplanationError as error:
            failures[name] = str(error)
    bar.empty()
    return FaceExplanations(tuple(maps), failures)
