"""The key frames of a person on paper: the most suspect moment, a typical one, the least suspect, and their maps."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from explain.drawing.palette import VERDICT_COLORS
from explain.pdf.maps import map_section
from explain.pdf.panels import SharedScale, evidence_panels
from explain.pdf.style import (
    CAPTION,
    FACE,
    FINE,
    HEADING,
    NO_PADDING,
    SMALL,
    SMALL_BOLD,
    TINT,
    WIDTH,
    Paragraph,
    TableCommand,
    escape_markup,
)
from explain.pdf.verdict_wording import verdict_cell
from explain.report import Report, ReportedVideo
from forensics.analysis.reference_wording import reference_note
from forensics.analysis.video_assessment import assess_video
from forensics.decision.strength_wording import strength_sentence
from forensics.decision.video_verdict import PersonVerdict
from forensics.messages.catalogue import sentence, text
from forensics.messages.numbers import format_score, time_text
from forensics.types.analysis import FaceFinding
from forensics.types.video import FaceObservation

TITLES = ("worst", "typical", "best")
"""What the message of a moment chooses by."""

PANELS = ("pdf-crop", "pdf-mask", "pdf-error")
"""Messages."""

COLUMN = WIDTH / 3
PANEL = COLUMN / 3 - 3


def key_frame_section(case: ReportedVideo, persons: Sequence[PersonVerdict], scale: SharedScale) -> list[Flowable]:
    """The verdict of each person with its reason, and its moments side by side where the report has stills of them."""
    flow: list[Flowable] = []
    for judged in persons:
        parts: list[Flowable] = (
            [] if flow else [Paragraph(text("pdf-key-frames"), HEADING)]
        )  # in one block: nested ones always break the page
        parts += [
            _heading(case, judged),
            Spacer(0, 1 * mm),
            Paragraph(_reason(case, judged), SMALL),
        ]
        shown = [
            (titles, sighting, finding)
            for frame_index, (titles, sighting) in _moments(case, judged.face_id).items()
            if (finding := case.moment(judged.face_id, frame_index))
        ]
        if shown:
            parts += [Spacer(0, 1 * mm), _strip(shown, scale)]
        flow.append(KeepTogether([*parts, Spacer(0, 3 * mm)]))
    return flow


def explained_stills(report: Report, case: ReportedVideo, scale: SharedScale) -> list[Flowable]:
    """The maps of every face of a still of which explanations were asked for, by person, then by time."""
    faces = [(finding.region, still, finding) for still in case.stills for finding in still.findings]
    flow: list[Flowable] = []
    for region, still, finding in sorted(faces, key=lambda face: (face[0].face_id, face[0].frame_index)):
        explanations = report.explanations_of(still.media.sha256, region.face_id)
        if explanations:
            titles, _ = _moments(case, region.face_id).get(region.frame_index, ("none", None))
            time = time_text(region.seconds)
            where = text("pdf-person-at", person=region.face_id, moments=titles, time=time)
            digest = text("pdf-still", frame=region.frame_index, sha256=still.media.sha256)
            head = [] if flow else [Paragraph(text("pdf-explanations"), HEADING)]
            head += [Paragraph(where, SMALL_BOLD), Paragraph(digest, FINE)]
            flow += [*map_section(finding, explanations, scale, head), Spacer(0, 4 * mm)]
    return flow


def _moments(case: ReportedVideo, face_id: int) -> dict[int, tuple[str, FaceObservation]]:
    """What each moment is called, and its sighting, by the frame's index: one frame may be several moments."""
    chosen: dict[int, tuple[str, FaceObservation]] = {}
    for moment, sighting in zip(TITLES, assess_video(case.result).moments[face_id], strict=True):
        before, title = chosen.get(sighting.frame.index), text("pdf-moment", moment=moment)
        titles = text("list-and", before=before[0], thing=title) if before else title
        chosen[sighting.frame.index] = (titles, sighting)
    return chosen


def _heading(case: ReportedVideo, judged: PersonVerdict) -> Flowable:
    decision = judged.decision
    color = VERDICT_COLORS[decision.verdict]
    words = f'<font size="8" color="{color}">{verdict_cell(decision, case.result.judged_by(judged.face_id))}</font>'
    return Table(
        [[Paragraph(f"{text('pdf-person-number', person=judged.face_id)}&nbsp;&nbsp; {words}", FACE)]],
        [WIDTH],
        style=[
            ("BACKGROUND", (0, 0), (-1, -1), TINT),
            ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(color)),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ],
    )


def _reason(case: ReportedVideo, judged: PersonVerdict) -> str:
    result = case.result
    card = result.judged_by(judged.face_id)
    words = f"{sentence(judged.decision.reason)} {strength_sentence(judged.decision, card)}".strip()
    if result.references is not None:
        bare = assess_video(result).person_without_references(judged.face_id)
        words += f" {reference_note(result, judged.face_id, bare.decision)}"
    return escape_markup(words, 1000)


def _strip(shown: list[tuple[str, FaceObservation, FaceFinding]], scale: SharedScale) -> Flowable:
    """A group of three panels a moment, side by side."""
    groups: list[Any] = [_group(titles, sighting, finding, scale) for titles, sighting, finding in shown]
    groups += [""] * (3 - len(groups))
    return Table([groups], [COLUMN] * 3, style=[*NO_PADDING, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _group(titles: str, sighting: FaceObservation, finding: FaceFinding, scale: SharedScale) -> Flowable:
    crop, mask, _, error = evidence_panels(finding, scale, PANEL)
    evaluated = sighting.evaluated
    score = text("pdf-score-at", score=format_score(sighting.fake_score)) if evaluated else text("pdf-not-evaluated")
    title = f"<b>{titles}</b><br/>{time_text(sighting.seconds)} · {escape_markup(score)}"
    cells: list[list[Any]] = [
        [Paragraph(title, CAPTION), "", ""],
        [crop, mask, error],
        [Paragraph(text(name), CAPTION) for name in PANELS],
    ]
    style: list[TableCommand] = [
        *NO_PADDING,
        ("SPAN", (0, 0), (-1, 0)),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 1), (-1, 1), "MIDDLE"),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 2),
    ]
    return Table(cells, [PANEL + 1.5] * 3, style=style)
