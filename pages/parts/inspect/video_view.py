"""One analyzed video: what is said of it, the player, the persons over time, the chosen moment."""

import math

import streamlit as st

from explain.pdf.verdict_wording import symbol_and_label, verdict_cell
from forensics.analysis.reference_wording import without_references_sentence
from forensics.analysis.references import uses_references
from forensics.analysis.video_assessment import assess_video
from forensics.decision.flicker import compute_flicker
from forensics.decision.score_curve import MIN_OBSERVATIONS
from forensics.decision.strength import suspicion_key
from forensics.decision.strength_wording import strength_sentence
from forensics.decision.video_verdict import PersonVerdict, VideoVerdict
from forensics.measurements.provenance import with_provenance_note
from forensics.messages.catalogue import sentence, text
from forensics.messages.language import current_language
from forensics.messages.numbers import time_text
from forensics.types.video import SampledFrame, VideoResult
from pages.parts.inspect.frame_view import frame_view, nearest_frame
from pages.parts.inspect.person_cards import paginate, person_cards
from pages.parts.inspect.timeline_chart import CONFIG, PersonRow, timeline_chart
from pages.parts.inspect.video_downloads import video_downloads
from pages.parts.session import session_state
from pages.parts.session.session import AnalystSession
from pages.parts.text.markdown import code_span, escape_markdown, format_file_size
from pages.parts.text.video_wording import person_verdict_counts
from pages.parts.text.wording import BADGE_COLORS
from pages.parts.widgets.downsampling import MAX_POINTS
from pages.parts.widgets.video_player import video_player


def video_view(state: AnalystSession, result: VideoResult) -> None:
    """Draw all that is known of the video."""
    judgment = assess_video(result).file
    moment = state.video_state(result.video.sha256).moment  # perhaps of an earlier analysis, with other times
    chosen = nearest_frame(result.frames, moment.seconds) if moment else _first_moment(result, judgment)
    st.subheader(code_span(result.video.name))
    left, right = st.columns([5, 3], gap="medium")
    with left:
        annotated = state.video_state(result.video.sha256).annotated.get(current_language())
        video_player(result.video, annotated, chosen.seconds)
    with right:
        _decision(result, judgment)
        _warnings(state, result)
        _facts(state, result)
    if result.tracks:
        _people(state, result, judgment, chosen)
    frame_view(state, result, chosen)
    video_downloads(state, result)


def _first_moment(result: VideoResult, judgment: VideoVerdict) -> SampledFrame:
    """The most suspect moment of the strongest person; the first frame where nobody was seen."""
    if judgment.face_id is None:
        return result.frames[0]
    return assess_video(result).moments[judgment.face_id].worst.frame


def _decision(result: VideoResult, judgment: VideoVerdict) -> None:
    decision, card = judgment.decision, result.judged_by(judgment.face_id)
    st.badge(verdict_cell(decision, card), color=BADGE_COLORS[decision.verdict])
    said = f"{sentence(decision.reason)} {strength_sentence(decision, card)}"
    st.markdown(escape_markdown(said) if judgment.tracks else text("page-video-nobody"))
    if judgment.tracks:
        if uses_references(result):
            st.caption(
                escape_markdown(
                    without_references_sentence(assess_video(result).without_references.decision, result.card)
                )
            )
        few = len(result.frames) < MIN_OBSERVATIONS
        st.caption(text("page-video-rule-of-few", fewest=MIN_OBSERVATIONS) if few else text("page-video-rule"))
    if len(judgment.tracks) > 1:
        counts = person_verdict_counts(judgment).items()
        lines = [f"{symbol_and_label(verdict)}: {text('pdf-persons', persons=number)}" for verdict, number in counts]
        st.markdown("  \n".join(lines))


def _facts(state: AnalystSession, result: VideoResult) -> None:
    video, sha256 = result.video, result.video.sha256
    lines = [
        text(
            "page-video-file",
            length="none" if video.seconds is None else time_text(float(video.seconds)),
            width=video.width,
            height=video.height,
            rate=math.nan if video.frame_rate is None else float(video.frame_rate),
            codec=escape_markdown(video.codec),
            type=video.media_type,
            size=format_file_size(video.size),
        ),
        text(
            "page-video-looked-at",
            frames=result.frames_looked_at,
            until=time_text(result.seconds),
            cuts=len(result.cuts),
        ),
        with_provenance_note(
            text(
                "page-video-network",
                title=escape_markdown(result.card.title),
                version=escape_markdown(result.card.version),
            ),
            result.card,
        ),
    ]
    st.caption("  \n".join(lines))
    st.code(sha256, language=None, wrap_lines=True)
    notes = [*video.notes, *dict.fromkeys(skipped.reason for skipped in result.skipped)]
    if notes:
        with st.expander(text("page-video-notes", notes=len(notes)), key=f"notes_{video.sha256}"):
            for note in notes:
                st.markdown(escape_markdown(sentence(note)))
    st.button(
        text("page-video-remove"),
        key=f"remove_{sha256}",
        icon=":material/delete:",
        type="tertiary",
        on_click=state.remove,
        args=(sha256,),
    )


def _warnings(state: AnalystSession, result: VideoResult) -> None:
    sha256 = result.video.sha256
    if result.broken_packets:
        st.warning(text("page-video-broken", pieces=result.broken_packets), icon=":material/broken_image:")
    if result.ended:
        st.warning(escape_markdown(sentence(result.ended)), icon=":material/hourglass_disabled:")
    if state.jobs[sha256].state == "stopped":
        st.button(
            text("page-video-go-on"),
            key=f"go_on_{sha256}",
            icon=":material/play_circle:",
            on_click=state.enqueue,
            args=(sha256,),
        )


def _people(state: AnalystSession, result: VideoResult, judgment: VideoVerdict, chosen: SampledFrame) -> None:
    sha256 = result.video.sha256
    st.subheader(text("pdf-table-of-persons"))
    shown = paginate(rank_persons(judgment), sha256)
    person_cards(result, shown, lambda frame: state.select_frame(sha256, frame))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader(text("page-video-over-time"))
        flickers = st.toggle(text("page-video-flicker"), key=f"flicker_{sha256}", persist_state="session")
    rows = [_person(result, one, flickers) for one in shown]
    key = f"timeline_{sha256}_{'_'.join(str(one.face_id) for one in shown)}"
    st.plotly_chart(
        timeline_chart(result, rows, chosen),
        config=CONFIG,
        key=key,
        on_select=lambda: _clicked(state, result, key),
        selection_mode="points",
        alt=text("page-video-over-time-alt", persons=len(rows)),
    )
    thinned = text("page-video-thinned", points=MAX_POINTS) if len(result.frames) > MAX_POINTS else ""
    st.caption(" ".join(filter(None, (text("page-video-reading"), thinned))))
    if flickers:
        st.markdown(f":small[{text('page-video-flicker-means')}]")


def rank_persons(judgment: VideoVerdict) -> list[PersonVerdict]:
    """The persons, most suspect first: by verdict, then by likelihood ratio and score, then by number."""

    def order(track: PersonVerdict) -> tuple[float, ...]:
        return *suspicion_key(track.decision, track.score), -track.face_id

    return sorted(judgment.tracks, key=order, reverse=True)


def _person(result: VideoResult, one: PersonVerdict, flickers: bool) -> PersonRow:
    track = result.track(one.face_id)
    return PersonRow(track, one, assess_video(result).lines[one.face_id], compute_flicker(track) if flickers else None)


def _clicked(state: AnalystSession, result: VideoResult, key: str) -> None:
    points = session_state.selected_points(key)
    if points:  # a second click on the same point only takes the choice away
        state.select_frame(result.video.sha256, nearest_frame(result.frames, points[0]["x"]))
