from dataclasses import replace

import numpy as np
from specimens import decision_of, finding_of

from forensics.analysis.robustness import PERTURBATIONS
from forensics.faces.detection import whole_frame_region
from forensics.types.analysis import Frame, PerturbedScore


def rescored(fake_score, *scores):
    """A finding with rescores in the order of PERTURBATIONS; signs from 0.9, no signs to 0.1."""
    region = whole_frame_region(Frame(0, 0.0, np.zeros((20, 20, 3), np.uint8)))
    verdict = (
        "signs of manipulation" if fake_score >= 0.9 else "no signs found" if fake_score <= 0.1 else "inconclusive"
    )
    finding = finding_of(region, fake_score, decision_of(verdict))
    return replace(finding, rescores=tuple(map(PerturbedScore, PERTURBATIONS, scores)))
