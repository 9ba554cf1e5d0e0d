"""From the score of a face and the state of its picture to a decision."""

from dataclasses import replace

from forensics.decision.calibration import decide
from forensics.decision.image_quality import Quality, quality_of
from forensics.decision.quality_gate import measure, refusal
from forensics.decision.reference_calibration import state_card
from forensics.types.analysis import Box, Decision, FaceRegion, Verdict
from forensics.types.model_card import DetectorCard


def decide_face(fake_score: float, region: FaceRegion, card: DetectorCard) -> Decision:
    """What the card says of this face; not evaluated where the gate refuses it."""
    measured = measure(region)
    reason = refusal(region, card, measured)
    if reason is not None:
        return Decision(Verdict.NOT_EVALUATED, None, reason)
    return decide_in_state(fake_score, region.box, quality_of(region, measured), card)


def decide_in_state(fake_score: float, box: Box, quality: str | None, card: DetectorCard) -> Decision:
    """The same for a face that the gate lets pass, in a picture of this state; None where that is not known."""
    state = None if quality is None else Quality(quality)
    return replace(decide(fake_score, box, state_card(card, state)), quality=quality)
