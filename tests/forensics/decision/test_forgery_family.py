"""The hint at a family of forgeries."""

import pytest
from family_findings import finding

from forensics.decision.forgery_family import family_description, family_hint_sentence, predicted_family
from forensics.synthesis.families import FAMILIES
from forensics.types.family_names import FAMILY_NAMES


def test_the_first_family_is_named_in_words():
    told = family_hint_sentence(finding(("hull_swap", 0.62), ("splice", 0.38)))
    assert told == "Looks most like: a polygon face swap (FaceSwap) (hint, 62 %)"


@pytest.mark.parametrize("family", [("hull_swap", 0.49), ("something new", 0.99)])
def test_an_unsure_or_unknown_family_is_unknown(family):
    assert family_hint_sentence(finding(family)) == "Looks most like: unknown (hint)"


def test_inconclusive_faces_get_the_hint_and_others_none():
    family = ("retouch", 0.8)
    assert family_hint_sentence(finding(family, verdict="inconclusive")) == "Looks most like: retouching (hint, 80 %)"
    assert family_hint_sentence(finding(family, verdict="no signs found")) == ""
    assert family_hint_sentence(finding(family, verdict="not evaluated")) == ""


def test_a_network_without_families_gives_no_hint():
    assert family_hint_sentence(finding()) == ""


def test_every_family_that_is_made_here_has_words():
    assert tuple(FAMILIES) == FAMILY_NAMES


def test_the_named_family_is_none_where_the_network_is_unsure_or_names_none():
    assert predicted_family(finding(("splice", 0.5), ("retouch", 0.5))) == "splice"
    assert predicted_family(finding(("splice", 0.4), ("retouch", 0.3), ("hull_swap", 0.3))) is None
    assert predicted_family(finding()) is None


def test_a_family_is_described_and_one_that_is_not_known_is_said_to_be():
    described = {family: family_description(family) for family in (*FAMILY_NAMES, "something new")}
    assert described["retouch"] == "retouching"
    assert described["something new"] == "unknown"
    assert len({*described.values()}) == len(described)
