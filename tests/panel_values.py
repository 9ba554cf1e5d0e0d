import numpy as np
from specimens import explanation_of, faithfulness_of, finding_of, region_of, result_of

from pages.parts.session.face_explanations import FaceExplanations
from pages.parts.widgets.panel_content import ColorLimits, FaceContext, PanelView
from pages.parts.widgets.panel_settings import PanelChoice

CROP = np.full((20, 16, 3), 128, np.uint8)
FINDING = finding_of(region_of(CROP))
RESULT = result_of([FINDING], CROP, name="../../evil.png")
SUBJECT = FaceContext((RESULT.media.sha256, 1), "face 1", "Face 1", FINDING, RESULT.card, FaceExplanations())
SHARED = ColorLimits(2.0, 0.5)


def view(method: str = "occlusion", target: str = "fake_evidence", **asked: object) -> PanelView:
    explanation = explanation_of(FINDING, method, faithfulness_of(), target=target, **asked)
    return PanelView(PanelChoice(method, target), explanation.question, explanation)
