"""What stands around the faces: title, inputs, overview, the meaning of the words, the card, and how to repeat it."""

import io
from collections import Counter

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, PageBreak, Spacer, Table

from explain.drawing.numbered_faces import STYLES, numbered_boxes
from explain.drawing.text_shaping import base_level, first_without_font
from explain.pdf.faces import face_blocks
from explain.pdf.panels import Scale, jpeg_image
from explain.pdf.plots import score_plot
from explain.pdf.references import changed_verdicts, reference_blocks, reference_notes
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
    headed,
    pairs,
    printable,
)
from explain.pdf.verdict_wording import marked
from explain.pdf.video_wording import pixels_text, video_glance, video_inputs
from explain.report import Report
from forensics.analysis.references import evaluated
from forensics.decision.strength import suspicion
from forensics.decision.strength_wording import LEANINGS, grounds, ratio_text
from forensics.messages.catalogue import listed, sentence, text
from forensics.types.analysis import AnalysisResult, Verdict
from forensics.types.model_card import Thresholds

INPUT_HEADS = ("pdf-number", "pdf-name", "pdf-type-and-size")
"""Messages."""

OVERVIEW_HEIGHT = 84 * mm
"""Leaves room for the first face on the same page, unless it has explanations."""


def front(report: Report) -> list[Flowable]:
    """Title, case, result at a glance, caution, inputs, notes."""
    blank = text("pdf-blank")
    case = [
        (text("pdf-case"), printable(report.case_number) or blank),
        (text("pdf-analyst"), printable(report.analyst) or blank),
        (text("pdf-examined"), _examined(report)),
    ]
    if report.created_text().strip():  # left out where it is to be filled in with the signature
        case.insert(2, (text("pdf-made"), printable(report.created_text())))
    for card in report.cards:
        version = text("pdf-detector-version", title=printable(card.title), version=printable(card.version))
        case.append((text("pdf-detector"), version))
    if report.failed:
        case.append((text("pdf-not-examined"), text("pdf-files-not-examined", files=len(report.failed))))
    flow: list[Flowable] = [
        Paragraph(text("pdf-title"), TITLE),
        pairs(case, 30 * mm),
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
        *reference_blocks(report),
    ]
    if report.notes.strip():
        flow.append(Paragraph(text("pdf-notes"), HEADING))
        flow += [_note(line) for line in report.notes.splitlines()]
    return flow


def _note(line: str) -> Flowable:
    """A line of the notes, from right to left where its first letter is."""
    level = base_level(line)
    return Paragraph(printable(line, len(line), base_level=level), BODY_RIGHT if level else BODY, base_level=level)


def _without_font(report: Report) -> list[Flowable]:
    """That not every letter from outside could be shown, where that is so."""
    files = [*(result.media for result in report.results), *(case.result.video for case in report.videos)]
    names = [file.name for file in (*files, *report.failed)]
    code = first_without_font(
        " ".join((report.case_number, report.analyst, report.created_text(), report.notes, *names))
    )
    return [] if code is None else [Paragraph(text("pdf-font-missing", code=code), SMALL_SOFT)]


def _examined(report: Report) -> str:
    faces = sum(len(result.findings) for result in report.results)
    persons = sum(len(case.result.tracks) for case in report.videos)
    pictures = [text("pdf-pictures", pictures=len(report.results)), text("pdf-faces", faces=faces)]
    videos = [text("pdf-videos", videos=len(report.videos)), text("pdf-persons", persons=persons)]
    return listed([*(pictures if report.results or not report.videos else []), *(videos if report.videos else [])])


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
        which = listed(signs) or text("pdf-no-face-with-signs" if result.findings else "pdf-no-face-found")
        numbers = [str(counts[verdict]) for verdict in STYLES]
        rows.append([str(place), printable(result.media.name, 80), *numbers, printable(which, 120), _strongest(result)])
    heads = [text("pdf-number"), text("pdf-picture"), *map(marked, STYLES)]
    heads += [text("pdf-faces-with-signs"), text("pdf-strongest-ratio")]
    return headed(heads, rows, [0.05, 0.15, 0.145, 0.155, 0.115, 0.115, 0.13, 0.14])


def _strongest(result: AnalysisResult) -> str:
    """The highest likelihood ratio with the face it belongs to, and how far that face leans."""
    scored = [finding for finding in result.findings if finding.decision.verdict != Verdict.NOT_EVALUATED]
    if not scored:
        return "–"
    finding = max(scored, key=lambda finding: suspicion(finding.decision, finding.fake_score))
    decision = finding.decision
    ratio = ratio_text(decision.likelihood_ratio, grounds(decision, result.judged_by(finding.region.face_id)).leading)
    return text("pdf-strongest", ratio=ratio, face=finding.region.face_id, leaning=LEANINGS[decision.leaning])


def _inputs(report: Report) -> list[Flowable]:
    rows = [
        [
            str(place),
            printable(media.name),
            "<br/>".join((media.media_type, pixels_text(media), text("pdf-bytes", bytes=len(media.content)))),
            _hash(media.sha256),
        ]
        for place, media in enumerate((result.media for result in report.results), start=1)
    ]
    rows += [
        [f"V {place}", name, size, _hash(sha256)]
        for place, (name, size, sha256) in enumerate(video_inputs(report), start=1)
    ]
    flow: list[Flowable] = [headed([*map(text, INPUT_HEADS), "SHA-256"], rows, [0.06, 0.34, 0.2, 0.4])] if rows else []
    if report.failed:
        failures = [
            [
                printable(failure.name),
                f"{printable(sentence(failure.fact), 400)} ({printable(failure.code)})",
                _hash(failure.sha256) if failure.sha256 else text("pdf-hash-unknown"),
            ]
            for failure in report.failed
        ]
        heads = [text("pdf-not-examined"), text("pdf-reason"), "SHA-256"]
        flow += [Spacer(0, 3 * mm), headed(heads, failures, [0.3, 0.3, 0.4])]
    return flow


def _hash(sha256: str) -> str:
    return f'<font name="{MONO}" size="6.6">{sha256[:32]}<br/>{sha256[32:]}</font>'


def picture(report: Report, place: int, scale: Scale) -> list[Flowable]:
    """One picture: overview, the plot of its scores, what was skipped, its faces."""
    result = report.results[place - 1]
    flow: list[Flowable] = [PageBreak(), Paragraph(text("pdf-picture-number", number=place), HEADING)]
    flow += [Paragraph(printable(result.media.name), FILE_NAME), Paragraph(_hash_line(result), SMALL_SOFT)]
    flow += [Spacer(0, 2 * mm), jpeg_image(numbered_boxes(result), WIDTH, OVERVIEW_HEIGHT), Spacer(0, 2 * mm)]
    if not result.findings:
        return [*flow, Paragraph(text("pdf-nothing-scored"), BODY), *_skipped(result)]
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
    whole = result.settings.faces == "whole"
    faces = text("pdf-whole-picture") if whole else text("pdf-faces", faces=len(result.findings))
    return f"SHA-256 {result.media.sha256} · {faces}"


def _skipped(result: AnalysisResult) -> list[Flowable]:
    reasons = Counter(skipped.reason for skipped in result.skipped)
    return [
        Paragraph(text("pdf-not-scored", faces=count, reason=printable(sentence(reason), 300)), BODY)
        for reason, count in reasons.items()
    ]
