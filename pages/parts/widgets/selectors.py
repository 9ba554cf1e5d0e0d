"""Choosing a file and a face: the same choice on every page."""

import streamlit as st

from forensics.messages.catalogue import text
from forensics.types.analysis import ImageResult
from pages.parts.session import session_state
from pages.parts.session.face_explanations import FaceKey
from pages.parts.session.session import AnalystSession
from pages.parts.text.markdown import counted, option_labels
from pages.parts.text.wording import face_label, finding_suspicion


def choose_file(state: AnalystSession, keys: list[str]) -> str:
    """The SHA-256 of the chosen file, out of those of `keys`, which must not be empty."""
    session_state.select_related(state.related_files, keys)
    session_state.clear_invalid_selection(session_state.FILE_KEY, keys)
    names = {key: f"{number}. {_about(state, key)}" for number, key in enumerate(keys, start=1)}
    return st.selectbox(
        text("page-choose-file", files=len(keys)),
        keys,
        format_func=names.__getitem__,
        key=session_state.FILE_KEY,
        on_change=session_state.reset_face,
        persist_state="session",
    )


def _about(state: AnalystSession, key: str) -> str:
    """ "group.jpg: 3 faces". No verdicts: a browser goes on showing the name of what was chosen as it was then, and
    reference pictures may change a verdict."""
    video = state.videos.get(key)
    if video is not None:
        return f"{video.video.name}: {counted(len(video.tracks), 'person')}"
    return f"{state.pictures[key].media.name}: {counted(len(state.pictures[key].findings), 'face')}"


def choose_face(result: ImageResult) -> int:
    """The number of the chosen face, at first the one with the highest score. There must be a face."""
    ids = [finding.region.face_id for finding in result.findings]
    session_state.clear_invalid_selection(session_state.FACE_KEY, ids)
    return st.selectbox(
        text("page-choose-face", number=len(ids)),
        ids,
        index=ids.index(max(result.findings, key=finding_suspicion).region.face_id),
        format_func=option_labels(ids, lambda face_id: face_label(result.finding(face_id))),
        key=session_state.FACE_KEY,
        persist_state="session",
    )


def choose_second(state: AnalystSession, first: FaceKey) -> FaceKey | None:
    """Another face of any file to compare with, None while none is wanted."""
    faces = [
        (sha256, finding.region.face_id)
        for sha256, result in state.pictures.items()
        for finding in result.findings
        if (sha256, finding.region.face_id) != first
    ]
    session_state.clear_invalid_selection(session_state.SECOND_KEY, [None, *faces])
    numbers = {sha256: number for number, sha256 in enumerate(state.pictures, start=1)}

    def name(face: FaceKey) -> str:
        sha256, face_id = face
        result = state.pictures[sha256]
        return f"{numbers[sha256]}. {result.media.name}: {face_label(result.finding(face_id))}"

    return st.selectbox(
        text("page-choose-second"),
        faces,
        index=None,
        placeholder=text("page-choose-no-second"),
        format_func=option_labels(faces, name),
        key=session_state.SECOND_KEY,
        persist_state="session",
    )
