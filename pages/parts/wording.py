"""The app's words for findings."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from explain.pdf.words import SYMBOLS
from explain.types import Trust
from forensics.messages.numbers import score_text
from forensics.strength import suspicion
from forensics.types import AnalysisResult, FaceFinding, Verdict

VERDICTS: tuple[Verdict, ...] = ("signs of manipulation", "inconclusive", "no signs found", "not evaluated")

BADGE_COLOURS: dict[Verdict, str] = {
    "signs of manipulation": "orange",
    "inconclusive": "violet",
    "no signs found": "blue",
    "not evaluated": "gray",
}
"""Names of theme colours; .streamlit/config.toml gives them the values of explain/overlay.py."""

MEANINGS: dict[Verdict, str] = {
    "signs of manipulation": "The score lies in the range that manipulated faces reach and untouched ones seldom do.",
    "inconclusive": "The score lies where both kinds of face are common. Where it is at least twice as probable on one "
    "side, the answer leans to that side and says how far; elsewhere it leans to neither.",
    "no signs found": "The network found none of the traces of the kinds of forgery that it knows; a face forged in "
    "another way may score as low. How much a low score is worth then is what the ratio for such kinds says.",
    "not evaluated": "The face is too small, too blurred, too strongly compressed, mostly covered, cut off, or unlike "
    "the faces the network was calibrated on; its score has no meaning. The card of the face says which.",
}


class Sentences(NamedTuple):
    """What a panel shows, what it does not, and what to look for in it."""

    shows: str
    does_not_show: str
    look_for: str = ""


OUTPUTS = {
    "Original": Sentences(
        "The face as it was cut from the picture, with its margin, before it was resized for the network.",
        "What lies outside the crop. The network saw nothing of that.",
        "What the other panels mark: can you see it here with your own eyes?",
    ),
    "Mask": Sentences(
        "How probable it is for each pixel that it was manipulated; the white line is one half.",
        "Why. It is computed whatever the verdict, and a sentence says so where the two do not fit.",
        "A closed shape that follows a face, a part of it or a seam. Scattered specks say little.",
    ),
    "Reconstruction": Sentences(
        "The face as the network's decoder rebuilds it from the half of its memory that decided.",
        "What the face looked like before a manipulation. It is always coarse.",
        "Features that it changes: another mouth, eye or outline than in the original.",
    ),
    "Reconstruction error": Sentences(
        "How far the network's rebuilt face differs from the original, pixel by pixel.",
        "Manipulation as such: hair, glasses and fine texture are hard to rebuild in any face.",
        "Smooth skin that was hard to rebuild, or an error that stops sharply at a line.",
    ),
}
"""The network's own outputs, by the title of their panel."""


TRUST_COLOURS: dict[Trust, str] = {"faithful": "primary", "weak": "gray", "not better than chance": "red"}
"""Of the badges; none of a verdict about a face. Symbols and words are those of the report."""


def badge(verdict: Verdict) -> str:
    """The verdict with its symbol, which is the same in the report."""
    return f"{SYMBOLS[verdict]} {verdict}"


def face_label(finding: FaceFinding, noun: str = "face") -> str:
    """ "Face 3: inconclusive, score 0.512"; a face that was not evaluated has no score to speak of. noun: "person" in a
    frame of a video."""
    verdict = finding.decision.verdict
    score = "" if verdict == "not evaluated" else f", score {score_text(finding.fake_score)}"
    return f"{noun.capitalize()} {finding.region.face_id}: {verdict}{score}"


def counted(verdicts: Iterable[Verdict]) -> dict[Verdict, int]:
    """How many got which verdict, most serious first, without those nobody got."""
    found = Counter(verdicts)
    return {verdict: found[verdict] for verdict in VERDICTS if found[verdict]}


def verdict_counts(result: AnalysisResult) -> dict[Verdict, int]:
    """How many faces got which verdict."""
    return counted(finding.decision.verdict for finding in result.findings)


def suspicion_of(finding: FaceFinding) -> tuple[float, ...]:
    """To sort by, the most suspect highest."""
    return suspicion(finding.decision, finding.fake_score)
