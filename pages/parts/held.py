"""What a session holds besides findings: files that came in, what was made of them, what goes into the report."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from forensics.types import AnalysisResult
from forensics.video.job import Hold
from forensics.video.types import SampledFrame, VideoFile


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture as it arrived and was not looked at yet. name: text to show, never a path."""

    name: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class StoredVideo:
    """A video as it arrived: its bytes lie on disk, as long as `hold` is kept also where another analyst removes them.
    name: text to show, never a path.
    """

    name: str
    path: Path
    sha256: str
    hold: Hold | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, video: VideoFile) -> "StoredVideo":
        """To be analysed again."""
        return cls(video.name, video.path, video.sha256)


@dataclass(slots=True)
class VideoWork:
    """All that was chosen and made for one analysed video.

    moment: the frame that is looked at. stills: frames taken out, by their index, the latest last. annotated: a copy of
    the video with its persons marked.
    """

    moment: SampledFrame | None = None
    stills: dict[int, AnalysisResult] = field(default_factory=dict)
    annotated: Path | None = None


@dataclass(frozen=True, slots=True)
class CaseFields:
    """What the analyst writes into the report."""

    number: str = ""
    analyst: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """A finished report, its two files, as the analyst takes them away."""

    pdf: bytes = field(repr=False)
    json: bytes = field(repr=False)
