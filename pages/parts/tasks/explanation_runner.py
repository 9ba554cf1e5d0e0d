"""The slow work of the pages: loading networks and explaining faces, with progress, once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from explain.faithfulness import assess_faithfulness, random_map_metrics
from explain.methods import METHODS, explain
from explain.types import ExplanationRequest
from forensics.detectors.registry import Detector, load_detector
from forensics.errors import ExplanationError
from forensics.facts import Value
from forensics.messages.catalogue import text
from pages.parts.session.face_explanations import FaceKey
from pages.parts.session.session import AnalystSession


@st.cache_resource(show_spinner=False)
def cached_detector(name: str) -> Detector:
    """The detector, loaded once for all analysts. Raises DetectorError where its weights or card are damaged."""
    return load_detector(name)


class ExplanationTask(NamedTuple):
    """A question about a face whose map, and how far it can be trusted, are wanted."""

    face: FaceKey
    question: ExplanationRequest


def pending_tasks(
    state: AnalystSession, shown: Sequence[ExplanationTask], ranked: Sequence[ExplanationTask] = ()
) -> list[ExplanationTask]:
    """What is left to do, in the order in which it is done: maps before measurements, what is shown before the rest."""

    def left(wanted: Sequence[ExplanationTask]) -> list[ExplanationTask]:
        works = [(one, state.face_explanations(one.face)) for one in dict.fromkeys(wanted)]
        return [one for one, work in works if one.question not in work.stopped and not work.is_complete(one.question)]

    shown_first = sorted(left(shown), key=lambda one: one.question in state.face_explanations(one.face).maps)
    return list(dict.fromkeys([*shown_first, *left(ranked)]))


def run_next_step(state: AnalystSession, wanted: ExplanationTask, say: Callable[[float, str], None]) -> None:
    """Compute the map, or where there is one measure how far it can be trusted, and keep the outcome at once.

    say: told the share done and what is being done. What it raises stops the work; nothing half done is kept.
    """
    face, question = wanted
    result = state.pictures[face[0]]
    finding, loaded, known = (
        result.finding(face[1]),
        cached_detector(result.settings.detector),
        state.face_explanations(face),
    )
    named: dict[str, Value] = {"face": face[1], "method": METHODS[question.method].title}
    try:
        if question not in known.maps:
            said = text("page-computing-map", **named)
            state.store_map(face, explain(loaded, finding, question, lambda share: say(share, said)))
            return
        if (question.target, question.place) not in known.random:
            said = text("page-computing-random", face=face[1])
            random = random_map_metrics(loaded, finding, question, lambda share: say(share, said))
            state.store_random_maps(face, question, random)
        said = text("page-computing-trust", **named)
        random = known.random[question.target, question.place]
        state.store_map(
            face, assess_faithfulness(loaded, finding, known.maps[question], random, lambda share: say(share, said))
        )
    except ExplanationError as error:
        state.store_failure(face, question, error.fact)


def run_all(state: AnalystSession, wanted: Sequence[ExplanationTask]) -> None:
    """Compute and measure all of these, with a bar that shows how far it is."""
    bar = st.progress(0.0)
    left = pending_tasks(state, wanted)

    def say(share: float, said: str) -> None:
        bar.progress(share, text=text("page-maps-left", said=said, left=len(left)))

    while left:
        run_next_step(state, left[0], say)
        left = pending_tasks(state, wanted)
    bar.empty()
