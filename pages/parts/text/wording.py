"""The app's words for findings."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from explain.pdf.verdict_wording import symbol_and_label
from explain.types import Trust
from forensics.decision.strength import suspicion_key
from forensics.decision.strength_wording import VERDICTS as VERDICT_CODES
from forensics.decision.strength_wording import Noun
from forensics.messages.catalogue import text
from forensics.messages.numbers import format_score
from forensics.types.analysis import FaceFinding, ImageResult, Verdict

BadgeColor = Literal["primary", "red", "orange", "violet", "blue", "gray"]

BADGE_COLORS: dict[Verdict, BadgeColor] = {
    Verdict.SIGNS: "orange",
    Verdict.INCONCLUSIVE: "violet",
    Verdict.NO_SIGNS: "blue",
    Verdict.NOT_EVALUATED: "gray",
}
"""Names of theme colors; .streamlit/config.toml gives them the values of explain/drawing/overlay.py."""


class MethodSentences(NamedTuple):
    """What a panel shows, what it does not, and what to look for in it."""

    shows: str
    does_not_show: str
    look_for: str = ""


OUTPUTS = ("original", "mask", "reconstruction", "reconstruction_error")
"""The network's own outputs, each with a panel, by what messages call them."""

TRUST_COLORS: dict[Trust, BadgeColor] = {Trust.FAITHFUL: "primary", Trust.WEAK: "gray", Trust.CHANCE: "red"}
"""Colors of the badges; none of a verdict about a face. Symbols and words are those of the report."""


badge = symbol_and_label
"""The verdict with its symbol, which is the same in the report."""


def verdict_meaning(verdict: Verdict) -> str:
    """What a verdict says of a face, for whatever network."""
    return text("page-meaning", verdict=VERDICT_CODES[verdict])


def output_title(output: str) -> str:
    return text("page-output", output=output)


def output_sentences(output: str) -> MethodSentences:
    given = {"output": output}
    return MethodSentences(
        text("page-output-shows", **given),
        text("page-output-does-not-show", **given),
        text("page-output-look-for", **given),
    )


def face_label(finding: FaceFinding, noun: Noun = "face") -> str:
    """ "Face 3: inconclusive, score 0.512"; a face that was not evaluated has no score to speak of. noun: "person" in a
    frame of a video."""
    verdict = finding.decision.verdict
    return text(
        "page-face-label",
        noun=noun,
        face=finding.region.face_id,
        verdict=VERDICT_CODES[verdict],
        score="none" if verdict == Verdict.NOT_EVALUATED else format_score(finding.fake_score),
    )


def count_verdicts(verdicts: Iterable[Verdict]) -> dict[Verdict, int]:
    """How many got which verdict, most serious first, without those nobody got."""
    found = Counter(verdicts)
    return {verdict: found[verdict] for verdict in Verdict if found[verdict]}


def verdict_counts(result: ImageResult) -> dict[Verdict, int]:
    """How many faces got which verdict."""
    return count_verdicts(finding.decision.verdict for finding in result.findings)


def finding_suspicion(finding: FaceFinding) -> tuple[float, ...]:
    """To sort by, the most suspect highest."""
    return suspicion_key(finding.decision, finding.fake_score)
