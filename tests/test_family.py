"""The hint at a family of forgeries."""

from dataclasses import replace

import numpy as np
import pytest
from specimens import decision_of, finding_of, region_of

from forensics.decision.forgery_family import family_hint_sentence, predicted_family
from forensics.synthesis.families import FAMILIES
from forensics.types.analysis import FamilyScore
from forensics.types.family_names import FAMILY_NAMES


def finding(*families, verdict="signs of manipulation"):
    found = finding_of(region_of(np.zeros((4, 4, 3), np.uint8)), 0.95, decision_of(verdict))
    return replace(found, families=tuple(FamilyScore(*family) for family in families))


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
