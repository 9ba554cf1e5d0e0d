"""From pictures and persons that are known to be untouched to reference faces, and from these to a new answer."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

import numpy as np
from scipy.special import expit

from forensics.decision.calibration import logit
from forensics.decision.decide import decide_in_state
from forensics.decision.quality_gate import FaceQuality, measure_quality
from forensics.decision.reference_calibration import card_for_source, misfits_of
from forensics.errors import MediaError
from forensics.formatting import display_name
from forensics.media.decoding_process import probe_image
from forensics.types.analysis import AnalysisSettings, Box, Decision, FaceFinding, ImageResult, Verdict
from forensics.types.face_thumbnail import face_thumbnail
from forensics.types.model_card import DetectorCard
from forensics.types.references import Misfit, ReferenceFace, References, Unusable
from forensics.types.video import FaceObservation, Track, VideoResult
from forensics.validation import present

if TYPE_CHECKING:
    from forensics.detectors.registry import Detector

AnyResult = ImageResult | VideoResult
ResultT = TypeVar("ResultT", ImageResult, VideoResult)

UNKNOWN = float("nan")
"""A measure that is not kept of a sighting; it misfits nothing."""


class MisfittingReference(NamedTuple):
    """A reference that may be none. name: of its picture. faces: the questioned faces or persons that it does not fit;
    all but itself where it is suspicious itself or repeats another."""

    name: str
    misfit: Misfit
    faces: tuple[int, ...]


def score_references(
    files: Iterable[tuple[str, bytes]], settings: AnalysisSettings, detector: "Detector", questioned: Iterable[str] = ()
) -> References:
    """Every evaluated face of these pictures, found and scored as in an analysis.

    files: name as text, content. The same bytes count once. questioned: SHA-256 of the files under question, which
    are no reference. A picture that gives no face is named with why, and harms no other.
    """
    from forensics.analysis.image import analyze_image  # noqa: PLC0415, imports torch, which the rest of this file does not need

    under_question, seen = set(questioned), set()
    faces: list[ReferenceFace] = []
    unusable: list[tuple[str, Unusable]] = []
    for name, content in files:
        shown, sha256 = display_name(name), hashlib.sha256(content).hexdigest()
        if sha256 in seen:
            unusable.append((shown, Unusable.REPEATED))
            continue
        seen.add(sha256)
        if sha256 in under_question:
            unusable.append((shown, Unusable.QUESTIONED))
            continue
        try:
            result = analyze_image(probe_image(content, shown), settings, detector)
        except MediaError:
            unusable.append((shown, Unusable.NOT_READ))
            continue
        found = to_reference_faces(result.findings, shown, sha256)
        faces += found
        if not found:
            unusable.append((shown, Unusable.NOT_EVALUATED if result.findings else Unusable.NO_FACE))
    return References(tuple(faces), tuple(unusable))


def to_reference_faces(findings: Sequence[FaceFinding], name: str, sha256: str) -> list[ReferenceFace]:
    """The evaluated ones of these findings as reference faces: of another picture, or others of the same one."""
    return [_face(f, name, sha256) for f in findings if f.decision.verdict != Verdict.NOT_EVALUATED]


def _face(finding: FaceFinding, name: str, sha256: str) -> ReferenceFace:
    region, measured = finding.region, measure_quality(finding.region)
    size = min(region.box.width, region.box.height)
    return ReferenceFace(
        name=name,
        sha256=sha256,
        face_id=region.face_id,
        fake_score=finding.fake_score,
        size=size,
        sharpness=measured.sharpness,
        blockiness=measured.blockiness,
        quality=finding.decision.quality,
        look=face_thumbnail(region.crop),
    )


def decide_with_references(result: ImageResult, references: References | None) -> ImageResult:
    """The same findings, decided with these reference faces; without any, as the detector's card decides. A face that
    is one of them is decided with the others."""
    moved = _with_cards(result, references)
    findings = tuple(_redecide_finding(finding, moved.judged_by(finding.region.face_id)) for finding in result.findings)
    return replace(moved, findings=findings)


def decide_video_with_references(result: VideoResult, references: References | None) -> VideoResult:
    """The same of a video: every sighting is decided again, and persons follow from the card."""
    moved = _with_cards(result, references)
    tracks = tuple(
        replace(
            track,
            sightings=tuple(_redecide_observation(one, moved.judged_by(track.face_id)) for one in track.sightings),
        )
        for track in result.tracks
    )
    return replace(moved, tracks=tracks)


def _with_cards(result: ResultT, references: References | None) -> ResultT:
    """The result with the cards by which it is to be decided."""
    sha256, card = _source_hash(result), result.card
    marked = [face.face_id for face in references.faces if face.sha256 == sha256] if references else []
    own = {face_id: card_for_source(card, present(references).others(sha256, face_id)) for face_id in marked}
    return replace(result, references=references, source_card=card_for_source(card, references), own_cards=own)


def _source_hash(result: AnyResult) -> str:
    """SHA-256 of the file that its faces belong to; of a frame of a video, the video's."""
    return result.video.sha256 if isinstance(result, VideoResult) else result.media.video or result.media.sha256


@overload
def decide_any_with_references(result: ImageResult, references: References | None) -> ImageResult: ...


@overload
def decide_any_with_references(result: VideoResult, references: References | None) -> VideoResult: ...


def decide_any_with_references(result: AnyResult, references: References | None) -> AnyResult:
    """The same of either."""
    if isinstance(result, VideoResult):
        return decide_video_with_references(result, references)
    return decide_with_references(result, references)


def n_references_used(result: AnyResult, face_id: int) -> int:
    """How many reference faces had a part in the answer about this face or person: all but itself; none where the card
    does not know how sources differ."""
    if result.references is None or result.card.evidence is None:
        return 0
    return len(result.references.others(_source_hash(result), face_id).faces)


def uses_references(result: AnyResult) -> bool:
    """Whether the reference faces had a part in what is said of any face or person of the file."""
    return any(n_references_used(result, face_id) for face_id in evaluated_numbers(result))


def evaluated_numbers(result: AnyResult) -> list[int]:
    """Numbers of the faces or persons that were evaluated."""
    if isinstance(result, VideoResult):
        return [track.face_id for track in result.tracks if any(s.evaluated for s in track.sightings)]
    return [f.region.face_id for f in result.findings if f.decision.verdict != Verdict.NOT_EVALUATED]


def find_misfits(result: AnyResult) -> tuple[MisfittingReference, ...]:
    """The references that may be none, each kind of misfit of each picture once."""
    if result.references is None:
        return ()
    found: dict[tuple[str, Misfit], list[int]] = {}
    for face_id in evaluated_numbers(result):
        others = result.references.others(_source_hash(result), face_id)
        for misfit in dict.fromkeys(misfits_of(others, *_size_and_quality(result, face_id))):
            found.setdefault(misfit, []).append(face_id)
    return tuple(MisfittingReference(*misfit, tuple(faces)) for misfit, faces in found.items())


def _size_and_quality(result: AnyResult, face_id: int) -> tuple[int, FaceQuality, DetectorCard, bytes]:
    """Size and measures of an evaluated face or person, the detector's card, and its look. Of sightings only the size
    is kept."""
    if isinstance(result, VideoResult):
        sides = [min(s.box.width, s.box.height) for s in result.track(face_id).sightings if s.evaluated]
        return int(np.median(sides)), FaceQuality(*[UNKNOWN] * 5), result.card, b""
    region = result.finding(face_id).region
    return min(region.box.width, region.box.height), measure_quality(region), result.card, face_thumbnail(region.crop)


def _redecide_finding(finding: FaceFinding, card: DetectorCard) -> FaceFinding:
    return replace(finding, decision=_redecide(finding.decision, finding.fake_score, finding.region.box, card))


def _redecide_observation(sighting: FaceObservation, card: DetectorCard) -> FaceObservation:
    return replace(sighting, decision=_redecide(sighting.decision, sighting.fake_score, sighting.box, card))


def decision_without_references(finding: FaceFinding, card: DetectorCard) -> Decision:
    """What would be said of a face without reference faces. card: the detector's own."""
    return _redecide_finding(finding, card).decision


def _redecide(said: Decision, fake_score: float, box: Box, card: DetectorCard) -> Decision:
    """What the gate refused stays refused: that does not hang on the source."""
    return said if said.verdict == Verdict.NOT_EVALUATED else decide_in_state(fake_score, box, said.quality, card)


def person_to_reference(track: Track, name: str, sha256: str, start: float, end: float) -> ReferenceFace | None:
    """A stretch of a person as one reference face: the median of its evaluated sightings, because frames of one person
    are no independent faces. None where none of them was evaluated. Sharpness and blocks are not kept of a sighting."""
    some = [s for s in track.sightings if s.evaluated and start <= s.seconds <= end]
    if not some:
        return None
    score = float(expit(np.median(logit(np.array([s.fake_score for s in some])))))
    size = int(np.median([min(s.box.width, s.box.height) for s in some]))
    return ReferenceFace(name, sha256, track.face_id, score, size, UNKNOWN, UNKNOWN)
