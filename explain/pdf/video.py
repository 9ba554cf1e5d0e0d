"""One video on paper: what it is, what was found, its timeline, its persons, their key frames."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from explain.drawing.numbered_faces import BOX_STYLES
from explain.drawing.palette import VERDICT_COLORS
from explain.drawing.timeline_layout import MAX_PERSONS, format_period, top_persons, visible_periods
from explain.pdf.panels import SharedScale
from explain.pdf.references import reference_notes
from explain.pdf.style import (
    BODY,
    CELL,
    FILE_NAME,
    FINE,
    HEADING,
    SMALL_SOFT,
    TINT,
    WIDTH,
    Paragraph,
    TableCommand,
    escape_markup,
    header_table,
    key_value_table,
)
from explain.pdf.verdict_wording import SYMBOLS, verdict_cell
from explain.pdf.video_moments import explained_stills, key_frame_section
from explain.pdf.video_timeline import TimelineFlowable
from explain.report import Report
from forensics.analysis.reference_wording import without_references_sentence
from forensics.analysis.references import uses_references
from forensics.analysis.video_assessment import assess_video
from forensics.decision.segments import Segment
from forensics.decision.strength_wording import LEANINGS, VERDICTS, calibration_basis, format_ratio, strength_sentence
from forensics.decision.video_verdict import PersonVerdict, VideoVerdict
from forensics.facts import Fact
from forensics.messages.catalogue import format_list, sentence, text
from forensics.messages.numbers import format_score, time_text
from forensics.types.analysis import Decision, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.video import Track, VideoResult

MAX_LISTED = 40
"""Persons in the table: with more, few would be read and none found again."""

MAX_TIMES = 6
"""Cuts or spans that are listed one by one."""

PERSON_HEADS = (
    *("pdf-person", "pdf-verdict", "pdf-score-head", "pdf-ratio-head"),
    *("pdf-when", "pdf-to-be-seen", "pdf-evaluated"),
)
"""Messages."""


def video_section(report: Report, place: int, scale: SharedScale) -> list[Flowable]:
    """The pages of the video with this number, at most some ten however many persons were seen, without maps."""
    case = report.videos[place - 1]
    result, judgment = case.result, assess_video(case.result).file
    shown = top_persons(judgment, MAX_PERSONS)
    flow: list[Flowable] = [PageBreak(), Paragraph(text("pdf-video-number", number=place), HEADING)]
    flow += [Paragraph(escape_markup(result.video.name), FILE_NAME)]
    flow += [Paragraph(f"SHA-256 {result.video.sha256}", SMALL_SOFT), Spacer(0, 2 * mm), _decision(result, judgment)]
    flow += [Spacer(0, 2 * mm), key_value_table(list(_facts(result)), 36 * mm), *reference_notes(result, "person")]
    if not result.tracks:
        return [*flow, Spacer(0, 2 * mm), Paragraph(text("pdf-nobody-followed"), BODY)]
    timeline = TimelineFlowable(result, shown)
    flow += [CondPageBreak(timeline.height + 22 * mm), Paragraph(text("pdf-timeline"), HEADING), timeline]
    flow += [Spacer(0, 1 * mm), Paragraph(_timeline_words(len(result.tracks), len(shown)), FINE)]
    flow += [CondPageBreak(40 * mm), Paragraph(text("pdf-table-of-persons"), HEADING), *_persons(result, judgment)]
    return [*flow, *key_frame_section(case, shown, scale), *explained_stills(report, case, scale)]


def _decision(result: VideoResult, judgment: VideoVerdict) -> Flowable:
    """The file's verdict with its reason, and how strong it is."""
    decision = judgment.decision
    color, card = VERDICT_COLORS[decision.verdict], result.judged_by(judgment.face_id)
    words = f'<para leading="14"><font size="11" color="{color}">{verdict_cell(decision, card)}</font></para>'
    style: list[TableCommand] = [
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(color)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    said = f"{sentence(decision.reason)} {strength_sentence(decision, card)}".strip()
    if uses_references(result):
        said += f" {without_references_sentence(assess_video(result).without_references.decision, result.card)}"
    cells = [
        [Paragraph(words, CELL), Paragraph(f"{escape_markup(said, 1000)} {text('pdf-how-a-video-is-called')}", CELL)]
    ]
    return Table(cells, [WIDTH * 0.3, WIDTH * 0.7], style=style)


def _facts(result: VideoResult) -> Iterator[tuple[str, str]]:
    file = result.video
    declared = "none" if file.seconds is None else time_text(float(file.seconds))
    rate = math.nan if file.frame_rate is None else float(file.frame_rate)
    size, codec = {"width": file.width, "height": file.height}, escape_markup(file.codec, 40)
    looked_at = {"frames": result.frames_looked_at, "rate": result.settings.sample_fps}
    yield text("pdf-length"), text("pdf-length-looked-at", declared=declared, until=time_text(result.seconds))
    yield text("pdf-frames"), text("pdf-frames-of", rate=rate, codec=codec, **size)
    yield text("pdf-file"), f"{file.media_type}, {text('pdf-bytes', bytes=file.size)}"
    yield text("pdf-looked-at"), text("pdf-frames-looked-at", **looked_at)
    yield text("pdf-cuts"), _times([time_text(cut) for cut in result.cuts]) or text("pdf-no-cuts")
    if result.broken_packets:
        yield text("pdf-broken"), text("pdf-broken-pieces", pieces=result.broken_packets)
    if result.ended:
        yield text("pdf-ended-early"), escape_markup(sentence(result.ended), 400)
    for note in file.notes:
        yield text("pdf-note"), escape_markup(sentence(note), 400)
    for skipped in result.skipped:
        yield text("pdf-video-not-scored"), escape_markup(sentence(skipped.reason), 400)


def _times(texts: Sequence[str]) -> str:
    more, times = len(texts) - MAX_TIMES, format_list(texts[:MAX_TIMES])
    return text("pdf-times-and-more", times=times, more=more) if more > 0 else times


def _timeline_words(of: int, shown: int) -> str:
    means = text("pdf-timeline-means")
    return means if of <= shown else f"{means} {text('pdf-timeline-left-out', persons=of, shown=shown)}"


def _persons(result: VideoResult, judgment: VideoVerdict) -> list[Flowable]:
    """A line a person."""
    shown = top_persons(judgment, MAX_LISTED)
    rows = [_row(result, judged) for judged in shown]
    heads = [*map(text, PERSON_HEADS)]
    flow: list[Flowable] = [header_table(heads, rows, [0.08, 0.15, 0.13, 0.13, 0.18, 0.14, 0.19])]
    more = len(judgment.tracks) - len(shown)
    if more:
        flow.append(Paragraph(text("pdf-more-persons", persons=more), BODY))
    return flow


def _row(result: VideoResult, judged: PersonVerdict) -> list[str]:
    track, verdict = result.track(judged.face_id), judged.decision.verdict
    return [
        str(judged.face_id),
        f"{SYMBOLS[verdict]} {_leaning(judged.decision)}",
        _score(judged),
        _ratios(judged.decision, result.judged_by(judged.face_id)),
        _when(judged.spans),
        _times([format_period(*edges) for edges in visible_periods(judged.spans)]),
        _evaluated(judged, track),
    ]


def _score(judged: PersonVerdict) -> str:
    """With its interval, which the score of a single frame has not."""
    if math.isnan(judged.score):
        return "–"
    interval = (
        ""
        if math.isnan(judged.low)
        else text("pdf-interval", low=format_score(judged.low), high=format_score(judged.high))
    )
    return f"{escape_markup(format_score(judged.score))}<br/>{escape_markup(interval)}"


def _leaning(decision: Decision) -> str:
    return text("pdf-verdict-leans", verdict=VERDICTS[decision.verdict], leaning=LEANINGS[decision.leaning])


def _ratios(decision: Decision, card: DetectorCard) -> str:
    """The leading one, and beneath it that for kinds that the detector knows."""
    if decision.likelihood_ratio is None:
        return "–"
    leading, known, _ = calibration_basis(decision, card)
    words = format_ratio(decision.likelihood_ratio, leading)
    if known is None or decision.known_ratio is None:
        return words
    return f"{words}<br/>{text('pdf-ratio-of-known-kinds', ratio=format_ratio(decision.known_ratio, known))}"


def _when(spans: Sequence[Segment]) -> str:
    """The spans by verdict, the most serious first."""
    of: dict[Verdict, list[str]] = {verdict: [] for verdict in BOX_STYLES}
    for span in spans:
        of[span.verdict].append(format_period(span.start, span.end))
    return "<br/>".join(f"{SYMBOLS[verdict]} {_times(texts)}" for verdict, texts in of.items() if texts)


def _evaluated(judged: PersonVerdict, track: Track) -> str:
    """How many frames, and the commonest reason for which one was not evaluated or counts less, each by an example."""
    refused = [sighting.decision.reason for sighting in track.sightings if not sighting.evaluated]
    lowered = [seen.weight_reason for seen in track.sightings if seen.weight_reason and seen.evaluated]
    lines = [text("pdf-frames-evaluated", evaluated=judged.evaluated, sightings=judged.sightings)]
    for reasons, message in ((refused, "pdf-frames-refused"), (lowered, "pdf-frames-counting-less")):
        if reasons:
            example = escape_markup(sentence(_commonest(reasons)), 120)
            lines.append(text(message, frames=len(reasons), reason=example))
    return "<br/>".join(lines)


def _commonest(reasons: Sequence[Fact]) -> Fact:
    """Reasons that differ in their numbers alone count as one; its first example stands for it."""
    code = Counter(reason.code for reason in reasons).most_common(1)[0][0]
    return next(reason for reason in reasons if reason.code == code)
