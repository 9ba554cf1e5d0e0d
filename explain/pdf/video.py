"""One video on paper: what it is, what was found, its timeline, its persons, their key frames."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Paragraph, Spacer, Table

from explain.overlay import VERDICT_COLOURS
from explain.overview import STYLES
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
    headed,
    pairs,
    printable,
)
from explain.pdf.video_moments import explained, key_frames
from explain.pdf.video_timeline import Timeline
from explain.pdf.words import SYMBOLS, verdict_words
from explain.report import Report
from explain.timeline import MOST_SHOWN, foremost, period, seen
from forensics.card import DetectorCard
from forensics.clock import clock
from forensics.facts import Fact
from forensics.messages.catalogue import sentence
from forensics.messages.numbers import score_text
from forensics.reference_faces import references_count
from forensics.reference_words import without_words
from forensics.strength_words import grounds, ratio_text, strength
from forensics.types import Decision, Verdict
from forensics.video.assessment import assess
from forensics.video.judging import FileJudgement, TrackJudgement
from forensics.video.spans import Span
from forensics.video.types import Track, VideoResult

MOST_LISTED = 40
"""Persons in the table: with more, few would be read and none found again."""

MOST_TIMES = 6
"""Cuts or spans that are listed one by one."""

TIMELINE_WORDS = (
    "Each row: above, the person's score over time from 0 to 1 with its 95 % band, and the two thresholds, dashed; "
    "below, what follows from it: S signs of manipulation, I inconclusive, N no signs found, – not evaluated. Nothing "
    "is drawn while a person was not to be seen. Dotted lines are cuts."
)


def video(report: Report, place: int, scale: Scale) -> list[Flowable]:
    """The pages of the video with this number, at most some ten however many persons were seen, without maps."""
    case = report.videos[place - 1]
    result, judgement = case.result, assess(case.result).file
    shown = foremost(judgement, MOST_SHOWN)
    flow: list[Flowable] = [PageBreak(), Paragraph(f"Video {place}", HEADING)]
    flow += [Paragraph(printable(result.video.name), FILE_NAME)]
    flow += [Paragraph(f"SHA-256 {result.video.sha256}", SMALL_SOFT), Spacer(0, 2 * mm), _decision(result, judgement)]
    flow += [Spacer(0, 2 * mm), pairs(list(_facts(result)), 36 * mm), *reference_notes(result, "person")]
    if not result.tracks:
        return [*flow, Spacer(0, 2 * mm), Paragraph("No face was followed in this video, so nothing was scored.", BODY)]
    timeline = Timeline(result, shown)
    flow += [CondPageBreak(timeline.height + 22 * mm), Paragraph("Timeline", HEADING), timeline]
    flow += [Spacer(0, 1 * mm), Paragraph(TIMELINE_WORDS + _left_out(len(result.tracks), len(shown)), FINE)]
    flow += [CondPageBreak(40 * mm), Paragraph("Persons", HEADING), *_persons(result, judgement)]
    return [*flow, *key_frames(case, shown, scale), *explained(report, case, scale)]


def _decision(result: VideoResult, judgement: FileJudgement) -> Flowable:
    """The file's verdict with its reason, and how strong it is."""
    decision = judgement.decision
    colour, card = VERDICT_COLOURS[decision.verdict], result.judged_by(judgement.face_id)
    words = f'<font size="11" color="{colour}">{verdict_words(decision, card)}</font>'
    rule = (
        " A video is called by the person with the strongest signs, and a person by the strongest stretch of a second "
        "or more, never by one flickering frame."
    )
    style = [
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(colour)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    said = f"{sentence(decision.reason)} {strength(decision, card)}".strip()
    if references_count(result):
        said += f" {without_words(assess(result).without_references.decision, result.card)}"
    cells = [[Paragraph(words, CELL), Paragraph(printable(said, 1000) + rule, CELL)]]
    return Table(cells, [WIDTH * 0.3, WIDTH * 0.7], style=style)


def _facts(result: VideoResult) -> Iterator[tuple[str, str]]:
    file = result.video
    declared = "length not declared" if file.seconds is None else clock(float(file.seconds))
    yield "Length", f"{declared}; looked at up to {clock(result.seconds)}"
    rate = (
        "rate not declared" if file.frame_rate is None else f"{float(file.frame_rate):.4g} frames a second on average"
    )
    yield "Pictures", f"{file.width} × {file.height} pixels, {rate}, {printable(file.codec, 40)}"
    yield "File", f"{file.media_type}, {file.size:,} bytes"
    yield (
        "Looked at",
        f"{len(result.frames):,} frames: {result.settings.sample_fps:g} in each second, and the frames between two of "
        "them where a face's score changes fast",
    )
    yield "Cuts", _times([clock(cut) for cut in result.cuts]) or "none found"
    if result.broken_packets:
        yield "Broken", f"{result.broken_packets:,} pieces of the file could not be decoded and were passed over"
    if result.ended:
        yield "Ended early", printable(sentence(result.ended), 400)
    for note in file.notes:
        yield "Note", printable(sentence(note), 400)
    for skipped in result.skipped:
        yield "Not scored", printable(sentence(skipped.reason), 400)


def _times(texts: Sequence[str]) -> str:
    more = len(texts) - MOST_TIMES
    return ", ".join(texts[:MOST_TIMES]) + (f" and {more} more" if more > 0 else "")


def _left_out(of: int, shown: int) -> str:
    if of <= shown:
        return ""
    return (
        f" Of {of} persons the {shown} with the most serious verdicts, then the highest scores, have a row here and "
        "key frames below; the others are in the table."
    )


def _persons(result: VideoResult, judgement: FileJudgement) -> list[Flowable]:
    """A line a person."""
    listed = foremost(judgement, MOST_LISTED)
    rows = [_row(result, judged) for judged in listed]
    heads = ["Person", "Verdict", "Score", "Likelihood ratio", "When", "To be seen", "Evaluated"]
    flow: list[Flowable] = [headed(heads, rows, [0.08, 0.15, 0.13, 0.13, 0.18, 0.14, 0.19])]
    more = len(judgement.tracks) - len(listed)
    if more:
        flow.append(
            Paragraph(f"{more} more persons, with lower scores or without any, are in the CSV and the JSON file.", BODY)
        )
    return flow


def _row(result: VideoResult, judged: TrackJudgement) -> list[str]:
    track, verdict = result.track(judged.face_id), judged.decision.verdict
    return [
        str(judged.face_id),
        f"{SYMBOLS[verdict]} {verdict}{_leaning(judged.decision)}",
        _score(judged),
        _ratios(judged.decision, result.judged_by(judged.face_id)),
        _when(judged.spans),
        _times([period(*edges) for edges in seen(judged.spans)]),
        f"{judged.evaluated} of {judged.sightings} frames{_why_not(track)}",
    ]


def _score(judged: TrackJudgement) -> str:
    """With its interval, which the score of a single frame has not."""
    if math.isnan(judged.score):
        return "–"
    interval = "" if math.isnan(judged.low) else f"{score_text(judged.low)} to {score_text(judged.high)}"
    return f"{printable(score_text(judged.score))}<br/>{printable(interval)}"


def _leaning(decision: Decision) -> str:
    return f", leans {decision.leaning}" if decision.leaning else ""


def _ratios(decision: Decision, card: DetectorCard) -> str:
    """The leading one, and beneath it that for kinds that the detector knows."""
    if decision.likelihood_ratio is None:
        return "–"
    leading, known, _ = grounds(decision, card)
    words = ratio_text(decision.likelihood_ratio, leading)
    if known is None or decision.known_ratio is None:
        return words
    return f"{words}<br/>known kinds: {ratio_text(decision.known_ratio, known)}"


def _when(spans: Sequence[Span]) -> str:
    """The spans by verdict, the most serious first."""
    of: dict[Verdict, list[str]] = {verdict: [] for verdict in STYLES}
    for span in spans:
        of[span.verdict].append(period(span.start, span.end))
    return "<br/>".join(f"{SYMBOLS[verdict]} {_times(texts)}" for verdict, texts in of.items() if texts)


def _why_not(track: Track) -> str:
    """The commonest reason for which a frame was not evaluated, and for which one counts less, each by an example."""
    refused = [sighting.decision.reason for sighting in track.sightings if not sighting.evaluated]
    lowered = [seen.weight_reason for seen in track.sightings if seen.weight_reason and seen.evaluated]
    kinds = ((refused, "not evaluated"), (lowered, "counting less"))
    return "".join(
        f"<br/>{len(reasons)} {what}, such as: {printable(sentence(_commonest(reasons)), 120)}"
        for reasons, what in kinds
        if reasons
    )


def _commonest(reasons: Sequence[Fact]) -> Fact:
    """Reasons that differ in their numbers alone count as one; its first example stands for it."""
    code = Counter(reason.code for reason in reasons).most_common(1)[0][0]
    return next(reason for reason in reasons if reason.code == code)
