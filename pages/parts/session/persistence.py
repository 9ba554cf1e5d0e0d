"""A session as it lies on the disk, and back: all that was shown, but the reference pictures, which stay in memory.

Findings are not in it: they come back from the records of their analyses. Maps and frames taken out of videos lie
beside it, each written once.
"""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from explain.types import Explanation, ExplanationRequest, MapMetrics
from forensics.analysis.references import decide_any_with_references
from forensics.facts import Fact
from forensics.io.serialization import SerializationError, decode, encode
from forensics.storage.content_store import path_of
from forensics.storage.sessions import SessionFolder
from forensics.types.analysis import AnalysisSettings, Box, FailedFile, ImageResult
from forensics.types.video import SampledFrame
from forensics.validation import present
from pages.parts.session.face_explanations import FaceExplanations, FaceKey
from pages.parts.session.items import CaseFields, FileState, Removal, RemovedFile, StoredFile, VideoState
from pages.parts.session.removal import file_state
from pages.parts.session.session import AnalystSession

LOG = logging.getLogger(__name__)

Widget = bool | int | float | str | None | tuple[str, int]
"""What was chosen in a widget."""

AnyPart = ImageResult | Explanation
Part = TypeVar("Part", ImageResult, Explanation)

Stretch = tuple[FaceKey, tuple[float, float]]


@dataclass(frozen=True)
class SavedFace:
    """FaceExplanations; of its maps the names of their parts."""

    face: FaceKey
    maps: tuple[str, ...]
    failures: tuple[tuple[ExplanationRequest, Fact], ...]
    random: tuple[tuple[str, Box | None, tuple[MapMetrics, ...]], ...]
    place: Box | None
    ranking: tuple[ExplanationRequest, ...]
    stopped: tuple[ExplanationRequest, ...]
    in_report: tuple[ExplanationRequest, ...]


@dataclass(frozen=True)
class SavedFile:
    """One file, in line, analyzed or failed. stills: frames taken out of a video, by index, with the names of their
    parts. stored: whether its bytes lie on disk."""

    sha256: str
    name: str
    is_video: bool
    stored: bool
    stopped: bool
    failure: Fact | None
    moment: SampledFrame | None = None
    stills: tuple[tuple[int, str], ...] = ()
    faces: tuple[SavedFace, ...] = ()
    known: tuple[FaceKey, ...] = ()
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class SavedRemoval:
    """As Removal."""

    files: tuple[SavedFile, ...]
    at: float


@dataclass(frozen=True)
class SavedSession:
    """All of a session. reference_pictures: the names of those that were in memory. widgets: by their keys."""

    settings: AnalysisSettings
    files: tuple[SavedFile, ...] = ()
    removal: SavedRemoval | None = None
    gone: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    arrived: tuple[str, ...] = ()
    case: CaseFields = field(default_factory=CaseFields)
    reference_pictures: tuple[str, ...] = ()
    lost_references: tuple[str, ...] = ()
    widgets: Mapping[str, Widget] = field(default_factory=dict)


class SessionStore:
    """Keeps one session on the disk.

    widgets: what was chosen in widgets when the session was kept last, by any of its pages. failure: why it could not
    be kept, where it could not.
    """

    def __init__(self, folder: SessionFolder) -> None:
        self.folder = folder
        self.widgets: dict[str, Widget] = {}
        self.failure: str | None = None
        self._state = b""
        self._parts: dict[str, AnyPart] = {}
        self._needed: set[str] = set()

    def load(self) -> AnalystSession:
        """The session as it was kept last; a new one where none was, or it cannot be read."""
        try:
            content = self.folder.read()
            if content is not None:
                saved = decode(content, SavedSession)
                state = self._session(saved)
                self.widgets = dict(saved.widgets)
                return state
        except (OSError, ValueError):  # SerializationError, or what no session could be, such as a hash that is none
            LOG.exception("A session cannot be read, and begins anew.")
        return AnalystSession(watcher=self.folder.identity)

    def save(self, state: AnalystSession, widgets: Mapping[str, Widget]) -> None:
        """Write what has changed. Where the disk cannot take it, `failure` says why, and the next time tries again."""
        parts: dict[str, AnyPart] = {}
        saved = _saved(state, parts, widgets)
        self.widgets, content = dict(widgets), encode(saved)
        try:
            self._keep_files(state)
            for name, part in parts.items():
                if self._parts.get(name) is not part:
                    self.folder.write_part(name, encode(_without_references(part)))
            if content != self._state:
                self.folder.write(content)
            if self._parts.keys() - parts.keys():
                self.folder.keep_parts(set(parts))
        except OSError as error:
            LOG.exception("A session cannot be kept.")
            self.failure = error.strerror or type(error).__name__
            return
        self._parts, self._state, self.failure = parts, content, None

    def release(self, sha256: str) -> None:
        """The session needs a stored file no more. Raises OSError."""
        self._needed.discard(sha256)
        self.folder.release(sha256)

    def need(self, sha256: str) -> None:
        """Raises OSError."""
        if sha256 not in self._needed:
            self.folder.need(sha256)
            self._needed.add(sha256)

    def _keep_files(self, state: AnalystSession) -> None:
        removed = () if state.removal is None else (one.sha256 for one in state.removal.files if one.stored is not None)
        for sha256 in (*state.stored, *removed):
            self.need(sha256)

    def _session(self, saved: SavedSession) -> AnalystSession:
        state = AnalystSession(settings=saved.settings, case=saved.case, watcher=self.folder.identity)
        state.lost_references = tuple(dict.fromkeys([*saved.lost_references, *saved.reference_pictures]))
        state.gone, state.released, state.arrived = saved.gone, list(saved.released), dict.fromkeys(saved.arrived)
        for one in map(self._removed, saved.files):
            state.known.restore(one.known, one.stretches)
            if one.stored is not None:
                state.stored[one.sha256] = one.stored
            if one.outcome is not None:
                state.store_outcome(one.sha256, one.outcome)
            else:
                state.waiting[one.sha256] = present(one.stored)
                state.returning[one.sha256] = one.made
        if saved.removal is not None:
            files = tuple(map(self._removed, saved.removal.files))
            state.removal = Removal(files, saved.removal.at)
        return state

    def _removed(self, file: SavedFile) -> RemovedFile:
        """As if it had been removed, and were to be brought back."""
        stored = StoredFile(file.name, path_of(file.sha256), file.sha256, file.is_video) if file.stored else None
        outcome = None if file.failure is None else FailedFile(file.name, file.failure, file.sha256)
        stills = {index: still for index, name in file.stills if (still := self._part(name, ImageResult))}
        video = VideoState(file.moment, stills) if file.is_video else None
        made = FileState(file.stopped, video, {face.face: self._face(face) for face in file.faces})
        return RemovedFile(file.sha256, file.name, stored, outcome, None, made, frozenset(file.known), file.stretches)

    def _face(self, saved: SavedFace) -> FaceExplanations:
        maps = filter(None, (self._part(name, Explanation) for name in saved.maps))
        return FaceExplanations(
            maps={one.question: one for one in maps},
            failures=dict(saved.failures),
            random={(target, place): figures for target, place, figures in saved.random},
            place=saved.place,
            ranking=saved.ranking,
            stopped=set(saved.stopped),
            in_report=saved.in_report,
        )

    def _part(self, name: str, kind: type[Part]) -> Part | None:
        """None where it cannot be read: it is then made again on demand."""
        try:
            content = self.folder.read_part(name)
            part = None if content is None else decode(content, kind)
        except (OSError, SerializationError):
            return None
        if part is not None:
            self._parts[name] = part
        return part


def _saved(state: AnalystSession, parts: dict[str, AnyPart], widgets: Mapping[str, Widget]) -> SavedSession:
    """parts: filled with what is to lie beside it, by name."""
    shown = {*state.stored, *state.failed}
    every = [sha256 for sha256 in state.arrived if sha256 in shown]
    files = tuple(_file(_shown(state, sha256), parts) for sha256 in every)
    removal = state.removal
    return SavedSession(
        settings=state.settings,
        files=files,
        removal=None
        if removal is None
        else SavedRemoval(tuple(_file(one, parts) for one in removal.files), removal.at),
        gone=state.gone,
        released=tuple(state.released),
        case=state.case,
        arrived=tuple(state.arrived),
        reference_pictures=tuple(upload.name for upload in state.known.pictures.values()),
        lost_references=state.lost_references,
        widgets=dict(widgets),
    )


def _shown(state: AnalystSession, sha256: str) -> RemovedFile:
    """A file on the page as it would be taken off."""
    stored, outcome = state.stored.get(sha256), state.failed.get(sha256)
    name = outcome.name if outcome is not None else present(stored).name
    return RemovedFile(sha256, name, stored, outcome, None, file_state(state, sha256), *state.known.marks(sha256))


def _file(one: RemovedFile, parts: dict[str, AnyPart]) -> SavedFile:
    video = one.made.video or VideoState()
    stills = {index: f"frame-{still.media.sha256}" for index, still in video.stills.items()}
    parts |= {name: video.stills[index] for index, name in stills.items()}
    return SavedFile(
        sha256=one.sha256,
        name=one.name,
        is_video=one.stored is not None and one.stored.is_video,
        stored=one.stored is not None,
        stopped=one.made.stopped,
        failure=one.outcome.fact if isinstance(one.outcome, FailedFile) else None,
        moment=video.moment,
        stills=tuple(stills.items()),
        faces=tuple(_saved_face(face, work, parts) for face, work in one.made.faces.items()),
        known=tuple(sorted(one.known)),
        stretches=one.stretches,
    )


def _saved_face(face: FaceKey, work: FaceExplanations, parts: dict[str, AnyPart]) -> SavedFace:
    maps = {_name(face, question): explanation for question, explanation in work.maps.items()}
    parts |= maps
    return SavedFace(
        face=face,
        maps=tuple(maps),
        failures=tuple(work.failures.items()),
        random=tuple((target, place, figures) for (target, place), figures in work.random.items()),
        place=work.place,
        ranking=work.ranking,
        stopped=tuple(sorted(work.stopped, key=encode)),
        in_report=work.in_report,
    )


def _without_references(part: AnyPart) -> AnyPart:
    """Reference pictures stay in memory, and what was measured of them."""
    return (
        decide_any_with_references(part, None)
        if isinstance(part, ImageResult) and part.references is not None
        else part
    )


def _name(face: FaceKey, question: ExplanationRequest) -> str:
    """Name of the part that holds a map."""
    return f"map-{hashlib.sha256(encode((face, question))).hexdigest()}"
