"""What comes of one file."""

from forensics.types.analysis import FailedFile, ImageResult
from forensics.types.video import VideoResult

Outcome = ImageResult | VideoResult | FailedFile
