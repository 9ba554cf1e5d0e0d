"""How strong an answer is: what the JSON document says of a decision beside its verdict."""

from forensics.reasons import reason_to_dict
from forensics.types import Decision
from forensics.wording import sentence


def strength_entry(decision: Decision) -> dict:
    """Plain JSON values, all null but the reason where the face was not evaluated.

    likelihood_ratio: of kinds of forgery that the detector may not know. known_ratio: of those it was trained on; null
    where the card tells none apart. leaning: "towards manipulation", "away from manipulation" or null. false_alarms:
    share of untouched faces that score at least so high. reason: one sentence; reason_code, with its numbers: the same
    for machines.
    """
    return {
        "likelihood_ratio": decision.likelihood_ratio,
        "known_ratio": decision.known_ratio,
        "leaning": decision.leaning,
        "false_alarms": decision.false_alarms,
        "reason": sentence(decision.reason),
        "reason_code": reason_to_dict(decision.reason),
    }
