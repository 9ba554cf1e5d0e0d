"""What the JSON document says of a decision's strength, and what sorts lists."""

import math

import pytest
from reasons import BETWEEN, TOO_SMALL

from forensics.decision.strength import strength_entry, suspicion_key
from forensics.messages.fact_document import fact_document
from forensics.types.analysis import Decision

NOT_EVALUATED = Decision("not evaluated", None, TOO_SMALL)


def test_the_entry_has_both_ratios_the_leaning_and_the_share_of_false_alarms():
    decision = Decision("inconclusive", 4.0, BETWEEN, 30.0, 0.07)
    assert strength_entry(decision) == {
        **{"likelihood_ratio": 4.0, "known_ratio": 30.0, "leaning": "towards manipulation", "false_alarms": 0.07},
        "reason": fact_document(BETWEEN),
    }


def test_of_what_was_not_evaluated_only_the_reason_is_said():
    assert strength_entry(NOT_EVALUATED) == {
        **dict.fromkeys(("likelihood_ratio", "known_ratio", "leaning", "false_alarms")),
        "reason": fact_document(TOO_SMALL),
    }


@pytest.mark.parametrize(
    ("decision", "score", "key"),
    [
        (Decision("signs of manipulation", 8.0, BETWEEN), 0.95, (3, 8.0, 0.95)),
        (Decision("inconclusive", 1.5, BETWEEN), 0.5, (2, 1.5, 0.5)),
        (Decision("no signs found", 0.5, BETWEEN), 0.1, (1, 0.5, 0.1)),
        (Decision("no signs found", 0.5, BETWEEN), math.nan, (1, 0.5, -1.0)),
        (NOT_EVALUATED, 0.99, (0, 0.0, -1.0)),
    ],
)
def test_lists_are_sorted_by_verdict_then_ratio_then_score(decision, score, key):
    assert suspicion_key(decision, score) == key
