"""What stands around the faces: title, inputs, overview, the meaning of the words, the card, and how to repeat it."""

import io
from collections import Counter

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, PageBreak, Spacer, Table

from explain.drawing.numbered_faces import BOX_STYLES, draw_numbered_faces
from explain.drawing.text_shaping import base_level, first_without_font
from explain.pdf.faces import face_section
from explain.pdf.panels import SharedScale, jpeg_image
from explain.pdf.plots import draw_score_plot
from explain.pdf.references import changed_verdicts, reference_notes, reference_section
from explain.pdf.style import (
    ACCENT,
    BODY,
    BODY_RIGHT,
    CELL,
    FILE_NAME,
    HEADING,
    MONO,
    SMALL_SOFT,
    TINT,
    TITLE,
    WIDTH,
    Paragraph,
    escape_markup,
    header_table,
    key_value_table,
)
from explain.pdf.verdict_wording import symbol_and_label
from explain.pdf.video_wording import pixels_text, video_glance, video_inputs
from explain.report import Report
from forensics.analysis.references import evaluated_numbers
from forensics.decision.strength import suspicion_key
from forensics.decision.strength_wording import LEANINGS, calibration_basis, format_ratio
from forensics.measurements.provenance import with_provenance_note
from forensics.messages.catalogue import format_list, sentence, text
from forensics.types.analysis import ImageResult, Verdict
from forensics.types.model_card import Thresholds

INPUT_HEADS = ("pdf-number", "pdf-name", "pdf-type-and-size")
"""Messages."""

OVERVIEW_HEIGHT = 84 * mm
"""Leaves room for the first face on the same page, unless it has explanations."""


def front_matter(report: Report) -> list[Flowable]:
    """Title, case, result at a glance, caution, inputs, notes."""
    blank = text("pdf-blank")
    case = [
        (text("pdf-case"), escape_markup(report.case_number) or blank),
        (text("pdf-analyst"), escape_markup(report.analyst) or blank),
        (text("pdf-examined"), _examined(report)),
    ]
    if report.created_text().strip():  # left out where it is to be filled in with the signature
        case.insert(2, (text("pdf-made"), escape_markup(report.created_text())))
    for card in report.cards:
        version = text("pdf-detector-version", title=escape_markup(card.title), version=escape_markup(card.version))
        case.append((text("pdf-detector"), with_provenance_note(version, card)))
    if report.failed:
        case.append((text("pdf-not-examined"), text("pdf-files-not-examined", files=len(report.failed))))
    flow: list[Flowable] = [
        Paragraph(text("pdf-title"), TITLE),
        key_value_table(case, 30 * mm),
        Paragraph(text("pdf-glance"), HEADING),
        *_glance(report),
        *changed_verdicts(report),
        Spacer(0, 3 * mm),
        Table(
            [[Paragraph(text("pdf-caution"), CELL)]],
            [WIDTH],
            style=[
                ("BACKGROUND", (0, 0), (-1, -1), TINT),
                ("LINEBEFORE", (0, 0), (0, -1), 3, ACCENT),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ],
        ),
        Paragraph(text("pdf-inputs"), HEADING),
        *_inputs(report),
        *_without_font(report),
        *reference_section(report),
    ]
    if report.notes.strip():
        flow.append(Paragraph(text("pdf-notes"), HEADING))
        flow += [_note(line) for line in report.notes.splitlines()]
    return flow


def _note(line: str) -> Flowable:
    """A line of the notes, from right to left where its first letter is."""
    level = base_level(line)
    return Paragraph(escape_markup(line, len(line), base_level=level), BODY_RIGHT if level else BODY, base_level=level)


def _without_font(report: Report) -> list[Flowable]:
    """That not every letter from outside could be shown, where that is so."""
    names = [result.media.name for result in report.results]
    names += [case.result.video.name for case in report.videos]
    names += [file.name for file in report.failed]
    code = first_without_font(
        " ".join((report.case_number, report.analyst, report.created_text(), report.notes, *names))
    )
    return [] if code is None else [Paragraph(text("pdf-font-missing", code=code), SMALL_SOFT)]


def _examined(report: Report) -> str:
    faces = sum(len(result.findings) for result in report.results)
    persons = sum(len(case.result.tracks) for case in report.videos)
    pictures = [text("pdf-pictures", pictures=len(report.results)), text("pdf-faces", faces=faces)]
    videos = [text("pdf-videos", videos=len(report.videos)), text("pdf-persons", persons=persons)]
    return format_list([*(pictures if report.results or not report.videos else []), *(videos if report.videos else [])])


def _glance(report: Report) -> list[Flowable]:
    if not report.results and not report.videos:
        return [Paragraph(text("pdf-nothing-examined"), BODY)]
    tables = [_picture_glance(report)] if report.results else []
    if report.videos:
        tables += [*([Spacer(0, 3 * mm)] if tables else []), video_glance(report)]
    return tables


def _picture_glance(report: Report) -> Flowable:
    """A line a picture: how many faces got which verdict, which of them show signs, and which face is the strongest."""
    rows = []
    for place, result in enumerate(report.results, start=1):
        counts = Counter(finding.decision.verdict for finding in result.findings)
        signs = [str(f.region.face_id) for f in result.findings if f.decision.verdict == Verdict.SIGNS]
        which = format_list(signs) or text("pdf-no-face-with-signs" if result.findings else "pdf-no-face-found")
        numbers = [str(counts[verdict]) for verdict in BOX_STYLES]
        rows.append(
            [str(place), escape_markup(result.media.name, 80), *numbers, escape_markup(which, 120), _strongest(result)]
        )
    heads = [text("pdf-number"), text("pdf-picture"), *map(symbol_and_label, BOX_STYLES)]
    heads += [text("pdf-faces-with-signs"), text("pdf-strongest-ratio")]
    return header_table(heads, rows, [0.05, 0.15, 0.145, 0.155, 0.115, 0.115, 0.13, 0.14])


def _strongest(result: ImageResult) -> str:
    """The highest likelihood ratio with the face it belongs to, and how far that face leans."""
    scored = [finding for finding in result.findings if finding.decision.verdict != Verdict.NOT_EVALUATED]
    if not scored:
        return "–"
    finding = max(scored, key=lambda finding: suspicion_key(finding.decision, finding.fake_score))
    decision = finding.decision
    ratio = format_ratio(
        decision.likelihood_ratio, calibration_basis(decision, result.judged_by(finding.region.face_id)).leading
    )
    return text("pdf-strongest", ratio=ratio, face=finding.region.face_id, leaning=LEANINGS[decision.leaning])


def _inputs(report: Report) -> list[Flowable]:
    rows = [
        [
            str(place),
            escape_markup(media.name),
            "<br/>".join((media.media_type, pixels_text(media), text("pdf-bytes", bytes=len(media.content)))),
            _hash(media.sha256),
        ]
        for place, media in enumerate((result.media for result in report.results), start=1)
    ]
    rows += [
        [f"V {place}", name, size, _hash(sha256)]
        for place, (name, size, sha256) in enumerate(video_inputs(report), start=1)
    ]
    flow: list[Flowable] = (
        [header_table([*map(text, INPUT_HEADS), "SHA-256"], rows, [0.06, 0.34, 0.2, 0.4])] if rows else []
    )
    if report.failed:
        failures = [
            [
                escape_markup(failure.name),
                f"{escape_markup(sentence(failure.fact), 400)} ({escape_markup(failure.code)})",
                _hash(failure.sha256) if failure.sha256 else text("pdf-hash-unknown"),
            ]
            for failure in report.failed
        ]
        heads = [text("pdf-not-examined"), text("pdf-reason"), "SHA-256"]
        flow += [Spacer(0, 3 * mm), header_table(heads, failures, [0.3, 0.3, 0.4])]
    return flow


def _hash(sha256: str) -> str:
    return f'<font name="{MONO}" size="6.6">{sha256[:32]}<br/>{sha256[32:]}</font>'


def image_section(report: Report, place: int, scale: SharedScale) -> list[Flowable]:
    """One picture: overview, the plot of its scores, what was skipped, its faces."""
    result = report.results[place - 1]
    flow: list[Flowable] = [PageBreak(), Paragraph(text("pdf-picture-number", number=place), HEADING)]
    flow += [Paragraph(escape_markup(result.media.name), FILE_NAME), Paragraph(_hash_line(result), SMALL_SOFT)]
    flow += _notes(result)
    flow += [Spacer(0, 2 * mm), jpeg_image(draw_numbered_faces(result), WIDTH, OVERVIEW_HEIGHT), Spacer(0, 2 * mm)]
    if not result.findings:
        return [*flow, Paragraph(text("pdf-nothing-scored"), BODY), *_skipped(result)]
    if evaluated_numbers(result):
        png, height = draw_score_plot(result.findings, _thresholds(result), WIDTH)
        flow += [Image(io.BytesIO(png), WIDTH, height), Spacer(0, 3 * mm)]
    flow += [*_skipped(result), *reference_notes(result)]
    for finding in result.findings:
        explanations = report.explanations_of(result.media.sha256, finding.region.face_id)
        flow += face_section(finding, explanations, scale, result)
    return flow


def _thresholds(result: ImageResult) -> Thresholds:
    """Those that most evaluated faces follow; the others are reference faces themselves, and the notes name them."""
    return Counter(result.judged_by(face_id).thresholds for face_id in evaluated_numbers(result)).most_common(1)[0][0]


def _hash_line(result: ImageResult) -> str:
    whole = result.settings.faces == "whole"
    faces = text("pdf-whole-picture") if whole else text("pdf-faces", faces=len(result.findings))
    return f"SHA-256 {result.media.sha256} · {faces}"


def _notes(result: ImageResult) -> list[Flowable]:
    """What is said of the file itself, a line each."""
    return [Paragraph(escape_markup(sentence(note), 400), SMALL_SOFT) for note in result.media.notes]


def _skipped(result: ImageResult) -> list[Flowable]:
    reasons = Counter(skipped.reason for skipped in result.skipped)
    return [
        Paragraph(text("pdf-not-scored", faces=count, reason=escape_markup(sentence(reason), 300)), BODY)
        for reason, count in reasons.items()
    ]
