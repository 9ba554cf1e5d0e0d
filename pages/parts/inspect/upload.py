"""Taking files in: dropped ones, samples, and what is to be scored in them."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from forensics.detectors.registry import available_detectors, broken_detector_messages, load_detector
from forensics.measurements.provenance import provenance_note
from forensics.media.image import MAX_FILE_BYTES
from forensics.messages.catalogue import format_list, sentence, text
from forensics.messages.numbers import significant
from pages.parts.inspect.samples import Sample, list_samples, thumbnail
from pages.parts.session import session_state
from pages.parts.session.session import AnalystSession
from pages.parts.tasks.analyses import store_uploads
from pages.parts.text.markdown import code_span, escape_markdown

FACE_MODES = ("detect", "whole")

SAMPLING_RATES = (1.0, 2.0, 5.0, 10.0)
"""Frames of a video in each second, to choose from."""

MAX_UPLOAD_BYTES = 1_000_000 * st.get_option("server.maxUploadSize")


def upload_view(state: AnalystSession) -> None:
    """Draw the ways in and put what came in line."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _take_uploads(state)
    with right:
        _choose_settings(state)
    untouched = not (state.outcomes or state.waiting or state.jobs)
    with st.expander(
        text("page-samples"), icon=":material/photo_library:", expanded=untouched, key=f"samples_{untouched}"
    ):
        _offer_samples(state)
    if state.repeated:
        names = format_list([_same(name, known) for name, known in state.repeated])
        st.info(text("page-repeated", names=names), icon=":material/content_copy:")


def _same(name: str, known: str) -> str:
    return code_span(name) if name == known else text("page-same-as", name=code_span(name), known=code_span(known))


def _take_uploads(state: AnalystSession) -> None:
    # A new key for each delivery: the files lie on disk from then on, and the uploader's own list, which a change of
    # page would empty, is never the only place that knows them.
    files = st.file_uploader(
        text("page-drop-files", photograph=MAX_FILE_BYTES, video=MAX_UPLOAD_BYTES),
        accept_multiple_files=True,
        key=session_state.uploader_key("uploads"),
    )
    if files:
        store_uploads(state, [(file.name, file) for file in files])
        session_state.clear_uploader("uploads")
        st.rerun()


def _choose_settings(state: AnalystSession) -> None:
    names = available_detectors()
    if state.settings.detector not in names:  # it was taken out of the folder meanwhile
        state.change_settings(replace(state.settings, detector=names[0]))
    _choice(
        state,
        "faces",
        text("page-what-to-score"),
        {mode: text(f"page-faces-{mode}") for mode in FACE_MODES},
        text("page-what-to-score-help"),
    )
    _choice(
        state,
        "detector",
        text("page-network"),
        {name: name for name in names},
        text("page-network-help"),
    )
    _choice(
        state,
        "sample_fps",
        text("page-sample-fps"),
        {rate: significant(rate, 6) for rate in SAMPLING_RATES},
        text("page-sample-fps-help"),
    )
    for name in names:
        if note := provenance_note(load_detector(name).card):
            st.caption(f"{escape_markdown(name)}: {note}")
    for reason in broken_detector_messages():
        st.warning(escape_markdown(sentence(reason)), icon=":material/warning:")


def _choice(state: AnalystSession, setting: str, label: str, options: Mapping[object, str], help: str) -> None:
    """One of the settings: what is shown is always the session's, whichever page changed it."""
    key = f"setting_{setting}"
    session_state.set_before_drawing(key, getattr(state.settings, setting))
    st.segmented_control(
        label,
        list(options),
        required=True,
        format_func=options.__getitem__,
        help=help,
        key=key,
        on_change=lambda: state.change_settings(replace(state.settings, **{setting: session_state.widget_value(key)})),
    )


def _offer_samples(state: AnalystSession) -> None:
    with st.grid(min_column_width=130, gap="small"):
        for sample in list_samples():
            with st.container(gap="xsmall"):
                st.image(thumbnail(sample.path, is_video=sample.is_video), width="stretch", alt=sample.title)
                st.button(
                    sample.title,
                    key=f"sample_{sample.path.name}",
                    help=escape_markdown(
                        text("page-sample-about", how=sample.how, origin=sample.origin, licence=sample.licence)
                    ),
                    on_click=_receive_sample,
                    args=(state, sample),
                    width="stretch",
                    type="tertiary",
                )


def _receive_sample(state: AnalystSession, sample: Sample) -> None:
    with state.turn, sample.path.open("rb") as file:
        store_uploads(state, [(sample.path.name, file)])


def failure_list(state: AnalystSession) -> None:
    """One sentence for each file that could not be analyzed; they stay until the analyst clears them."""
    if not state.failed:
        return
    for sha256, failed in state.failed.items():
        st.error(f"{code_span(failed.name)}  \n{escape_markdown(sentence(failed.fact))}", icon=":material/error:")
        if sha256 in state.stored:
            st.button(text("page-try-again"), key=f"again_{sha256}", on_click=state.enqueue, args=(sha256,))
    st.button(text("page-clear-messages", number=len(state.failed)), on_click=state.remove_failed, type="tertiary")
