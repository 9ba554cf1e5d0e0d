"""What comes of one file."""

from forensics.types.analysis import AnalysisResult, FailedFile
from forensics.types.video import VideoResult

Outcome = AnalysisResult | VideoResult | FailedFile
