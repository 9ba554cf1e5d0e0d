"""The chosen moment of a video: the frame, its boxes, its faces as cards."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

import streamlit as st

from forensics.analysis.stills import extract_still
from forensics.errors import MediaError
from forensics.facts import Value
from forensics.formatting import format_timecode
from forensics.messages.catalogue import sentence, text
from forensics.messages.numbers import in_language
from forensics.types.analysis import ImageResult
from forensics.types.video import SampledFrame, VideoResult
from forensics.validation import present
from pages.parts.inspect.face_cards import face_cards
from pages.parts.inspect.image_view import image_view
from pages.parts.session.session import AnalystSession
from pages.parts.tasks.explanation_runner import cached_detector
from pages.parts.text.markdown import escape_markdown


def nearest_frame(frames: Sequence[SampledFrame], seconds: float) -> SampledFrame:
    """The sampled frame that lies nearest in time; of two the earlier."""
    after = bisect_left(frames, seconds, key=lambda frame: frame.seconds)
    near = frames[max(0, after - 1) : after + 1]
    return min(near, key=lambda frame: abs(frame.seconds - seconds))


def frame_view(state: AnalystSession, result: VideoResult, chosen: SampledFrame) -> None:
    """Draw the frame and what was found in it."""
    sha256 = result.video.sha256
    _steps(result, chosen, lambda frame: state.select_frame(sha256, frame))
    try:
        picture = frame_still(state, result, chosen)
    except MediaError as error:
        st.error(escape_markdown(str(error)), icon=":material/error:")
        return
    left, right = st.columns([5, 3], gap="medium")
    with left:
        image_view(picture, noun="person")
    with right:
        _facts(result, chosen, picture)
    face_cards(picture, noun="person")


def frame_still(state: AnalystSession, result: VideoResult, frame: SampledFrame) -> ImageResult:
    """The frame as a picture of its own; taken out of the video once. Raises MediaError."""
    sha256 = result.video.sha256
    held = state.video_state(sha256).stills.get(frame.index)
    if held is not None:
        return held
    with st.spinner(text("page-moment-taking")):
        taken = extract_still(result, frame, cached_detector(result.settings.detector))
    state.store_still(sha256, frame, taken)
    return taken


def _steps(result: VideoResult, chosen: SampledFrame, look_at: Callable[[SampledFrame], None]) -> None:
    number = result.frames.index(chosen)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(text("page-moment-title", time=_time(chosen)), width="content")
        for label, icon, other in (
            (text("page-moment-previous"), "chevron_left", number - 1),
            (text("page-moment-next"), "chevron_right", number + 1),
        ):
            exists = 0 <= other < len(result.frames)
            st.button(
                label,
                key=f"{icon}_{result.video.sha256}",
                icon=f":material/{icon}:",
                on_click=look_at,
                args=(result.frames[other] if exists else chosen,),
                disabled=not exists,
            )


def _facts(result: VideoResult, chosen: SampledFrame, picture: ImageResult) -> None:
    st.markdown(
        text(
            "page-moment-frame",
            frame=chosen.index,
            time=_time(chosen),
            shot=chosen.shot + 1,
            shots=len(result.cuts) + 1,
            persons=len(picture.findings),
        )
    )
    for track in result.tracks:
        for sighting in track.sightings:
            if sighting.frame == chosen and sighting.evaluated and sighting.weight < 1:
                because = sentence(present(sighting.weight_reason))
                given: dict[str, Value] = {"person": track.face_id, "weight": sighting.weight, "because": because}
                st.caption(escape_markdown(text("page-moment-counts", **given)))
    st.caption(text("page-moment-single"))


def _time(frame: SampledFrame) -> str:
    return in_language(format_timecode(frame.seconds, 3))
