import pytest

from forensics.network.telltale import FAMILY_NAMES
from forensics.synthesis.families import FAMILIES
from forensics.training.mixtures import MIXTURES, POOLS


@pytest.mark.parametrize("name", MIXTURES)
def test_a_mixture_fills_a_batch_of_32_with_known_families(name):
    mixture = MIXTURES[name]
    assert sum(mixture.fakes.values()) + 2 * mixture.pairs + mixture.untouched == 32
    assert sum(mixture.families.values()) == pytest.approx(1)
    assert sum(mixture.real_shares.values()) == pytest.approx(1)
    assert mixture.families.keys() <= FAMILIES.keys()
    assert mixture.fakes.keys() <= POOLS.keys()


def test_the_network_names_every_family_that_can_be_made():
    assert set(FAMILY_NAMES) == FAMILIES.keys()
    assert {family for _, family in POOLS.values()} <= set(FAMILY_NAMES)


def test_what_is_left_out_is_gone_and_the_batch_stays_as_large():
    mixture = MIXTURES["all families"].without(("splice", "openforensics", "registered"))
    assert "splice" not in mixture.families and mixture.families.keys() == FAMILIES.keys() - {"splice"}
    assert sum(mixture.families.values()) == pytest.approx(1)
    assert dict(mixture.fakes) == {"stylegan": 3}
    assert (mixture.pairs, mixture.untouched) == (12, 5)  # 4 + 1 places: two pairs and one untouched face
    assert 3 + 2 * 12 + 5 == 32
