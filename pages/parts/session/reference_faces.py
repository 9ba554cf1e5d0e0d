"""What the analyst knows to be untouched: reference pictures, faces and stretches of the files at hand."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import overload

from forensics.analysis.references import decide_any_with_references, person_to_reference, to_reference_faces
from forensics.formatting import display_name
from forensics.types.analysis import FailedFile, ImageResult
from forensics.types.outcome import Outcome
from forensics.types.references import ReferenceFace, References, Unusable
from forensics.types.video import VideoResult
from pages.parts.session.face_explanations import FaceKey
from pages.parts.session.items import Upload

FoundFace = tuple[tuple[ReferenceFace, ...], Unusable | None]
"""What a reference picture holds: its faces, or why it has none."""


@overload
def decided(outcome: ImageResult, references: References | None) -> ImageResult: ...


@overload
def decided(outcome: Outcome, references: References | None) -> Outcome: ...


def decided(outcome: Outcome, references: References | None) -> Outcome:
    """By what is known to be untouched now."""
    if isinstance(outcome, FailedFile) or (references is None and outcome.references is None):
        return outcome
    return decide_any_with_references(outcome, references)


@dataclass(slots=True)
class ReferenceFaces:
    """Reference faces of one session, for all its files.

    pictures: by the SHA-256 of their bytes. found: of those that the present detector has scored. faces: of pictures
    under question, that were marked. stretches: of persons in videos, from when to when, in seconds.
    """

    pictures: dict[str, Upload] = field(default_factory=dict)
    found: dict[str, FoundFace] = field(default_factory=dict)
    faces: set[FaceKey] = field(default_factory=set)
    stretches: dict[FaceKey, tuple[float, float]] = field(default_factory=dict)

    @property
    def unscored_files(self) -> dict[str, Upload]:
        return {sha256: upload for sha256, upload in self.pictures.items() if sha256 not in self.found}

    def add_files(self, uploads: Iterable[Upload]) -> None:
        for upload in uploads:
            self.pictures.setdefault(upload.sha256, replace(upload, name=display_name(upload.name)))

    def remove(self, sha256: str) -> None:
        """A reference picture."""
        self.pictures.pop(sha256, None)
        self.found.pop(sha256, None)

    def mark(self, face: FaceKey, known: bool) -> None:
        (self.faces.add if known else self.faces.discard)(face)

    def forget(self, sha256: str) -> None:
        """The marks in a file that goes."""
        self.faces = {face for face in self.faces if face[0] != sha256}
        self.stretches = {person: ends for person, ends in self.stretches.items() if person[0] != sha256}

    def marks(self, sha256: str) -> tuple[frozenset[FaceKey], tuple[tuple[FaceKey, tuple[float, float]], ...]]:
        """Those in a file: its faces, and stretches of its persons."""
        stretches = tuple((person, ends) for person, ends in self.stretches.items() if person[0] == sha256)
        return frozenset(face for face in self.faces if face[0] == sha256), stretches

    def restore(self, faces: Iterable[FaceKey], stretches: Iterable[tuple[FaceKey, tuple[float, float]]]) -> None:
        """The marks in a file that comes back."""
        self.faces.update(faces)
        self.stretches.update(stretches)

    def settings_changed(self, found_otherwise: bool) -> None:
        """Everything has to be scored anew. found_otherwise: other faces are found as well, so that their numbers mean
        nothing any more. Persons are numbered anew in any case, because a video may be looked at in other frames."""
        self.found.clear()
        self.stretches.clear()
        if found_otherwise:
            self.faces.clear()

    def references(self, outcomes: Mapping[str, Outcome], questioned: Collection[str]) -> References | None:
        """All that is known, as far as it is scored; None where nothing is. questioned: SHA-256 of all files under
        question, which are no reference pictures."""
        faces: list[ReferenceFace] = []
        unusable: list[tuple[str, Unusable]] = []
        for sha256, upload in self.pictures.items():
            found, why = ((), Unusable.QUESTIONED) if sha256 in questioned else self.found.get(sha256, ((), None))
            faces += found
            unusable += [] if why is None else [(upload.name, why)]
        faces += self._marked(outcomes)
        return References(tuple(faces), tuple(unusable)) if faces or unusable else None

    def _marked(self, outcomes: Mapping[str, Outcome]) -> Iterable[ReferenceFace]:
        for sha256, face_id in sorted(self.faces):
            result = outcomes.get(sha256)
            if isinstance(result, ImageResult):
                marked = [finding for finding in result.findings if finding.region.face_id == face_id]
                yield from to_reference_faces(marked, result.media.name, sha256)
        for (sha256, face_id), ends in sorted(self.stretches.items()):
            result = outcomes.get(sha256)
            if not isinstance(result, VideoResult):
                continue
            for track in result.tracks:
                face = person_to_reference(track, result.video.name, sha256, *ends)
                if track.face_id == face_id and face is not None:
                    yield face
