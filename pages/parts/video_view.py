"""One analysed video: what is said of it, the player, the persons over time, the chosen moment."""

import streamlit as st

from explain.pdf.words import verdict_words
from forensics.clock import clock
from forensics.messages.catalogue import sentence
from forensics.reference_faces import references_count
from forensics.reference_words import without_words
from forensics.strength import suspicion
from forensics.strength_words import strength
from forensics.video.assessment import assess
from forensics.video.flicker import flicker
from forensics.video.judging import FileJudgement, TrackJudgement
from forensics.video.lines import FEWEST
from forensics.video.types import SampledFrame, VideoResult
from pages.parts import session
from pages.parts.moment_view import moment_view, nearest
from pages.parts.people import page_of, people
from pages.parts.player import player
from pages.parts.state import Session
from pages.parts.text import count, file_size, literal, plain
from pages.parts.thinning import MOST_POINTS
from pages.parts.timeline_chart import CONFIG, Person, timeline
from pages.parts.video_exports import video_exports
from pages.parts.video_words import standing
from pages.parts.wording import BADGE_COLOURS, badge

RULE = (
    "A video is called by the person with the strongest signs; a person by the strongest stretch of evaluated frames "
    "that lasts a second or more, or by all of them together, and never by a single frame."
)

RULE_OF_FEW = (
    f"A video is called by the person with the strongest signs. Fewer than {FEWEST} frames were looked at, so each "
    "person is judged by the single frame of the middle score, as a face in a photograph would be."
)

READING = (
    "Click into a row to look at that moment. Thick line: the score over time, higher is more suspect, in its 95 % "
    "band. Dots: single frames; crosses at the bottom: frames in which the person was not evaluated. Thin dashes: the "
    "thresholds. Vertical lines: cuts, and the chosen moment."
)

THINNED = (
    f" The video is long: of more than {MOST_POINTS:,} points in a row so many are drawn, peaks among them. Click near "
    "a moment, and reach the frames between with Previous frame and Next frame."
)

FLICKER = (
    "**Flicker** is how much the mask (solid) and the residual (dashed: the reconstruction's error) change from one "
    "look at a face to the next. A forgery made frame by frame may sit a little differently in each. A turning head, "
    "talking, a change of light and compression make them jump as well, and an empty mask cannot: it is a hint where "
    "to look, and takes no part in the verdict."
)

NOBODY = (
    "No face was found in the frames that were looked at, so nothing was scored. That says nothing about the rest of "
    "the video."
)


def video_view(state: Session, result: VideoResult) -> None:
    """Draw all that is known of the video."""
    judgement = assess(result).file
    chosen = state.work_on_video(result.video.sha256).moment or _first_moment(result, judgement)
    st.subheader(literal(result.video.name))
    left, right = st.columns([5, 3], gap="medium")
    with left:
        player(result.video, state.work_on_video(result.video.sha256).annotated, chosen.seconds)
    with right:
        _decision(result, judgement, RULE if len(result.frames) >= FEWEST else RULE_OF_FEW)
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


def _decision(result: VideoResult, judgement: FileJudgement, rule: str) -> None:
    decision, card = judgement.decision, result.judged_by(judgement.face_id)
    st.badge(verdict_words(decision, card), color=BADGE_COLOURS[decision.verdict])
    said = f"{sentence(decision.reason)} {strength(decision, card)}"
    st.markdown(plain(said if judgement.tracks else NOBODY))
    if judgement.tracks:
        if references_count(result):
            st.caption(plain(without_words(assess(result).without_references.decision, result.card)))
        st.caption(rule)
    if len(judgement.tracks) > 1:
        lines = [f"{badge(verdict)}: {count(number, 'person')}" for verdict, number in standing(judgement).items()]
        st.markdown("  \n".join(lines))


def _facts(state: Session, result: VideoResult) -> None:
    video, sha256 = result.video, result.video.sha256
    length = "length not declared" if video.seconds is None else clock(float(video.seconds))
    rate = "" if video.frame_rate is None else f", {float(video.frame_rate):.4g} frames a second"
    cuts = count(len(result.cuts), "cut") if result.cuts else "no cut"
    st.caption(
        f"{length}, {video.width} × {video.height} pixels{rate}, {plain(video.codec)} in {video.media_type}, "
        f"{file_size(video.size)}  \n{count(len(result.frames), 'frame')} looked at up to {clock(result.seconds)}, "
        f"{cuts}  \nNetwork: {plain(result.card.title)}, version {plain(result.card.version)}"
    )
    st.code(sha256, language=None, wrap_lines=True)
    notes = [*video.notes, *dict.fromkeys(skipped.reason for skipped in result.skipped)]
    if notes:
        with st.expander(count(len(notes), "note")):
            for note in notes:
                st.markdown(plain(sentence(note)))
    st.button(
        "Remove this file",
        key=f"remove_{sha256}",
        icon=":material/delete:",
        type="tertiary",
        on_click=state.remove,
        args=(sha256,),
    )


def _warnings(state: Session, result: VideoResult) -> None:
    sha256 = result.video.sha256
    if result.broken_packets:
        broken = f"{count(result.broken_packets, 'piece')} of the stream could not be decoded and were passed over."
        st.warning(broken, icon=":material/broken_image:")
    if result.ended:
        st.warning(plain(sentence(result.ended)), icon=":material/hourglass_disabled:")
    if state.jobs[sha256].state == "stopped":
        st.button(
            "Go on", key=f"go_on_{sha256}", icon=":material/play_circle:", on_click=state.put_in_line, args=(sha256,)
        )


def _people(state: Session, result: VideoResult, judgement: FileJudgement, chosen: SampledFrame) -> None:
    sha256 = result.video.sha256
    st.subheader("Persons")
    shown = page_of(ranked(judgement), sha256)
    people(result, shown, lambda frame: state.look_at(sha256, frame))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader("Persons over time")
        flickers = st.toggle("Flicker", key=f"flicker_{sha256}", persist_state="session")
    rows = [_person(result, one, flickers) for one in shown]
    key = f"timeline_{sha256}_{'_'.join(str(one.face_id) for one in shown)}"
    st.plotly_chart(
        timeline(result, rows, chosen),
        config=CONFIG,
        key=key,
        on_select=lambda: _clicked(state, result, key),
        selection_mode="points",
        alt=f"{count(len(rows), 'person')} over time; the cards above say the same in words",
    )
    st.caption(READING + (THINNED if len(result.frames) > MOST_POINTS else ""))
    if flickers:
        st.markdown(f":small[{FLICKER}]")


def ranked(judgement: FileJudgement) -> list[TrackJudgement]:
    """The persons, most suspect first: by verdict, then by likelihood ratio and score, then by number."""

    def order(track: TrackJudgement) -> tuple[float, ...]:
        return *suspicion(track.decision, track.score), -track.face_id

    return sorted(judgement.tracks, key=order, reverse=True)


def _person(result: VideoResult, one: TrackJudgement, flickers: bool) -> Person:
    track = result.track(one.face_id)
    return Person(track, one, assess(result).lines[one.face_id], flicker(track) if flickers else None)


def _clicked(state: Session, result: VideoResult, key: str) -> None:
    points = session.clicked(key)
    if points:  # a second click on the same point only takes the choice away
        state.look_at(result.video.sha256, nearest(result.frames, points[0]["x"]))
