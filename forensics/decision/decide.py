"""From the score of a face and the state of its picture to a decision."""

from dataclasses import replace

from forensics.decision.calibration import decide_by_thresholds
from forensics.decision.image_quality import QualityState, quality_state
from forensics.decision.quality_gate import measure_quality, rejection_reason
from forensics.decision.reference_calibration import card_for_state
from forensics.types.analysis import Box, Decision, FaceRegion, Verdict
from forensics.types.model_card import DetectorCard


def decide_face(fake_score: float, region: FaceRegion, card: DetectorCard) -> Decision:
    """What the card says of this face; not evaluated where the gate refuses it."""
    measured = measure_quality(region)
    reason = rejection_reason(region, card, measured)
    if reason is not None:
        return Decision(Verdict.NOT_EVALUATED, None, reason)
    return decide_in_state(fake_score, region.box, quality_state(region, measured), card)


def decide_in_state(fake_score: float, box: Box, quality: str | None, card: DetectorCard) -> Decision:
    """The same for a face that the gate lets pass, in a picture of this state; None where that is not known."""
    state = None if quality is None else QualityState(quality)
    return replace(decide_by_thresholds(fake_score, box, card_for_state(card, state)), quality=quality)
