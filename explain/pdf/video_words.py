"""What a report says of videos as such: at a glance, as inputs, and how one is judged."""

from collections import Counter

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph

from explain.overview import STYLES
from explain.pdf.style import HEADING, headed, pairs, printable
from explain.pdf.words import SYMBOLS, verdict_words
from explain.report import Report
from forensics.card import DetectorCard
from forensics.clock import clock
from forensics.video.assessment import assess
from forensics.video.lines import FEWEST, SUSTAINED, WINDOW

HOW: tuple[tuple[str, str], ...] = (
    (
        "Frames looked at",
        "Frames are taken at even steps of time, whatever the frame rate, and the frames between two of them where a "
        "face's score changes fast. Times are those at which a player shows the frame, from the first one's.",
    ),
    (
        "Persons",
        "Faces of several frames are taken for one person by place, overlap and look. Nobody is identified: a number "
        "says that the tracker saw one person, not who that is, and it can mistake one for another, above all "
        "after a cut. A face seen too briefly to be followed is counted and not scored.",
    ),
    (
        "Score over time",
        f"At each time the robust mean (weighted median) of the scores within {WINDOW:g} s around it, so that no "
        "single frame moves it far. The band covers the whole line with 95 % as far as scores scatter at random from "
        "frame to frame; frames close in time count hardly more than one.",
    ),
    (
        "Weight",
        "A face that is small, blurred by motion or compression, or full of its blocks counts less; one that the "
        "detector's card excludes is not evaluated and counts nothing. The reasons stand in the table.",
    ),
    (
        "A person's verdict",
        f"By the strongest stretch that lasts {SUSTAINED:g} s or more, or by all sightings together where they are "
        "stronger. Signs of manipulation: the lower end of its 95 % interval reaches the upper threshold. No signs "
        "found: its upper end, and the line everywhere, stay under the lower one. Inconclusive between. The interval "
        "is wider the longer a person was seen, because the strongest of many stretches is strong by chance. Under "
        f"{FEWEST} evaluated frames nothing is said.",
    ),
    (
        "A video's verdict",
        "That of its strongest person. With every further person there is one more chance of a false alarm.",
    ),
    (
        "What frames cannot tell",
        "A detector that errs about a face, its light or its pose errs for as long as they last; the interval knows "
        "nothing of that.",
    ),
)


def video_glance(report: Report) -> Flowable:
    """A line a video: its verdict, and how many persons got which."""
    rows = []
    for place, case in enumerate(report.videos, start=1):
        judgement = assess(case.result).file
        counts = Counter(judged.decision.verdict for judged in judgement.tracks)
        rows.append(
            [
                str(place),
                printable(case.result.video.name, 80),
                verdict_words(judgement.decision, case.result.judged_by(judgement.face_id)),
                *(str(counts[verdict]) for verdict in STYLES),
            ]
        )
    heads = ["No.", "Video", "The video's verdict", *(f"Persons: {SYMBOLS[verdict]} {verdict}" for verdict in STYLES)]
    return headed(heads, rows, [0.06, 0.2, 0.2, 0.15, 0.14, 0.12, 0.13])


def video_inputs(report: Report) -> list[list[str]]:
    """Name, and type and size, of each video."""
    rows = []
    for file in (case.result.video for case in report.videos):
        length = "" if file.seconds is None else f"<br/>{clock(float(file.seconds))}"
        size = f"{file.media_type}<br/>{file.width} × {file.height} pixels{length}<br/>{file.size:,} bytes"
        rows.append([printable(file.name), size, file.sha256])
    return rows


RATIO_OF_CLIPS = (
    "Likelihood ratio",
    "Fitted on whole clips (see what the words mean): that of the lower end of the strongest stretch's interval. "
    "Frames of one face are no independent evidence, so theirs are never multiplied.",
)

RATIO_OF_A_PICTURE = (
    "Likelihood ratio",
    "That of the stretch's robust mean, as if it were the score of one picture: nothing was fitted on clips. Frames of "
    "one face are no independent evidence, so theirs are never multiplied.",
)


def how_judged(card: DetectorCard) -> list[Flowable]:
    """How a video is judged by this detector, for the appendix."""
    rows = [*HOW, RATIO_OF_A_PICTURE if card.persons is None else RATIO_OF_CLIPS]
    return [CondPageBreak(60 * mm), Paragraph("How a video is judged", HEADING), pairs(rows, 36 * mm)]
