"""Whose a detector is, as far as this installation knows."""

import json
from dataclasses import replace

import pytest
from small_detector import small_card

from forensics.detectors.registry import DETECTORS
from forensics.export.document_schema import read_document
from forensics.export.image_document import analysis_document
from forensics.io.user_data import detectors_folder
from forensics.measurements.provenance import (
    SHIPPED,
    Provenance,
    note_measured,
    provenance,
    provenance_note,
    with_provenance_note,
)
from forensics.messages.language import use_language
from forensics.types.analysis import AnalysisSettings
from forensics.types.model_card import Measurement, Thresholds, write_card

AUC = Measurement("AUC", 0.875, 0.8, 0.9, 40, "own pictures", "python -m forensics finetune")
BOAST = Measurement("AUC on everything", 1.0, 1.0, 1.0, 10**9, "official release", "none")


def own_card(*figures: Measurement, **changes):
    return replace(small_card(), name="mine", figures=figures, **changes)


def noted(card, figures, whole):
    """The card, after what was measured here was noted."""
    path = detectors_folder() / "mine.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_card(card, path)
    note_measured(path, figures, whole=whole)
    return card


def test_shipped_are_those_that_no_user_can_name_one_after():
    assert tuple(DETECTORS) == SHIPPED
    for name in SHIPPED:
        card = replace(small_card(), name=name)
        assert (provenance(card), provenance_note(card), with_provenance_note("x", card)) == ("shipped", "", "x")


def test_what_a_card_claims_is_marked_until_it_was_measured_here():
    card = own_card(AUC)
    assert provenance(card) is Provenance.UNVERIFIED
    assert provenance_note(card) == "made by a user, figures not verified here"
    assert with_provenance_note("Mine", card) == "Mine (made by a user, figures not verified here)"
    with use_language("de"):
        assert provenance_note(card) == "von einem Benutzer gemacht, Messwerte hier nicht geprüft"
    assert provenance(noted(card, [AUC], whole=True)) is Provenance.MEASURED


def test_a_card_that_was_changed_or_goes_with_other_weights_has_no_note():
    card = noted(own_card(AUC), [AUC], whole=True)
    assert provenance(replace(card, weights_sha256="1" * 64)) is Provenance.UNVERIFIED
    assert provenance(replace(card, figures=(AUC, BOAST))) is Provenance.UNVERIFIED
    assert provenance(replace(card, figures=(replace(AUC, value=0.876),))) is Provenance.UNVERIFIED
    assert provenance(replace(card, figures=())) is Provenance.UNVERIFIED
    eased = replace(card, thresholds=Thresholds(0.3, 0.1, 8))
    assert provenance(eased) is Provenance.FIGURES_MEASURED
    assert "thresholds and ratio are as its card says" in provenance_note(eased)
    assert provenance(replace(card, title="Official release")) is Provenance.FIGURES_MEASURED


def test_a_benchmark_vouches_for_what_it_measured_alone():
    card = noted(own_card(AUC, BOAST), [AUC], whole=False)
    assert provenance(card) is Provenance.UNVERIFIED
    assert provenance(replace(card, figures=(AUC,))) is Provenance.FIGURES_MEASURED


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"[" * 3000, b'{"x": 1}', b"\xff"])
def test_a_damaged_note_vouches_for_nothing(content):
    card = noted(own_card(AUC), [AUC], whole=True)
    (detectors_folder() / "measured-here").write_bytes(content)
    assert provenance(card) is Provenance.UNVERIFIED
    assert provenance(noted(card, [AUC], whole=True)) is Provenance.MEASURED


def test_documents_say_it_and_those_of_before_are_read():
    document = analysis_document(own_card(BOAST), AnalysisSettings(), {}, [])
    assert document["detector_provenance"] == "made by a user, figures not verified here"
    assert read_document(json.dumps(document).encode()).detector_provenance is Provenance.UNVERIFIED
    del document["detector_provenance"]
    assert read_document(json.dumps(document).encode()).detector_provenance is None
