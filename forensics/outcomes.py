"""What comes of one file."""

from forensics.types import AnalysisResult, FailedFile
from forensics.video.types import VideoResult

Outcome = AnalysisResult | VideoResult | FailedFile
