import pytest

from forensics.errors import TrainingError
from forensics.synthesis.families import FAMILIES
from forensics.training.batch_composition import COMPOSITIONS, FORGERY_SOURCES
from forensics.training.forgery_kinds import KINDS
from forensics.types.family_names import FAMILY_NAMES


@pytest.mark.parametrize("name", COMPOSITIONS)
def test_a_mixture_fills_a_batch_of_32_with_known_families(name):
    mixture = COMPOSITIONS[name]
    assert sum(mixture.fakes.values()) + 2 * mixture.pairs + mixture.untouched == 32
    assert sum(mixture.families.values()) == pytest.approx(1)
    assert sum(mixture.real_shares.values()) == pytest.approx(1)
    assert mixture.families.keys() <= FAMILIES.keys()
    assert mixture.fakes.keys() <= FORGERY_SOURCES.keys()


def test_the_network_names_every_family_that_can_be_made():
    assert tuple(FAMILIES) == FAMILY_NAMES
    assert sum(family.share for family in FAMILIES.values()) == pytest.approx(1)
    assert {family for _, family in FORGERY_SOURCES.values()} <= set(FAMILY_NAMES)


def test_what_is_left_out_is_gone_and_the_batch_stays_as_large():
    mixture = COMPOSITIONS["all families"].without(("splice", "openforensics", "registered"))
    assert "splice" not in mixture.families and mixture.families.keys() == FAMILIES.keys() - {"splice"}
    assert sum(mixture.families.values()) == pytest.approx(1)
    assert dict(mixture.fakes) == {"stylegan": 3}
    assert (mixture.pairs, mixture.untouched) == (12, 5)  # 4 + 1 places: two pairs and one untouched face
    assert 3 + 2 * 12 + 5 == 32


def test_today_holds_every_kind_and_the_places_of_what_is_left_out_go_to_the_other_pools():
    today = COMPOSITIONS["today"]
    assert set(KINDS) < today.fakes.keys()
    less = today.without(("dfdc", "talking", "splice"))
    assert less.fakes == {
        **{"openforensics": 3, "stylegan": 2, "registered": 2},  # 2 + 1 places, the largest first
        **{"inswapper": 1, "diffusion": 1, "sd21": 1, "stylegan2": 1, "stargan": 1},
    }
    assert (less.pairs, less.untouched) == (today.pairs, today.untouched)
    assert "forgeries-train/dfdc" in less.real_shares


def test_without_any_family_of_our_own_the_forgeries_are_those_of_others():
    less = COMPOSITIONS["today"].without(tuple(FAMILIES))
    assert (less.pairs, less.untouched, sum(less.fakes.values())) == (0, 16, 16)
    assert less.families == {}


def test_a_name_that_is_no_group_is_refused():
    with pytest.raises(TrainingError, match="'dfcd' is neither"):
        COMPOSITIONS["today"].without(("dfcd",))
