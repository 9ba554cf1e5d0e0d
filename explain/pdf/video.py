"""One video on paper: what it is, what was found, its timeline, its persons, their key frames."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from explain.drawing.numbered_faces import STYLES
from explain.drawing.palette import VERDICT_COLOURS
from explain.drawing.timeline_layout import MOST_SHOWN, foremost, period, seen
from explain.pdf.panels import Scale
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
    headed,
    pairs,
    printable,
)
from explain.pdf.verdict_wording import SYMBOLS, verdict_words
from explain.pdf.video_moments import explained, key_frames
from explain.pdf.video_timeline import Timeline
from explain.report import Report
from forensics.analysis.reference_wording import without_words
from forensics.analysis.references import references_count
from forensics.analysis.video_assessment import assess
from forensics.decision.segments import Span
from forensics.decision.strength_wording import LEANINGS, VERDICTS, grounds, ratio_text, strength
from forensics.decision.video_verdict import FileJudgement, TrackJudgement
from forensics.facts import Fact
from forensics.messages.catalogue import listed, sentence, text
from forensics.messages.numbers import score_text, time_text
from forensics.types.analysis import Decision, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.video import Track, VideoResult

MOST_LISTED = 40
"""Persons in the table: with more, few would be read and none found again."""

MOST_TIMES = 6
"""Cuts or spans that are listed one by one."""

PERSON_HEADS = (
    *("pdf-person", "pdf-verdict", "pdf-score-head", "pdf-ratio-head"),
    *("pdf-when", "pdf-to-be-seen", "pdf-evaluated"),
)
"""Messages."""


def video(report: Report, place: int, scale: Scale) -> list[Flowable]:
    """The pages of the video with this number, at most some ten however many persons were seen, without maps."""
    case = report.videos[place - 1]
    result, judgement = case.result, assess(case.result).file
    shown = foremost(judgement, MOST_SHOWN)
    flow: list[Flowable] = [PageBreak(), Paragraph(text("pdf-video-number", number=place), HEADING)]
    flow += [Paragraph(printable(result.video.name), FILE_NAME)]
    flow += [Paragraph(f"SHA-256 {result.video.sha256}", SMALL_SOFT), Spacer(0, 2 * mm), _decision(result, judgement)]
    flow += [Spacer(0, 2 * mm), pairs(list(_facts(result)), 36 * mm), *reference_notes(result, "person")]
    if not result.tracks:
        return [*flow, Spacer(0, 2 * mm), Paragraph(text("pdf-nobody-followed"), BODY)]
    timeline = Timeline(result, shown)
    flow += [CondPageBreak(timeline.height + 22 * mm), Paragraph(text("pdf-timeline"), HEADING), timeline]
    flow += [Spacer(0, 1 * mm), Paragraph(_timeline_words(len(result.tracks), len(shown)), FINE)]
    flow += [CondPageBreak(40 * mm), Paragraph(text("pdf-table-of-persons"), HEADING), *_persons(result, judgement)]
    return [*flow, *key_frames(case, shown, scale), *explained(report, case, scale)]


def _decision(result: VideoResult, judgement: FileJudgement) -> Flowable:
    """The file's verdict with its reason, and how strong it is."""
    decision = judgement.decision
    colour, card = VERDICT_COLOURS[decision.verdict], result.judged_by(judgement.face_id)
    words = f'<para leading="14"><font size="11" color="{colour}">{verdict_words(decision, card)}</font></para>'
    style = [
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(colour)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    said = f"{sentence(decision.reason)} {strength(decision, card)}".strip()
    if references_count(result):
        said += f" {without_words(assess(result).without_references.decision, result.card)}"
    cells = [[Paragraph(words, CELL), Paragraph(f"{printable(said, 1000)} {text('pdf-how-a-video-is-called')}", CELL)]]
    return Table(cells, [WIDTH * 0.3, WIDTH * 0.7], style=style)


def _facts(result: VideoResult) -> Iterator[tuple[str, str]]:
    file = result.video
    declared = "none" if file.seconds is None else time_text(float(file.seconds))
    rate = math.nan if file.frame_rate is None else float(file.frame_rate)
    size, codec = {"width": file.width, "height": file.height}, printable(file.codec, 40)
    looked_at = {"frames": len(result.frames), "rate": result.settings.sample_fps}
    yield text("pdf-length"), text("pdf-length-looked-at", declared=declared, until=time_text(result.seconds))
    yield text("pdf-frames"), text("pdf-frames-of", rate=rate, codec=codec, **size)
    yield text("pdf-file"), f"{file.media_type}, {text('pdf-bytes', bytes=file.size)}"
    yield text("pdf-looked-at"), text("pdf-frames-looked-at", **looked_at)
    yield text("pdf-cuts"), _times([time_text(cut) for cut in result.cuts]) or text("pdf-no-cuts")
    if result.broken_packets:
        yield text("pdf-broken"), text("pdf-broken-pieces", pieces=result.broken_packets)
    if result.ended:
        yield text("pdf-ended-early"), printable(sentence(result.ended), 400)
    for note in file.notes:
        yield text("pdf-note"), printable(sentence(note), 400)
    for skipped in result.skipped:
        yield text("pdf-video-not-scored"), printable(sentence(skipped.reason), 400)


def _times(texts: Sequence[str]) -> str:
    more, times = len(texts) - MOST_TIMES, listed(texts[:MOST_TIMES])
    return text("pdf-times-and-more", times=times, more=more) if more > 0 else times


def _timeline_words(of: int, shown: int) -> str:
    means = text("pdf-timeline-means")
    return means if of <= shown else f"{means} {text('pdf-timeline-left-out', persons=of, shown=shown)}"


def _persons(result: VideoResult, judgement: FileJudgement) -> list[Flowable]:
    """A line a person."""
    shown = foremost(judgement, MOST_LISTED)
    rows = [_row(result, judged) for judged in shown]
    heads = [*map(text, PERSON_HEADS)]
    flow: list[Flowable] = [headed(heads, rows, [0.08, 0.15, 0.13, 0.13, 0.18, 0.14, 0.19])]
    more = len(judgement.tracks) - len(shown)
    if more:
        flow.append(Paragraph(text("pdf-more-persons", persons=more), BODY))
    return flow


def _row(result: VideoResult, judged: TrackJudgement) -> list[str]:
    track, verdict = result.track(judged.face_id), judged.decision.verdict
    return [
        str(judged.face_id),
        f"{SYMBOLS[verdict]} {_leaning(judged.decision)}",
        _score(judged),
        _ratios(judged.decision, result.judged_by(judged.face_id)),
        _when(judged.spans),
        _times([period(*edges) for edges in seen(judged.spans)]),
        _evaluated(judged, track),
    ]


def _score(judged: TrackJudgement) -> str:
    """With its interval, which the score of a single frame has not."""
    if math.isnan(judged.score):
        return "–"
    interval = (
        "" if math.isnan(judged.low) else text("pdf-interval", low=score_text(judged.low), high=score_text(judged.high))
    )
    return f"{printable(score_text(judged.score))}<br/>{printable(interval)}"


def _leaning(decision: Decision) -> str:
    return text("pdf-verdict-leans", verdict=VERDICTS[decision.verdict], leaning=LEANINGS[decision.leaning])


def _ratios(decision: Decision, card: DetectorCard) -> str:
    """The leading one, and beneath it that for kinds that the detector knows."""
    if decision.likelihood_ratio is None:
        return "–"
    leading, known, _ = grounds(decision, card)
    words = ratio_text(decision.likelihood_ratio, leading)
    if known is None or decision.known_ratio is None:
        return words
    return f"{words}<br/>{text('pdf-ratio-of-known-kinds', ratio=ratio_text(decision.known_ratio, known))}"


def _when(spans: Sequence[Span]) -> str:
    """The spans by verdict, the most serious first."""
    of: dict[Verdict, list[str]] = {verdict: [] for verdict in STYLES}
    for span in spans:
        of[span.verdict].append(period(span.start, span.end))
    return "<br/>".join(f"{SYMBOLS[verdict]} {_times(texts)}" for verdict, texts in of.items() if texts)


def _evaluated(judged: TrackJudgement, track: Track) -> str:
    """How many frames, and the commonest reason for which one was not evaluated or counts less, each by an example."""
    refused = [sighting.decision.reason for sighting in track.sightings if not sighting.evaluated]
    lowered = [seen.weight_reason for seen in track.sightings if seen.weight_reason and seen.evaluated]
    lines = [text("pdf-frames-evaluated", evaluated=judged.evaluated, sightings=judged.sightings)]
    for reasons, message in ((refused, "pdf-frames-refused"), (lowered, "pdf-frames-counting-less")):
        if reasons:
            example = printable(sentence(_commonest(reasons)), 120)
            lines.append(text(message, frames=len(reasons), reason=example))
    return "<br/>".join(lines)


def _commonest(reasons: Sequence[Fact]) -> Fact:
    """Reasons that differ in their numbers alone count as one; its first example stands for it."""
    code = Counter(reason.code for reason in reasons).most_common(1)[0][0]
    return next(reason for reason in reasons if reason.code == code)
