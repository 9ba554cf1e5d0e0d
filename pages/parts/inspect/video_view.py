"""One analysed video: what is said of it, the player, the persons over time, the chosen moment."""

import math

import streamlit as st

from explain.pdf.verdict_wording import marked, verdict_words
from forensics.analysis.reference_wording import without_words
from forensics.analysis.references import references_count
from forensics.analysis.video_assessment import assess
from forensics.decision.flicker import flicker
from forensics.decision.score_curve import FEWEST
from forensics.decision.strength import suspicion
from forensics.decision.strength_wording import strength
from forensics.decision.video_verdict import FileJudgement, TrackJudgement
from forensics.messages.catalogue import sentence, text
from forensics.messages.language import current
from forensics.messages.numbers import time_text
from forensics.types.video import SampledFrame, VideoResult
from pages.parts.inspect.frame_view import moment_view, nearest
from pages.parts.inspect.person_cards import page_of, people
from pages.parts.inspect.timeline_chart import CONFIG, Person, timeline
from pages.parts.inspect.video_downloads import video_exports
from pages.parts.session import session_state
from pages.parts.session.session import Session
from pages.parts.text.markdown import file_size, literal, plain
from pages.parts.text.video_wording import standing
from pages.parts.text.wording import BADGE_COLOURS
from pages.parts.widgets.downsampling import MOST_POINTS
from pages.parts.widgets.video_player import player


def video_view(state: Session, result: VideoResult) -> None:
    """Draw all that is known of the video."""
    judgement = assess(result).file
    chosen = state.work_on_video(result.video.sha256).moment or _first_moment(result, judgement)
    st.subheader(literal(result.video.name))
    left, right = st.columns([5, 3], gap="medium")
    with left:
        annotated = state.work_on_video(result.video.sha256).annotated.get(current())
        player(result.video, annotated, chosen.seconds)
    with right:
        _decision(result, judgement)
        _warnings(state, result)
        _facts(state, result)
    if result.tracks:
        _people(state, result, judgement, chosen)
    moment_view(state, result, chosen)
    video_exports(state, result)


def _first_moment(result: VideoResult, judgement: FileJudgement) -> SampledFrame:
    """The most suspect moment of the strongest person; the first frame where nobody was seen."""
    if judgement.face_id is None:
        return result.frames[0]
    return assess(result).moments[judgement.face_id].worst.frame


def _decision(result: VideoResult, judgement: FileJudgement) -> None:
    decision, card = judgement.decision, result.judged_by(judgement.face_id)
    st.badge(verdict_words(decision, card), color=BADGE_COLOURS[decision.verdict])
    said = f"{sentence(decision.reason)} {strength(decision, card)}"
    st.markdown(plain(said) if judgement.tracks else text("page-video-nobody"))
    if judgement.tracks:
        if references_count(result):
            st.caption(plain(without_words(assess(result).without_references.decision, result.card)))
        few = len(result.frames) < FEWEST
        st.caption(text("page-video-rule-of-few", fewest=FEWEST) if few else text("page-video-rule"))
    if len(judgement.tracks) > 1:
        counts = standing(judgement).items()
        lines = [f"{marked(verdict)}: {text('pdf-persons', persons=number)}" for verdict, number in counts]
        st.markdown("  \n".join(lines))


def _facts(state: Session, result: VideoResult) -> None:
    video, sha256 = result.video, result.video.sha256
    lines = [
        text(
            "page-video-file",
            length="none" if video.seconds is None else time_text(float(video.seconds)),
            width=video.width,
            height=video.height,
            rate=math.nan if video.frame_rate is None else float(video.frame_rate),
            codec=plain(video.codec),
            type=video.media_type,
            size=file_size(video.size),
        ),
        text(
            "page-video-looked-at",
            frames=len(result.frames),
            until=time_text(result.seconds),
            cuts=len(result.cuts),
        ),
        text("page-video-network", title=plain(result.card.title), version=plain(result.card.version)),
    ]
    st.caption("  \n".join(lines))
    st.code(sha256, language=None, wrap_lines=True)
    notes = [*video.notes, *dict.fromkeys(skipped.reason for skipped in result.skipped)]
    if notes:
        with st.expander(text("page-video-notes", notes=len(notes)), key=f"notes_{video.sha256}"):
            for note in notes:
                st.markdown(plain(sentence(note)))
    st.button(
        text("page-video-remove"),
        key=f"remove_{sha256}",
        icon=":material/delete:",
        type="tertiary",
        on_click=state.remove,
        args=(sha256,),
    )


def _warnings(state: Session, result: VideoResult) -> None:
    sha256 = result.video.sha256
    if result.broken_packets:
        st.warning(text("page-video-broken", pieces=result.broken_packets), icon=":material/broken_image:")
    if result.ended:
        st.warning(plain(sentence(result.ended)), icon=":material/hourglass_disabled:")
    if state.jobs[sha256].state == "stopped":
        st.button(
            text("page-video-go-on"),
            key=f"go_on_{sha256}",
            icon=":material/play_circle:",
            on_click=state.put_in_line,
            args=(sha256,),
        )


def _people(state: Session, result: VideoResult, judgement: FileJudgement, chosen: SampledFrame) -> None:
    sha256 = result.video.sha256
    st.subheader(text("pdf-table-of-persons"))
    shown = page_of(ranked(judgement), sha256)
    people(result, shown, lambda frame: state.look_at(sha256, frame))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader(text("page-video-over-time"))
        flickers = st.toggle(text("page-video-flicker"), key=f"flicker_{sha256}", persist_state="session")
    rows = [_person(result, one, flickers) for one in shown]
    key = f"timeline_{sha256}_{'_'.join(str(one.face_id) for one in shown)}"
    st.plotly_chart(
        timeline(result, rows, chosen),
        config=CONFIG,
        key=key,
        on_select=lambda: _clicked(state, result, key),
        selection_mode="points",
        alt=text("page-video-over-time-alt", persons=len(rows)),
    )
    thinned = text("page-video-thinned", points=MOST_POINTS) if len(result.frames) > MOST_POINTS else ""
    st.caption(" ".join(filter(None, (text("page-video-reading"), thinned))))
    if flickers:
        st.markdown(f":small[{text('page-video-flicker-means')}]")


def ranked(judgement: FileJudgement) -> list[TrackJudgement]:
    """The persons, most suspect first: by verdict, then by likelihood ratio and score, then by number."""

    def order(track: TrackJudgement) -> tuple[float, ...]:
        return *suspicion(track.decision, track.score), -track.face_id

    return sorted(judgement.tracks, key=order, reverse=True)


def _person(result: VideoResult, one: TrackJudgement, flickers: bool) -> Person:
    track = result.track(one.face_id)
    return Person(track, one, assess(result).lines[one.face_id], flicker(track) if flickers else None)


def _clicked(state: Session, result: VideoResult, key: str) -> None:
    points = session_state.clicked(key)
    if points:  # a second click on the same point only takes the choice away
        state.look_at(result.video.sha256, nearest(result.frames, points[0]["x"]))
