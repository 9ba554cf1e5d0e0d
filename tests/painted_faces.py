import numpy as np

from forensics.faces.detection import crop_region
from forensics.types.analysis import Box, Frame


def painted(color):
    """A face in a picture of one color."""
    pixels = np.full((40, 30, 3), color, np.uint8)
    return crop_region(Frame(0, 0.0, pixels), 1, Box(5, 5, 25, 35), 1.0, None)
