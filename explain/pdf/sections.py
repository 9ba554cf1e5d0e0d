"""What stands around the faces: title, inputs, overview, the meaning of the words, the card, and how to repeat it."""

import io
from collections import Counter

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, PageBreak, Paragraph, Spacer, Table

from explain.overview import STYLES, numbered_boxes
from explain.pdf.faces import face_blocks
from explain.pdf.panels import Scale, jpeg_image
from explain.pdf.plots import score_plot
from explain.pdf.references import changed_verdicts, reference_blocks, reference_notes
from explain.pdf.style import (
    ACCENT,
    BODY,
    CELL,
    FILE_NAME,
    HEADING,
    MONO,
    SMALL_SOFT,
    TINT,
    TITLE,
    WIDTH,
    headed,
    pairs,
    printable,
)
from explain.pdf.video_words import video_glance, video_inputs
from explain.pdf.words import CAUTION, SYMBOLS
from explain.report import Report
from forensics.card import Thresholds
from forensics.messages.catalogue import sentence
from forensics.reference_faces import evaluated
from forensics.strength import suspicion
from forensics.strength_words import grounds, ratio_text
from forensics.types import AnalysisResult

OVERVIEW_HEIGHT = 84 * mm
"""Leaves room for the first face on the same page, unless it has explanations."""


def front(report: Report) -> list[Flowable]:
    """Title, case, result at a glance, caution, inputs, notes."""
    blank = "not given"
    case = [
        ("Case", printable(report.case_number) or blank),
        ("Analyst", printable(report.analyst) or blank),
        ("Examined", _examined(report)),
    ]
    if report.created.strip():  # left out where it is to be filled in with the signature
        case.insert(2, ("Report made", printable(report.created)))
    for card in report.cards:
        case.append(("Detector", f"{printable(card.title)}, version {printable(card.version)}"))
    if report.failed:
        case.append(("Not examined", f"{_count(len(report.failed), 'file')}, listed under inputs with the reason"))
    flow: list[Flowable] = [
        Paragraph("Examination of faces for signs of manipulation", TITLE),
        pairs(case, 30 * mm),
        Paragraph("Result at a glance", HEADING),
        *_glance(report),
        *changed_verdicts(report),
        Spacer(0, 3 * mm),
        Table(
            [[Paragraph(CAUTION, CELL)]],
            [WIDTH],
            style=[
                ("BACKGROUND", (0, 0), (-1, -1), TINT),
                ("LINEBEFORE", (0, 0), (0, -1), 3, ACCENT),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ],
        ),
        Paragraph("Inputs", HEADING),
        *_inputs(report),
        *reference_blocks(report),
    ]
    if report.notes.strip():
        flow.append(Paragraph("Notes of the analyst", HEADING))
        flow += [Paragraph(printable(line, len(line)), BODY) for line in report.notes.splitlines()]
    return flow


def _examined(report: Report) -> str:
    faces = sum(len(result.findings) for result in report.results)
    persons = sum(len(case.result.tracks) for case in report.videos)
    pictures = [_count(len(report.results), "picture"), _count(faces, "face")]
    videos = [_count(len(report.videos), "video"), _count(persons, "person")]
    return ", ".join([*(pictures if report.results or not report.videos else []), *(videos if report.videos else [])])


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _glance(report: Report) -> list[Flowable]:
    if not report.results and not report.videos:
        return [Paragraph("No file could be examined.", BODY)]
    tables = [_picture_glance(report)] if report.results else []
    if report.videos:
        tables += [*([Spacer(0, 3 * mm)] if tables else []), video_glance(report)]
    return tables


def _picture_glance(report: Report) -> Flowable:
    """A line a picture: how many faces got which verdict, which of them show signs, and which face is the strongest."""
    rows = []
    for place, result in enumerate(report.results, start=1):
        counts = Counter(finding.decision.verdict for finding in result.findings)
        signs = [str(f.region.face_id) for f in result.findings if f.decision.verdict == "signs of manipulation"]
        which = "no face found" if not result.findings else ", ".join(signs) or "none"
        numbers = [str(counts[verdict]) for verdict in STYLES]
        rows.append([str(place), printable(result.media.name, 80), *numbers, printable(which, 120), _strongest(result)])
    verdicts = (f"{SYMBOLS[verdict]} {verdict}" for verdict in STYLES)
    heads = ["No.", "Picture", *verdicts, "Faces with signs", "Strongest ratio"]
    return headed(heads, rows, [0.05, 0.2, 0.14, 0.13, 0.1, 0.11, 0.13, 0.14])


def _strongest(result: AnalysisResult) -> str:
    """The highest likelihood ratio with the face it belongs to, and how far that face leans."""
    scored = [finding for finding in result.findings if finding.decision.verdict != "not evaluated"]
    if not scored:
        return "–"
    finding = max(scored, key=lambda finding: suspicion(finding.decision, finding.fake_score))
    decision = finding.decision
    ratio = ratio_text(decision.likelihood_ratio, grounds(decision, result.judged_by(finding.region.face_id)).leading)
    leaning = f", leans {decision.leaning}" if decision.leaning else ""
    return f"{ratio} (face {finding.region.face_id}{leaning})"


def _inputs(report: Report) -> list[Flowable]:
    rows = [
        [
            str(place),
            printable(media.name),
            f"{media.media_type}<br/>{media.width} × {media.height} pixels<br/>{len(media.content):,} bytes",
            _hash(media.sha256),
        ]
        for place, media in enumerate((result.media for result in report.results), start=1)
    ]
    rows += [
        [f"V {place}", name, size, _hash(sha256)]
        for place, (name, size, sha256) in enumerate(video_inputs(report), start=1)
    ]
    flow: list[Flowable] = (
        [headed(["No.", "Name", "Type and size", "SHA-256"], rows, [0.06, 0.34, 0.2, 0.4])] if rows else []
    )
    if report.failed:
        failures = [
            [
                printable(failure.name),
                f"{printable(sentence(failure.fact), 400)} ({printable(failure.code)})",
                _hash(failure.sha256) if failure.sha256 else "unknown",
            ]
            for failure in report.failed
        ]
        flow += [Spacer(0, 3 * mm), headed(["Not examined", "Reason", "SHA-256"], failures, [0.3, 0.3, 0.4])]
    return flow


def _hash(sha256: str) -> str:
    return f'<font name="{MONO}" size="6.6">{sha256[:32]}<br/>{sha256[32:]}</font>'


def picture(report: Report, place: int, scale: Scale) -> list[Flowable]:
    """One picture: overview, the plot of its scores, what was skipped, its faces."""
    result = report.results[place - 1]
    flow: list[Flowable] = [PageBreak(), Paragraph(f"Picture {place}", HEADING)]
    flow += [Paragraph(printable(result.media.name), FILE_NAME), Paragraph(_hash_line(result), SMALL_SOFT)]
    flow += [Spacer(0, 2 * mm), jpeg_image(numbered_boxes(result), WIDTH, OVERVIEW_HEIGHT), Spacer(0, 2 * mm)]
    if not result.findings:
        return [*flow, Paragraph("No face was found in this picture, so nothing was scored.", BODY), *_skipped(result)]
    if evaluated(result):
        png, height = score_plot(result.findings, _thresholds(result), WIDTH)
        flow += [Image(io.BytesIO(png), WIDTH, height), Spacer(0, 3 * mm)]
    flow += [*_skipped(result), *reference_notes(result)]
    for finding in result.findings:
        explanations = report.explanations_of(result.media.sha256, finding.region.face_id)
        flow += face_blocks(finding, explanations, scale, result)
    return flow


def _thresholds(result: AnalysisResult) -> Thresholds:
    """Those that most evaluated faces follow; the others are reference faces themselves, and the notes name them."""
    return Counter(result.judged_by(face_id).thresholds for face_id in evaluated(result)).most_common(1)[0][0]


def _hash_line(result: AnalysisResult) -> str:
    faces = (
        "whole picture taken as one face" if result.settings.faces == "whole" else _count(len(result.findings), "face")
    )
    return f"SHA-256 {result.media.sha256} · {faces}"


def _skipped(result: AnalysisResult) -> list[Flowable]:
    reasons = Counter(skipped.reason for skipped in result.skipped)
    return [
        Paragraph(f"Not scored: {count} × {printable(sentence(reason), 300)}", BODY)
        for reason, count in reasons.items()
    ]
