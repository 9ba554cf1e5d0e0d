"""Reference pictures on the page Inspect: taking them in, scoring them, and what they are good for."""

from collections.abc import Callable

import streamlit as st

from forensics.analysis.reference_wording import misfit_sentences, reference_summary, unusable_sentence
from forensics.analysis.references import MisfittingReference, score_references
from forensics.decision.strength_wording import Noun
from forensics.messages.catalogue import text
from forensics.types.model_card import DetectorCard
from forensics.types.references import Unusable
from forensics.validation import present
from pages.parts.session import session_state
from pages.parts.session.face_explanations import FaceKey
from pages.parts.session.items import Upload
from pages.parts.session.reference_faces import ReferenceFaces
from pages.parts.session.session import AnalystSession
from pages.parts.tasks import explanation_runner
from pages.parts.text.markdown import code_span, escape_markdown


def reference_view(state: AnalystSession) -> None:
    """Draw what is known to be untouched, and take in more of it."""
    known, references = state.known, state.references
    misfits = _misfits(state)
    doubtful = len({misfit.name for _, _, found in misfits for misfit in found})
    title = text(
        "page-references-title",
        faces="none" if references is None else text("pdf-faces", faces=len(references.faces)),
        doubtful=doubtful,
        lost=len(state.lost_references),
    )
    with st.expander(title, icon=":material/compare:", key="references"):
        st.caption(text("page-references-are"))
        if state.lost_references:
            _lost(state)
        files = st.file_uploader(
            text("page-references-drop"),
            accept_multiple_files=True,
            key=session_state.uploader_key("references"),
        )
        if files:
            known.add_files(Upload(file.name, file.read()) for file in files)
            state.lost_references = ()
            session_state.clear_uploader("references")
            st.rerun()
        if references is not None:
            _said(state)
        if doubtful:
            st.warning("  \n".join(map(escape_markdown, misfit_sentences(misfits))), icon=":material/rule:")
        _list(state, known)


def _lost(state: AnalystSession) -> None:
    names = ", ".join(code_span(name) for name in state.lost_references)
    said = f"{text('page-references-lost')}: {names}. {text('page-references-add-again')}"
    st.warning(said, icon=":material/memory:")
    st.button(
        text("page-references-go-on"),
        key="without_references",
        on_click=_forget_lost,
        args=(state,),
        type="tertiary",
    )


def _forget_lost(state: AnalystSession) -> None:
    with state.turn:
        state.lost_references = ()


def _said(state: AnalystSession) -> None:
    references, card = present(state.references), explanation_runner.cached_detector(state.settings.detector).card
    show = st.success if references.enough and card.evidence is not None else st.info
    show(escape_markdown(reference_summary(references, card)), icon=":material/compare:")


def _misfits(state: AnalystSession) -> list[tuple[str, Noun, tuple[MisfittingReference, ...]]]:
    """For each file its name, what is decided about in it, and the references that may be none for it; left out where
    they change no answer."""
    files: list[tuple[str, Noun, DetectorCard, str]] = [
        (result.media.name, "face", result.card, key) for key, result in state.results.items()
    ]
    files += [(result.video.name, "person", result.card, key) for key, result in state.videos.items()]
    return [(name, noun, state.misfits[key]) for name, noun, card, key in files if card.evidence is not None]


def _list(state: AnalystSession, known: ReferenceFaces) -> None:
    """A line for each picture, marked face and stretch, with a button that takes it out."""
    questioned = state.questioned
    for sha256, upload in known.pictures.items():
        faces, why = ((), Unusable.QUESTIONED) if sha256 in questioned else known.found.get(sha256, ((), None))
        said = text("pdf-faces", faces=len(faces)) if why is None else unusable_sentence(None, why)
        _line(state, f"{code_span(upload.name)}: {escape_markdown(said)}", f"picture_{sha256}", known.remove, sha256)
    for face in sorted(known.faces):
        if face[0] in state.results:
            name = code_span(state.results[face[0]].media.name)
            said = text("page-references-marked", face=face[1], name=name)
            _line(state, said, f"face_{face}", known.mark, face, False)
    for person, (start, end) in sorted(known.stretches.items()):
        if person[0] in state.videos:
            name = code_span(state.videos[person[0]].video.name)
            said = text("page-references-stretch", person=person[1], name=name, start=start, end=end)
            _line(state, said, f"person_{person}", known.stretches.pop, person)


def _line(state: AnalystSession, said: str, key: str, remove: Callable[..., object], *which: object) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(said, width="stretch")
        st.button(
            text("page-references-take-out"),
            key=f"take_out_{key}",
            type="tertiary",
            on_click=_run_scoring,
            args=(state, remove, *which),
        )


def score_new_references(state: AnalystSession) -> None:
    """Find and score the faces of new reference pictures, and of all of them after another network was chosen.

    Raises DetectorError.
    """
    unscored = state.known.unscored_files
    if not unscored:
        return
    loaded = explanation_runner.cached_detector(state.settings.detector)
    bar = st.progress(0.0, text=text("page-references-scoring"))
    for number, (sha256, upload) in enumerate(unscored.items()):
        bar.progress(number / len(unscored), text=text("page-references-scoring-one", name=code_span(upload.name)))
        found = score_references([(upload.name, upload.content)], state.settings, loaded)
        state.known.found[sha256] = found.faces, next((why for _, why in found.unusable), None)
    bar.empty()


def _run_scoring(state: AnalystSession, change: Callable[..., object], *which: object) -> None:
    """In turn with the other pages of the browser."""
    with state.turn:
        change(*which)


def mark_button(state: AnalystSession, face: FaceKey) -> None:
    """On the card of a face: whether it is known to be untouched."""
    key = f"known_{face[0]}_{face[1]}"
    session_state.set_before_drawing(key, face in state.known.faces)
    st.checkbox(
        text("page-references-known"),
        key=key,
        on_change=lambda: _run_scoring(state, state.known.mark, face, session_state.widget_value(key)),
        help=text("page-references-known-help"),
    )


def stretch_button(state: AnalystSession, person: FaceKey, start: float, end: float) -> None:
    """On the card of a person, seen from `start` to `end`: which stretch of it is known to be untouched."""
    with st.popover(text("page-references-known"), type="tertiary", icon=":material/compare:"):
        st.caption(text("page-references-stretch-counts"))
        chosen = state.known.stretches.get(person, (start, end))
        label, last = text("page-references-from-to"), max(end, start + 0.1)
        ends = st.slider(label, start, last, chosen, 0.1, key=f"stretch_{person}")
        put, take = state.known.stretches.__setitem__, state.known.stretches.pop
        st.button(
            text("page-references-use-stretch"),
            key=f"use_{person}",
            on_click=_run_scoring,
            args=(state, put, person, ends),
        )
        if person in state.known.stretches:
            st.button(
                text("page-references-take-stretch-out"),
                key=f"drop_{person}",
                on_click=_run_scoring,
                args=(state, take, person),
                type="tertiary",
            )
