"""Reference pictures on paper: which they were, whether they are enough, which may not fit, what they changed."""

from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from explain.pdf.style import BODY, FINE, HEADING, MONO, Paragraph, escape_markup, header_table
from explain.report import Report
from forensics.analysis.reference_wording import (
    are_references_sentence,
    misfit_sentence,
    reference_summary,
    unusable_clause,
)
from forensics.analysis.references import (
    AnyResult,
    decide_with_references,
    evaluated_numbers,
    find_misfits,
    uses_references,
)
from forensics.analysis.video_assessment import assess_video
from forensics.decision.calibration import person_limits
from forensics.decision.strength_wording import VERDICTS, Noun, verdict_label
from forensics.messages.catalogue import format_list, text
from forensics.types.analysis import Decision
from forensics.types.model_card import DetectorCard
from forensics.types.references import References
from forensics.validation import present

MAX_CHANGED = 12
"""Changed verdicts that the first page lists."""

NOTE = ParagraphStyle("note", parent=FINE, spaceBefore=0.6 * mm)


def reference_section(report: Report) -> list[Flowable]:
    """The reference pictures of the report, each set once; nothing where there are none."""
    sets: dict[str, tuple[References, DetectorCard]] = {}
    for result in _analyzed(report):
        if result.references is not None:
            sets.setdefault(repr(result.references), (result.references, result.card))
    flow: list[Flowable] = []
    questioned = _questioned(report)
    for references, card in sets.values():
        flow += [Paragraph(text("pdf-references"), HEADING)] if not flow else [Spacer(0, 3 * mm)]
        flow += [
            Paragraph(text("pdf-references-are", summary=escape_markup(reference_summary(references, card), 400)), BODY)
        ]
        flow += [Spacer(0, 1.5 * mm), *_tables(references, questioned)]
    return flow


def changed_verdicts(report: Report) -> list[Flowable]:
    """For the first page: which faces and persons have another verdict because of the reference pictures."""
    lines = [
        text(
            "pdf-verdict-changed",
            noun=noun,
            face=face_id,
            name=escape_markup(name, 60),
            verdict=VERDICTS[now.verdict],
            before=verdict_label(before.verdict),
        )
        for name, noun, face_id, now, before in _verdicts(report)
        if now.verdict != before.verdict
    ]
    if not lines:
        return []
    verdicts = format_list(lines[:MAX_CHANGED], join="list-clause")
    said = text("pdf-verdicts-changed", verdicts=verdicts, more=max(0, len(lines) - MAX_CHANGED))
    return [Spacer(0, 2 * mm), Paragraph(said, BODY)]


def _verdicts(report: Report) -> Iterator[tuple[str, Noun, int, Decision, Decision]]:
    """Name of the file, face or person, its number, its decision, and that without reference pictures."""
    for result in report.results:
        if uses_references(result):
            bare = decide_with_references(result, None)
            for finding, other in zip(result.findings, bare.findings, strict=True):
                yield result.media.name, "face", finding.region.face_id, finding.decision, other.decision
    for film in (case.result for case in report.videos):
        if uses_references(film):
            now, before = assess_video(film).file, assess_video(film).without_references
            for track, earlier in zip(now.tracks, before.tracks, strict=True):
                yield film.video.name, "person", track.face_id, track.decision, earlier.decision


def _analyzed(report: Report) -> list[AnyResult]:
    return [*report.results, *(case.result for case in report.videos)]


def _questioned(report: Report) -> set[str]:
    files = [result.media.sha256 for result in report.results]
    return {*files, *(case.result.video.sha256 for case in report.videos)}


def _tables(references: References, questioned: set[str]) -> list[Flowable]:
    faces: dict[tuple[str, str], list[int]] = {}
    for face in references.faces:
        faces.setdefault((face.name, face.sha256), []).append(face.face_id)
    rows = [
        [escape_markup(name), _which(numbers, sha256 in questioned), f'<font name="{MONO}" size="5.6">{sha256}</font>']
        for (name, sha256), numbers in faces.items()
    ]
    tables: list[Flowable] = (
        [header_table([text("pdf-reference"), text("pdf-reference-faces"), "SHA-256"], rows, [0.28, 0.22, 0.5])]
        if rows
        else []
    )
    if references.unusable:
        reasons = [[escape_markup(name), unusable_clause(why)] for name, why in references.unusable]
        heads = [text("pdf-gave-no-reference"), text("pdf-because")]
        tables += [Spacer(0, 2 * mm), header_table(heads, reasons, [0.4, 0.6])]
    return tables


def _which(numbers: Sequence[int], marked: bool) -> str:
    """Faces marked as untouched: how many of a reference picture, which of a questioned file."""
    return text("pdf-references-marked", faces=format_list([*map(str, numbers)])) if marked else str(len(numbers))


def reference_notes(result: AnyResult, noun: Noun = "face") -> list[Flowable]:
    """Notes on one file: the thresholds of its source, which of its faces are references themselves, and the references
    that may not fit it. noun: what is decided about, "face" or "person"."""
    if result.references is None or not result.references.faces or result.card.evidence is None:
        return []
    judged = evaluated_numbers(result)
    own = [face_id for face_id in judged if face_id in result.own_cards]
    lines = [_moved(result, noun)] if len(own) < len(judged) else []
    if own:
        lines.append(are_references_sentence(own, noun))
    lines += [escape_markup(misfit_sentence(misfit, noun), 400) for misfit in find_misfits(result)]
    return [*(Paragraph(line, NOTE) for line in lines), Spacer(0, 1.5 * mm)]


def _moved(result: AnyResult, noun: Noun) -> str:
    """What the reference faces did to the thresholds."""
    limits = person_limits if noun == "person" else (lambda card: card.thresholds)
    before, after = limits(result.card), limits(present(result.source_card))
    return text(
        "pdf-thresholds-moved",
        faces=len(present(result.references).faces),
        no_signs=after.no_signs,
        signs=after.signs,
        no_signs_before=before.no_signs,
        signs_before=before.signs,
    )
