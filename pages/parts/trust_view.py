"""How far a map can be trusted: the verdict, its figures beside those of maps that know nothing, and the curves."""

import math
import statistics
from collections.abc import Callable, Sequence

import streamlit as st

from explain.faithfulness import places
from explain.types import Faithfulness, MapFigures
from explain.words import target_value, trust_text
from forensics.facts import Fact
from forensics.messages.catalogue import sentence
from pages.parts.curves import CONFIG, curves
from pages.parts.face_panels import Limits, Subject, View, picture
from pages.parts.text import plain
from pages.parts.wording import TRUST_COLOURS

CURVES_HEIGHT = 300
THUMBNAIL_SIDE = 360

NONE = "–"
"""Where there is no such figure."""

Figure = tuple[str, Callable[[MapFigures], float | None]]
"""Title with what a good one is, and where it stands."""

FIGURES: tuple[Figure, ...] = (
    ("Deletion area, low is good", lambda figures: figures.deletion_area),
    ("Insertion area, high is good", lambda figures: figures.insertion_area),
    ("Insertion less deletion, high", lambda figures: figures.gap),
    ("ROAD, high is good", lambda figures: figures.road),
    ("Infidelity, low is good", lambda figures: figures.infidelity),
    ("Sparseness, 0 even to 1", lambda figures: figures.sparseness),
    ("Energy inside the mask, high", lambda figures: figures.agreement and figures.agreement.energy),
    ("Overlap with the mask (IoU), high", lambda figures: figures.agreement and figures.agreement.iou),
)

MEASURED = (
    "**Deletion**: the strongest pixels are blurred first; where a map is right the value falls at once. "
    "**Insertion**: they are given back first to a blurred face; where it is right the value rises at once. "
    "**Random maps** mark blobs at places that mean nothing, **randomised weights** is the map of the same network "
    "with fresh weights, as before any training: a map that is no better than these does not tell what the network "
    "answered to."
)

PLACES = (
    "The mask says where the network would mark a manipulation, a map which pixels its answer rests on, and the "
    "reconstruction error what it could not rebuild. They are three answers, and where they agree each supports the "
    "others. Where they do not, none is wrong for that; but the place is then no finding to rely on. Move the line "
    "across the picture to check with your own eyes what is there."
)


def verdict(view: View, work_failure: Fact | None) -> None:
    """The verdict on a map in a badge, and its reason."""
    measured = view.explanation.faithfulness
    if measured is not None:
        st.badge(trust_text(measured), color=TRUST_COLOURS[measured.trust])
        st.markdown(plain(sentence(measured.reason)))
    elif work_failure is not None:
        st.warning(plain(f"Not measured: {sentence(work_failure)}"), icon=":material/help:")
    else:
        st.badge("not measured yet", icon=":material/hourglass_empty:", color="gray")


def disagreements(subject: Subject, views: Sequence[View]) -> list[str]:
    """Markdown, a line a map that does not point at the same place as mask and reconstruction error."""
    maps = [view for view in views if view.explanation is not None]
    found = [(view, places(subject.finding, view.explanation)) for view in maps]
    return [
        f"**{plain(view.choice.title)}, {plain(subject.name)}.** {plain(sentence(said))}"
        for view, said in found
        if said
    ]


def trust_card(subject: Subject, view: View, scales: Limits, opacity: float, key: str) -> None:
    """The map, its curves beside it, and all its figures."""
    measured = view.explanation.faithfulness
    with st.container(border=True):
        st.markdown(f"**{plain(view.choice.title)}**, {plain(subject.name)}")
        if measured is None:
            st.caption("Not measured yet.")
            return
        map_, chart = st.columns([2, 7], gap="small")
        map_.image(
            picture(subject, view, scales, opacity, THUMBNAIL_SIDE),
            width="stretch",
            output_format="JPEG",
            alt=f"{view.choice.title} of {subject.name}",
        )
        value = target_value(view.choice.target)
        chart.plotly_chart(
            curves(measured, value, CURVES_HEIGHT),
            config=CONFIG,
            key=f"curves_{key}",
            alt=f"Deletion and insertion curves of {view.choice.title}",
        )
        st.html(figures_table(measured))


def figures_table(measured: Faithfulness) -> str:
    """HTML: a row a figure, of this map, of random maps and of randomised weights. Numbers and our own words only."""
    head = ("", "this map", "random maps, mean ± sd", "randomised weights")
    rows = [*(_row(figure, measured) for figure in FIGURES), _pointing(measured), *_alone(measured)]
    titles = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="telltale-figures"><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>'


def _row(figure: Figure, measured: Faithfulness) -> tuple[str, str, str, str]:
    """All numbers of a row with as many decimals as the largest needs for three digits."""
    title, value = figure
    own, other = value(measured.figures), None if measured.randomised is None else value(measured.randomised)
    found = [number for one in measured.random if (number := value(one)) is not None]
    if own is None or len(found) < 2:
        return title, NONE, NONE, NONE
    mean, spread = statistics.mean(found), statistics.stdev(found)
    largest = max(abs(own), abs(mean), spread, abs(other or 0))
    decimals = max(0, 2 - math.floor(math.log10(largest))) if largest > 0 else 0
    other_text = NONE if other is None else f"{other:.{decimals}f}"
    return title, f"{own:.{decimals}f}", f"{mean:.{decimals}f} ± {spread:.{decimals}f}", other_text


def _pointing(measured: Faithfulness) -> tuple[str, str, str, str]:
    """Whether the highest point lies in the mask; of random maps, how often."""
    title = "Highest point inside the mask"
    if measured.figures.agreement is None:
        return title, NONE, NONE, NONE
    hits = [one.agreement is not None and one.agreement.pointing_hit for one in measured.random]
    other = None if measured.randomised is None else measured.randomised.agreement
    of_other = NONE if other is None else _yes_no(other.pointing_hit)
    return title, _yes_no(measured.figures.agreement.pointing_hit), f"{sum(hits)} of {len(hits)}", of_other


def _alone(measured: Faithfulness) -> list[tuple[str, str, str, str]]:
    """Figures that only the map itself has."""
    correlation, agreement = measured.rank_correlation, measured.figures.agreement
    return [
        (
            "Rank correlation with randomised weights, low",
            NONE if correlation is None else f"{correlation:.2f}",
            "",
            "",
        ),
        ("Change under invisible noise (max. sensitivity), low", f"{measured.max_sensitivity:.2f}", "", ""),
        ("Share of the crop inside the mask", NONE if agreement is None else f"{agreement.mask_share:.0%}", "", ""),
    ]


def _yes_no(hit: bool) -> str:
    return "yes" if hit else "no"


def ahead(measured: Faithfulness) -> float:
    """By how many of their standard deviations a map's gap lies above the mean of random maps'."""
    gaps = [one.gap for one in measured.random]
    spread = statistics.stdev(gaps)
    return (measured.figures.gap - statistics.mean(gaps)) / spread if spread > 0 else 0.0
