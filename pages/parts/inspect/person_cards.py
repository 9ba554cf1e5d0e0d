"""The persons of a video: what is said of each, with the moments to look at first."""

from collections.abc import Callable, Sequence
from math import isnan

import streamlit as st

from explain.drawing.timeline_layout import format_period, visible_periods
from explain.pdf.verdict_wording import verdict_cell
from forensics.analysis.reference_wording import reference_note
from forensics.analysis.video_assessment import assess_video
from forensics.decision.calibration import person_limits
from forensics.decision.strength_wording import strength_sentence
from forensics.decision.video_verdict import PersonVerdict
from forensics.messages.catalogue import format_list, sentence, text
from forensics.messages.numbers import format_score, time_text
from forensics.types.analysis import Verdict
from forensics.types.video import SampledFrame, Track, VideoResult
from pages.parts.session import session_state
from pages.parts.text.markdown import escape_markdown
from pages.parts.text.video_wording import when_sentence
from pages.parts.text.wording import BADGE_COLORS
from pages.parts.widgets.reference_view import stretch_button
from pages.parts.widgets.score_scale import score_scale

PEOPLE_PER_PAGE = 6
"""Rows of a timeline that fit on a screen or two."""

MOMENTS = ("worst", "typical", "best")
"""What messages call them."""

MAX_TIMES = 6
"""Periods that are listed; a person who comes and goes would fill the card."""


def paginate(ranked: Sequence[PersonVerdict], sha256: str) -> list[PersonVerdict]:
    """Draw what chooses a page of persons where there are many. ranked: most suspect first."""
    pages = -(-len(ranked) // PEOPLE_PER_PAGE)
    if pages < 2:
        return list(ranked)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(text("page-people-pages", persons=len(ranked), shown=PEOPLE_PER_PAGE))
        page = st.pagination(pages, key=f"people_{sha256}", persist_state="session")
    return list(ranked[(page - 1) * PEOPLE_PER_PAGE : page * PEOPLE_PER_PAGE])


def person_cards(
    result: VideoResult, persons: Sequence[PersonVerdict], look_at: Callable[[SampledFrame], None]
) -> None:
    """Draw a card a person. look_at: is told which frame was chosen, before the page is drawn again."""
    with st.grid(columns=3, min_column_width=400, gap="small"):
        for one in persons:
            with st.container(border=True):
                _card(result, result.track(one.face_id), one, look_at)


def _card(result: VideoResult, track: Track, one: PersonVerdict, look_at: Callable[[SampledFrame], None]) -> None:
    verdict, card = one.decision.verdict, result.judged_by(one.face_id)
    name = text("pdf-person-number", person=track.face_id)
    picture, words = st.columns([1, 4], gap="small")
    picture.image(track.thumbnail, width="stretch", alt=name)
    with words:
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"#### {name}")
            st.badge(verdict_cell(one.decision, card), color=BADGE_COLORS[verdict])
        when = when_sentence(one)
        if when:
            st.markdown(escape_markdown(when))
    if verdict != Verdict.NOT_EVALUATED:
        left, right = st.columns([3, 2], vertical_alignment="center")
        left.html(score_scale(one.score, person_limits(card)))
        right.markdown("  \n".join(_score(one)))
    st.markdown(escape_markdown(f"{sentence(one.decision.reason)} {strength_sentence(one.decision, card)}"))
    if result.references is not None:
        bare = assess_video(result).person_without_references(one.face_id)
        if beside := reference_note(result, one.face_id, bare.decision):
            st.caption(escape_markdown(beside))
    st.caption(text("page-people-seen", times=_times(one), evaluated=one.evaluated, sightings=one.sightings))
    _moments(result, track, one, look_at)
    if verdict != Verdict.NOT_EVALUATED:
        sightings = track.sightings
        person = result.video.sha256, track.face_id
        stretch_button(session_state.current_session(), person, sightings[0].seconds, sightings[-1].seconds)


def _times(one: PersonVerdict) -> str:
    periods = [format_period(*edges) for edges in visible_periods(one.spans)]
    times, more = format_list(periods[:MAX_TIMES]), len(periods) - MAX_TIMES
    return text("page-people-times-and-more", times=times, more=more) if more > 0 else times


def _score(one: PersonVerdict) -> list[str]:
    """A line each: the score, and its interval, which that of a single frame has not."""
    lines = [text("page-people-score", score=escape_markdown(format_score(one.score)))]
    if not isnan(one.low):
        low, high = escape_markdown(format_score(one.low)), escape_markdown(format_score(one.high))
        lines.append(f":small[{text('page-people-interval', low=low, high=high)}]")
    return lines


def _moments(result: VideoResult, track: Track, one: PersonVerdict, look_at: Callable[[SampledFrame], None]) -> None:
    chosen = assess_video(result).moments[track.face_id]
    evaluated = one.decision.verdict != Verdict.NOT_EVALUATED
    with st.container(horizontal=True, gap="small"):
        for name in MOMENTS if evaluated else ("typical",):
            frame = getattr(chosen, name).frame
            moment = name if evaluated else "clearest"
            st.button(
                text("page-people-moment", moment=moment, time=time_text(frame.seconds)),
                key=f"{name}_{result.video.sha256}_{track.face_id}",
                on_click=look_at,
                args=(frame,),
                type="tertiary",
                icon=":material/my_location:",
            )
