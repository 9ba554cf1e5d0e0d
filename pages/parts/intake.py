"""Taking files in: dropped ones, samples, and what is to be scored in them."""

import hashlib
from typing import BinaryIO

import streamlit as st

from forensics.detectors import available_detectors, damaged_detectors
from forensics.errors import MediaError
from forensics.media import MAX_FILE_BYTES
from forensics.messages.catalogue import sentence
from forensics.signatures import is_video
from forensics.types import AnalysisSettings, FailedFile
from forensics.video.reading import HEAD
from pages.parts.gallery import Sample, samples, thumbnail
from pages.parts.held import Upload
from pages.parts.state import Session
from pages.parts.text import count, literal, plain
from pages.parts.video_jobs import take_in

FACE_MODES = {"detect": "Find the faces", "whole": "Whole picture as one face"}

RATES = (1.0, 2.0, 5.0, 10.0)
"""Frames of a video in each second, to choose from."""

MAX_UPLOAD_BYTES = 1_000_000 * st.get_option("server.maxUploadSize")


def take_files(state: Session) -> None:
    """Draw the ways in and put what came in line."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _take_uploads(state)
    with right:
        _choose_settings(state)
    untouched = not (state.outcomes or state.waiting or state.jobs)
    with st.expander("Samples to try", icon=":material/photo_library:", expanded=untouched, key=f"samples_{untouched}"):
        _offer_samples(state)
    if state.repeated:
        names = ", ".join(literal(name) for name in state.repeated)
        st.info(f"Already here, byte for byte, and not analysed again: {names}", icon=":material/content_copy:")


def _take_uploads(state: Session) -> None:
    # A new key for each delivery: the files live in the session from then on, and the uploader's own list, which a
    # change of page would empty, is never the only place that knows them.
    files = st.file_uploader(
        f"Drop photographs or videos here: JPEG, PNG, WebP, TIFF, BMP or HEIC up to {MAX_FILE_BYTES // 1_000_000} MB; "
        f"MP4, MOV, WebM, MKV, AVI or GIF up to {MAX_UPLOAD_BYTES // 1_000_000} MB",
        accept_multiple_files=True,
        key=f"uploads_{state.uploads_taken}",
    )
    if files:
        _receive(state, [(file.name, file) for file in files])
        st.rerun()


def _receive(state: Session, files: list[tuple[str, BinaryIO]]) -> None:
    """Pictures into memory, videos onto the disk, each by its bytes whatever its name says."""
    received = []
    for name, file in files:
        head = file.read(HEAD)
        file.seek(0)
        try:
            received.append(take_in(state, name, file) if is_video(head) else Upload(name, file.read()))
        except MediaError as error:
            state.refuse(FailedFile(name, error.fact, _sha256(file)))
    state.receive(received)


def _sha256(file: BinaryIO) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def _choose_settings(state: Session) -> None:
    faces = st.segmented_control(
        "What to score",
        list(FACE_MODES),
        default=state.settings.faces,
        required=True,
        format_func=FACE_MODES.get,
        help="Take the whole picture as one face where it is a cut-out face already, or where none was found.",
    )
    names = available_detectors()
    name = st.segmented_control(
        "Network",
        names,
        default=state.settings.detector if state.settings.detector in names else names[0],
        required=True,
        help="The page Method says what each of them is and how well it was measured to do.",
    )
    rate = st.segmented_control(
        "Of a video, frames in each second",
        RATES,
        default=state.settings.sample_fps,
        required=True,
        format_func=lambda rate: f"{rate:g}",
        help="Where a score changes fast, more are looked at. Fewer take less time, and a short manipulation may fall "
        "between them.",
    )
    for reason in damaged_detectors():
        st.warning(plain(sentence(reason)), icon=":material/warning:")
    state.change_settings(AnalysisSettings(faces=faces, detector=name, sample_fps=rate))


def _offer_samples(state: Session) -> None:
    with st.grid(min_column_width=130, gap="small"):
        for sample in samples():
            with st.container(gap="xsmall"):
                st.image(thumbnail(sample.path, is_video=sample.is_video), width="stretch", alt=sample.title)
                st.button(
                    sample.title,
                    key=f"sample_{sample.path.name}",
                    help=plain(f"{sample.how} Origin: {sample.origin}. Licence: {sample.licence}."),
                    on_click=_receive_sample,
                    args=(state, sample),
                    width="stretch",
                    type="tertiary",
                )


def _receive_sample(state: Session, sample: Sample) -> None:
    with sample.path.open("rb") as file:
        _receive(state, [(sample.path.name, file)])


def show_failures(state: Session) -> None:
    """One sentence for each file that could not be analysed; they stay until the analyst clears them."""
    if not state.failed:
        return
    for sha256, failed in state.failed.items():
        st.error(f"{literal(failed.name)}  \n{plain(sentence(failed.fact))}", icon=":material/error:")
        if sha256 in state.stored:
            st.button("Try again", key=f"again_{sha256}", on_click=state.put_in_line, args=(sha256,))
    st.button(f"Clear {count(len(state.failed), 'message')}", on_click=state.remove_failed, type="tertiary")
