"""How strong an answer is: what the JSON document says of a decision beside its verdict; what sorts lists."""

import math
from typing import Any

from forensics.messages.fact_document import fact_document
from forensics.types.analysis import Decision, Verdict

SEVERITY_ORDER = (Verdict.NOT_EVALUATED, Verdict.NO_SIGNS, Verdict.INCONCLUSIVE, Verdict.SIGNS)
"""From the weakest verdict to the strongest."""


def suspicion_key(decision: Decision, fake_score: float) -> tuple[float, ...]:
    """What lists are sorted by, the most suspect highest: verdict, then likelihood ratio, which ends at its bounds,
    then score; a score that is NaN, or has no meaning, counts for nothing."""
    ratio = decision.likelihood_ratio
    score = -1.0 if ratio is None or math.isnan(fake_score) else fake_score
    return SEVERITY_ORDER.index(decision.verdict), ratio or 0.0, score


def strength_entry(decision: Decision) -> dict[str, Any]:
    """Plain JSON values, all null but the reason where the face was not evaluated.

    likelihood_ratio: of kinds of forgery that the detector may not know. known_ratio: of those it was trained on; null
    where the card tells none apart. leaning: "towards manipulation", "away from manipulation" or null. false_alarms:
    share of untouched faces that score at least so high. reason: as `forensics.export.document_types.Said`.
    """
    return {
        "likelihood_ratio": decision.likelihood_ratio,
        "known_ratio": decision.known_ratio,
        "leaning": decision.leaning,
        "false_alarms": decision.false_alarms,
        "reason": fact_document(decision.reason),
    }
