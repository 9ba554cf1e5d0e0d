"""What a session holds besides findings: files that came in, what was made of them, what goes into the report."""

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from forensics.jobs.job import File, JobHandle
from forensics.jobs.leases import FileLease
from forensics.messages.language import SOURCE_LANGUAGE
from forensics.types.analysis import ImageResult
from forensics.types.outcome import Outcome
from forensics.types.video import SampledFrame, VideoFile
from pages.parts.session.face_explanations import FaceExplanations, FaceKey


class Locked(Protocol):
    """What has a lock of its own."""

    @property
    def turn(self) -> AbstractContextManager[object]: ...


Owner = TypeVar("Owner", bound=Locked)
Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def one_at_a_time(
    method: Callable[Concatenate[Owner, Parameters], Result],
) -> Callable[Concatenate[Owner, Parameters], Result]:
    """Lets one page of a session work at a time, where a browser has several of them open. `turn` is the session's
    lock."""

    @wraps(method)
    def locked(self: Owner, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        with self.turn:
            return method(self, *args, **kwargs)

    return locked  # type: ignore[return-value]  # functools.wraps() loses that `self` comes by its place alone


@dataclass(frozen=True, slots=True)
class Upload:
    """A reference picture as it arrived, in memory only. name: text to show, never a path."""

    name: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file under question as it arrived: its bytes lie on disk, as long as `hold` is kept also where another analyst
    removes them. name: text to show, never a path.
    """

    name: str
    path: Path
    sha256: str
    is_video: bool
    hold: FileLease | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, file: File) -> "StoredFile":
        """To be analyzed again."""
        return cls(file.name, file.path, file.sha256, isinstance(file, VideoFile))


@dataclass(slots=True)
class VideoState:
    """All that was chosen and made for one analyzed video.

    moment: the frame that is looked at. stills: frames taken out, by their index, the latest last. annotated: copies of
    the video with its persons marked, by the language of what is written in them.
    """

    moment: SampledFrame | None = None
    stills: dict[int, ImageResult] = field(default_factory=dict)
    annotated: dict[str, Path] = field(default_factory=dict)

    def drop_copy(self) -> None:
        """Delete the marked copy, which tells of old decisions."""
        while self.annotated:
            self.annotated.popitem()[1].unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class FileState:
    """All that was chosen and made of one file, to be put back beside its outcome.

    stopped: its analysis was stopped by the analyst. video: None of a photograph. faces: of the file, and of frames
    taken out of it.
    """

    stopped: bool = False
    video: VideoState | None = None
    faces: dict[FaceKey, FaceExplanations] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RemovedFile:
    """One file that was taken off the page. stored: None where its bytes do not lie on disk for this session. outcome,
    job: None where it is to be asked for again. known, stretches: what of it was marked as untouched.
    """

    sha256: str
    name: str
    stored: StoredFile | None
    outcome: Outcome | None
    job: JobHandle | None
    made: FileState
    known: frozenset[FaceKey] = frozenset()
    stretches: tuple[tuple[FaceKey, tuple[float, float]], ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """What was removed at once. at: seconds since 1970."""

    files: tuple[RemovedFile, ...]
    at: float


@dataclass(frozen=True, slots=True)
class CaseFields:
    """What the analyst writes into the report."""

    number: str = ""
    analyst: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """A finished report, its two files, as the analyst takes them away. language: of the PDF."""

    pdf: bytes = field(repr=False)
    json: bytes = field(repr=False)
    language: str = SOURCE_LANGUAGE
