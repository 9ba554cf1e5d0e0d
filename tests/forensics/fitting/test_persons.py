"""What the strongest stretch of a person is worth, fitted on clips made of lower ends."""

import math

import numpy as np
import pytest
from small_detector import small_card

from forensics.decision.calibration import clopper_pearson
from forensics.fitting.clips import Clip
from forensics.fitting.persons import clips_to_answers, fit_person_threshold, fit_persons, person_error_bound

NAN = float("nan")


def untouched(low, crf, number=0, high=NAN):
    return Clip(f"u{number}", "camera", False, False, number == 0, crf, low, low, high)


def fifty(top, crf):
    """Lower ends of 0.01 · 1, 2, … 50, all moved so that the highest is `top`."""
    return [untouched(top - 0.01 * n, crf, n) for n in range(50)]


@pytest.mark.parametrize(("light", "strong"), [(0.5, 0.6), (0.6, 0.5)])
def test_one_of_fifty_reaches_the_limit_on_the_worse_side_of_the_compression(light, strong):
    """Two per cent of fifty; a rate factor of 30 is light yet, 31 is strong."""
    assert fit_person_threshold([*fifty(light, 30), *fifty(strong, 31)]) == np.nextafter(0.6 - 0.01, 1)


def test_one_side_alone_is_enough():
    assert fit_person_threshold(fifty(0.5, 40)) == pytest.approx(0.49)


@pytest.mark.parametrize(
    ("light", "strong", "source"), [(0.5, 0.6, "strong compression"), (0.6, 0.5, "light compression")]
)
def test_the_promise_is_that_of_the_worse_side(light, strong, source):
    """The limit is 0.58: of one side three of fifty reach it, the third exactly, of the other none."""
    clips = [*fifty(light, 30), *fifty(strong, 31)]
    made = person_error_bound(clips, 0.6 - 0.01 * 2)
    assert (made.stated, made.n, made.source) == (0.02, 50, source)
    assert made.bound == pytest.approx(clopper_pearson(3, 50)[1])


def test_sides_of_different_numbers_of_clips_are_each_counted_alone():
    made = person_error_bound([*fifty(0.5, 20), *fifty(0.5, 40)[:20]], 0.9)
    assert (made.n, made.source) == (20, "strong compression")  # none of twenty says less than none of fifty
    assert made.bound == pytest.approx(1 - 0.025 ** (1 / 20))


def test_a_clip_is_an_answer_of_one_face_as_found():
    clip = Clip("c", "swap", True, True, False, 23, 0.9, 0.8, 0.95, (1.0, 2.0, 3.0, 4.0))
    made = clips_to_answers([clip, untouched(0.25, 23, 7)])
    np.testing.assert_allclose(made.logit, [math.log(4), -math.log(3)])
    assert made.group.tolist() == ["swap", "camera"]
    assert (made.manipulated.tolist(), made.known.tolist()) == ([True, False], [True, False])
    assert (made.face.tolist(), made.state.tolist()) == (["c", "u7"], ["as found"] * 2)
    assert made.quality.tolist() == ["clip"] * 2
    assert np.isnan(made.mask_share).all()
    np.testing.assert_array_equal(made.features, [[1, 2, 3, 4], [NAN] * 4])


def clips(known_highs):
    """Untouched clips up to 0.5, forged ones of a kind not known from 0.3 and of a known one from 0.6."""
    lows = np.linspace(0.02, 0.5, 60)
    made = [untouched(low, (23, 40)[n % 2], n) for n, low in enumerate(lows)]
    made += [Clip(f"n{n}", "new", True, False, False, 23, low, low, NAN) for n, low in enumerate(lows + 0.28)]
    made += [
        Clip(f"k{n}", "swap", True, True, False, 23, 0.6 + n / 100, 0.6 + n / 100, high)
        for n, high in enumerate(known_highs)
    ]
    return made


def test_the_limit_for_nothing_found_misses_one_known_forgery_in_twenty():
    """Of forty the three lowest upper ends are 0.05, 0.1 and 0.15: two may lie under the limit."""
    persons = fit_persons(clips([0.05, 0.1, 0.15, *[0.9] * 37]), small_card())
    assert persons.no_signs == 0.15


def test_the_limit_for_nothing_found_never_passes_where_the_ratio_is_one():
    persons = fit_persons(clips([0.9] * 40), small_card())
    neutral = 1 / (1 + math.exp(persons.ratio.intercept / persons.ratio.slope))
    assert persons.no_signs == pytest.approx(neutral)
    assert persons.no_signs < persons.signs


def test_the_fit_says_what_it_was_made_on():
    persons = fit_persons(clips([0.9] * 40), small_card())
    assert persons.ratio.data == "clips of 1 kinds that the network was not trained on"
    assert persons.known.data == "clips of kinds that the network was trained on"
    assert (persons.kinds, persons.hardest, persons.real_clips) == (("new",), "new", 1)
    assert (persons.ratio.n_real, persons.ratio.n_fake) == (60, 60)
    assert (persons.known.n_real, persons.known.n_fake) == (60, 40)
    places, shares = np.array(persons.untouched).T
    assert places[0] == pytest.approx(math.log(0.02 / 0.98), abs=1e-4)
    assert (shares[0], shares[-1]) == (1, 0)


def test_the_limits_of_persons_are_never_one():
    """Where all untouched clips lie low, both would be where the ratio is one."""
    low = [untouched(0.001 * n, (23, 40)[n % 2], n) for n in range(1, 61)]
    forged = [
        Clip(f"{kind}{n}", kind, True, kind == "swap", False, 23, 0.5, 0.05 + 0.01 * n, 0.9)
        for kind in ("swap", "new")
        for n in range(40)
    ]
    persons = fit_persons([*low, *forged], small_card())
    assert persons.signs == pytest.approx(1 / (1 + math.exp(persons.ratio.intercept / persons.ratio.slope)))
    assert persons.no_signs == np.nextafter(persons.signs, 0)
