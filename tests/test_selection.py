"""Forging again until a weak classifier is fooled, and that classifier."""

import cv2
import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hard_examples import (
    WeakClassifier,
    fit_weak_classifier,
    generate_hard_example,
    glance_statistics,
)
from forensics.synthesis.hull import hull_mask


@pytest.fixture(scope="module")
def people():
    return sitters()


def counting_forge(suspicions: list[float]):
    """A forge whose n-th forgery is an image of value n, and the suspicion of each."""
    made = []

    def forge(target, donors, generator):
        made.append(len(made))
        return Forgery(np.full((1, 1, 3), made[-1], np.uint8), np.ones((1, 1), np.float32), f"try {made[-1]}")

    return forge, lambda image, mesh: suspicions[int(image[0, 0, 0])], made


@pytest.mark.parametrize(
    ("suspicions", "most", "kept", "tries"),
    [
        ([0.9, 0.8, 0.2, 0.1], 4, "try 2", 3),  # the first below the limit ends it
        ([0.9, 0.6, 0.8, 0.7], 4, "try 1", 4),  # nobody is fooled: the least suspect
        ([0.9, 0.1], 1, "try 0", 1),
        ([0.5, 0.4], 2, "try 1", 2),  # at the limit is not below it
    ],
)
def test_it_forges_until_the_classifier_is_fooled(people, suspicions, most, kept, tries):
    forge, suspicion, made = counting_forge(suspicions)
    forgery = generate_hard_example(forge, people[0], [], np.random.default_rng(0), suspicion, 0.5, most)
    assert (forgery.how, len(made)) == (kept, tries)


def blurred_inside(person: FaceImage) -> FaceImage:
    mask = hull_mask(person.mesh, "inner face", *person.image.shape[:2])[..., None] > 0
    return FaceImage(np.where(mask, cv2.GaussianBlur(person.image, (0, 0), 3), person.image), person.mesh)


def brighter(person: FaceImage, step: int) -> FaceImage:
    return FaceImage(np.clip(person.image.astype(int) + step, 0, 255).astype(np.uint8), person.mesh)


def test_a_fitted_classifier_suspects_what_it_was_shown(people):
    untouched = [brighter(person, step) for person in people for step in (0, 5, 10)]
    classifier = fit_weak_classifier(untouched, [blurred_inside(person) for person in untouched])
    for person in people:
        clean, forged = brighter(person, 7), blurred_inside(brighter(person, 7))
        assert 0 < classifier(*clean) < 0.5 < classifier(*forged) < 1


def test_the_statistics_say_where_detail_is_missing(people):
    for person in people:
        plain, forged = glance_statistics(*person), glance_statistics(*blurred_inside(person))
        assert forged[0] < plain[0] - 0.5  # detail inside
        assert forged[1] < plain[1] - 0.5  # beside the surroundings
        assert forged[2] < plain[2] - 0.3  # noise
        assert np.abs(forged[4:7] - plain[4:7]).max() < 2  # the colors are the same


def test_the_score_is_the_logistic_function_of_the_weighted_statistics(people):
    values = glance_statistics(*people[0])
    weights = np.zeros(10)
    weights[1] = 2.0
    expected = 1 / (1 + np.exp(-(2 * values[1] + 0.3)))
    assert WeakClassifier(weights, 0.3)(*people[0]) == pytest.approx(expected)


def test_a_face_outside_its_picture_has_statistics_too(people):
    assert np.isfinite(glance_statistics(people[0].image, people[0].mesh + 5000)).all()
