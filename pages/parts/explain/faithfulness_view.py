"""How far a map can be trusted: the verdict, its figures beside those of maps that know nothing, and the curves."""

import math
import statistics
from collections.abc import Callable, Sequence

import streamlit as st

from explain.faithfulness import localization_disagreement
from explain.types import Explanation, Faithfulness, MapMetrics
from explain.wording import target_definition, trust_label
from forensics.facts import Fact
from forensics.messages.catalogue import sentence, text
from forensics.messages.numbers import fixed, share
from forensics.validation import present
from pages.parts.explain.deletion_insertion_chart import CONFIG, deletion_insertion_chart
from pages.parts.text.markdown import escape_markdown
from pages.parts.text.wording import TRUST_COLORS
from pages.parts.widgets.panel_content import ColorLimits, FaceContext, PanelView, to_picture

CURVES_HEIGHT = 300
THUMBNAIL_SIDE = 360

NONE = "–"
"""Where there is no such figure."""

Figure = tuple[str, Callable[[MapMetrics], float | None]]
"""What messages call it, and where it stands."""

FIGURES: tuple[Figure, ...] = (
    ("deletion", lambda figures: figures.deletion_area),
    ("insertion", lambda figures: figures.insertion_area),
    ("gap", lambda figures: figures.gap),
    ("road", lambda figures: figures.road),
    ("infidelity", lambda figures: figures.infidelity),
    ("sparseness", lambda figures: figures.sparseness),
    ("energy", lambda figures: figures.agreement and figures.agreement.energy),
    ("overlap", lambda figures: figures.agreement and figures.agreement.iou),
)


def trust_badge(explanation: Explanation, work_failure: Fact | None) -> None:
    """The verdict on a map in a badge, and its reason."""
    measured = explanation.faithfulness
    if measured is not None:
        st.badge(trust_label(measured), color=TRUST_COLORS[measured.trust])
        st.markdown(escape_markdown(sentence(measured.reason)))
    elif work_failure is not None:
        st.warning(
            escape_markdown(text("page-not-measured-because", because=sentence(work_failure))), icon=":material/help:"
        )
    else:
        st.badge(text("page-not-measured-yet"), icon=":material/hourglass_empty:", color="gray")


def disagreements(subject: FaceContext, views: Sequence[PanelView]) -> list[str]:
    """Markdown, a line a map that does not point at the same place as mask and reconstruction error."""
    found = [
        (view, localization_disagreement(subject.finding, view.explanation))
        for view in views
        if view.explanation is not None
    ]
    return [
        text(
            "page-place-of-face",
            map=escape_markdown(view.choice.title),
            name=escape_markdown(subject.name),
            said=escape_markdown(sentence(said)),
        )
        for view, said in found
        if said
    ]


def trust_card(subject: FaceContext, view: PanelView, scales: ColorLimits, opacity: float, key: str) -> None:
    """The map, its curves beside it, and all its figures."""
    measured = present(view.explanation).faithfulness
    with st.container(border=True):
        st.markdown(
            text("page-map-of-face", map=escape_markdown(view.choice.title), name=escape_markdown(subject.name))
        )
        if measured is None:
            st.caption(text("page-map-not-measured"))
            return
        map_, chart = st.columns([2, 7], gap="small")
        map_.image(
            to_picture(subject, view, scales, opacity, THUMBNAIL_SIDE),
            width="stretch",
            output_format="JPEG",
            alt=text("page-map-picture", map=view.choice.title, name=subject.name),
        )
        value = target_definition(view.choice.target)
        chart.plotly_chart(
            deletion_insertion_chart(measured, value, CURVES_HEIGHT),
            config=CONFIG,
            key=f"curves_{key}",
            alt=text("page-curves-of", map=view.choice.title),
        )
        st.html(figures_table(measured))


def figures_table(measured: Faithfulness) -> str:
    """HTML: a row a figure, of this map, of random maps and of randomized weights. Numbers and our own words only."""
    head = ("", text("page-of-map"), text("page-of-random-maps"), text("page-of-randomised-weights"))
    rows = [*(_row(figure, measured) for figure in FIGURES), _pointing(measured), *_alone(measured)]
    titles = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="telltale-figures"><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>'


def _row(figure: Figure, measured: Faithfulness) -> tuple[str, str, str, str]:
    """All numbers of a row with as many decimals as the largest needs for three digits."""
    name, value = figure
    title = figure_title(name)
    own, other = value(measured.figures), None if measured.randomised is None else value(measured.randomised)
    found = [number for one in measured.random if (number := value(one)) is not None]
    if own is None or len(found) < 2:
        return title, NONE, NONE, NONE
    mean, spread = statistics.mean(found), statistics.stdev(found)
    largest = max(abs(own), abs(mean), spread, abs(other or 0))
    decimals = max(0, 2 - math.floor(math.log10(largest))) if largest > 0 else 0
    of_random = f"{fixed(mean, decimals)} ± {fixed(spread, decimals)}"
    return title, fixed(own, decimals), of_random, NONE if other is None else fixed(other, decimals)


def _pointing(measured: Faithfulness) -> tuple[str, str, str, str]:
    """Whether the highest point lies in the mask; of random maps, how often."""
    title = figure_title("pointing")
    if measured.figures.agreement is None:
        return title, NONE, NONE, NONE
    hits = [one.agreement is not None and one.agreement.pointing_hit for one in measured.random]
    other = None if measured.randomised is None else measured.randomised.agreement
    of_other = NONE if other is None else text("page-yes-or-no", hit=other.pointing_hit)
    return (
        title,
        text("page-yes-or-no", hit=measured.figures.agreement.pointing_hit),
        text("page-hits", hits=sum(hits), maps=len(hits)),
        of_other,
    )


def _alone(measured: Faithfulness) -> list[tuple[str, str, str, str]]:
    """Figures that only the map itself has."""
    correlation, agreement = measured.rank_correlation, measured.figures.agreement
    return [
        (figure_title("correlation"), NONE if correlation is None else fixed(correlation, 2), "", ""),
        (figure_title("sensitivity"), fixed(measured.max_sensitivity, 2), "", ""),
        (figure_title("mask_share"), NONE if agreement is None else share(agreement.mask_share), "", ""),
    ]


def figure_title(figure: str) -> str:
    """What a figure of a map is called, with what a good one is."""
    return text("page-figure", figure=figure)


def gap_z_score(measured: Faithfulness) -> float:
    """By how many of their standard deviations a map's gap lies above the mean of random maps'."""
    gaps = [one.gap for one in measured.random]
    spread = statistics.stdev(gaps)
    return (measured.figures.gap - statistics.mean(gaps)) / spread if spread > 0 else 0.0
