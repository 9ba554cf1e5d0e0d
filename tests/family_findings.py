from dataclasses import replace

import numpy as np
from specimens import decision_of, finding_of, region_of

from forensics.types.analysis import FamilyScore


def finding(*families, verdict="signs of manipulation"):
    found = finding_of(region_of(np.zeros((4, 4, 3), np.uint8)), 0.95, decision_of(verdict))
    return replace(found, families=tuple(FamilyScore(*family) for family in families))
