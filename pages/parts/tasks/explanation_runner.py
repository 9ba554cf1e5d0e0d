"""The slow work of the pages: loading networks and explaining faces, with progress, once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from explain.faithfulness import assess, random_figures
from explain.methods import METHODS, explain
from explain.types import Question
from forensics.detectors.registry import Detector, load_detector
from forensics.errors import ExplanationError
from forensics.messages.catalogue import text
from pages.parts.session.face_explanations import FaceKey
from pages.parts.session.session import Session


@st.cache_resource(show_spinner=False)
def detector(name: str) -> Detector:
    """The detector, loaded once for all analysts. Raises DetectorError where its weights or card are damaged."""
    return load_detector(name)


class Wanted(NamedTuple):
    """A question about a face whose map, and how far it can be trusted, are wanted."""

    face: FaceKey
    question: Question


def pending(state: Session, shown: Sequence[Wanted], ranked: Sequence[Wanted] = ()) -> list[Wanted]:
    """What is left to do, in the order in which it is done: maps before measurements, what is shown before the rest."""

    def left(wanted: Sequence[Wanted]) -> list[Wanted]:
        works = [(one, state.work_on(one.face)) for one in dict.fromkeys(wanted)]
        return [one for one, work in works if one.question not in work.stopped and not work.is_done(one.question)]

    shown_first = sorted(left(shown), key=lambda one: one.question in state.work_on(one.face).maps)
    return list(dict.fromkeys([*shown_first, *left(ranked)]))


def advance(state: Session, wanted: Wanted, say: Callable[[float, str], None]) -> None:
    """Compute the map, or where there is one measure how far it can be trusted, and keep the outcome at once.

    say: told the share done and what is being done. What it raises stops the work; nothing half done is kept.
    """
    face, question = wanted
    result = state.pictures[face[0]]
    finding, loaded, known = result.finding(face[1]), detector(result.settings.detector), state.work_on(face)
    named = {"face": face[1], "method": METHODS[question.method].title}
    try:
        if question not in known.maps:
            said = text("page-computing-map", **named)
            state.keep_map(face, explain(loaded, finding, question, lambda share: say(share, said)))
            return
        if (question.target, question.place) not in known.random:
            said = text("page-computing-random", face=face[1])
            random = random_figures(loaded, finding, question, lambda share: say(share, said))
            state.keep_random(face, question, random)
        said = text("page-computing-trust", **named)
        random = known.random[question.target, question.place]
        state.keep_map(face, assess(loaded, finding, known.maps[question], random, lambda share: say(share, said)))
    except ExplanationError as error:
        state.keep_failure(face, question, error.fact)


def complete(state: Session, wanted: Sequence[Wanted]) -> None:
    """Compute and measure all of these, with a bar that shows how far it is."""
    bar = st.progress(0.0)
    while left := pending(state, wanted):
        advance(
            state,
            left[0],
            lambda share, said: bar.progress(share, text=text("page-maps-left", said=said, left=len(left))),
        )
    bar.empty()
