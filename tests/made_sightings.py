"""Sightings of made people, with appearances of known similarity."""

import numpy as np
from reasons import BETWEEN

from forensics.facts import told_fact
from forensics.tracking.appearance import SIZE, WEIGHTS
from forensics.types.analysis import Box, Decision
from forensics.types.video import Detection, FaceObservation

COARSE = np.zeros((16, 16), np.uint8)
DECISION = Decision("no signs found", 0.1, BETWEEN)


def look(degrees):
    """Appearances whose similarity is the cosine of the angle between them."""
    cells = np.zeros((9, SIZE // 9), np.float32)
    cells[:, 0], cells[:, 1] = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    weights = np.ravel(WEIGHTS) / np.sum(WEIGHTS)
    return np.float32(cells * np.sqrt(weights)[:, None]).ravel()


ADA, BEN = 0, 60
"""Two people who look unlike: similarity 0.5."""


def observation(frame, name, x, degrees, confidence=0.9):
    """A face 40 pixels wide; its name is kept in weight_reason, to see afterwards whose sighting it was."""
    box = Box(round(x) - 20, 100, round(x) + 20, 150)
    sighting = FaceObservation(frame, box, confidence, None, 0.2, DECISION, 1, told_fact(name), 0, 0, COARSE, COARSE)
    return Detection(sighting, look(degrees))
