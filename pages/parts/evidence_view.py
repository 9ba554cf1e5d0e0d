"""What the verdicts promise, and how truthful the strength of evidence is: for one detector."""

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from explain.palette import VERDICT_COLOURS
from forensics.benchmark import results
from forensics.benchmark.tippett import Tippett, read_curves
from forensics.card import DetectorCard, Figure, Promise
from forensics.messages.numbers import percent, ratio
from pages.parts.kinds_view import kinds_view
from pages.parts.text import count, plain
from pages.parts.wording import BADGE_COLOURS, badge

COST = {
    "Cllr": ("Cost of the ratios", "Cllr, in bits: 0 is perfect, 1 is what ratios of 1 for every face would cost."),
    "Cllr-min": (
        "of which unavoidable",
        "Cllr-min: what the best ratios that keep the order of the scores would cost.",
    ),
    "Cllr minus Cllr-min": ("of which miscalibration", "Cllr less Cllr-min: what truer ratios would save."),
    "expected calibration error": (
        "Calibration error",
        "How far, on average, the probability of manipulation that follows from the ratio at equal priors lies from "
        "the share of faces that were manipulated. In 15 bins of equal width.",
    ),
}
"""Name of the figure → its title and what it says."""

DASHES = ("dot", "solid", "dash")
"""Of the calibration set, of faces it has not seen, and of kinds left out of the training, by the leading ratio."""


def evidence_view(card: DetectorCard) -> None:
    """Draw thresholds with their promises, the figures of the ratios, and their Tippett plot."""
    st.subheader("Verdicts and strength of evidence")
    left, right = st.columns([5, 4], gap="large")
    with left:
        _verdicts(card)
    with right:
        _ratios(card)
    kinds_view(card)
    _measured([*results.read(f"evidence_{card.name}"), *card.figures])
    curves = read_curves(card.name)
    if curves:
        st.plotly_chart(tippett_plot(curves), config={"displayModeBar": False}, alt="Tippett plot of the ratios")
        st.caption(
            "**Shows** how many manipulated and how many untouched faces get at least such a likelihood ratio. The "
            "further the two curves lie apart the better; an untouched face right of 1, or a manipulated one left of "
            "it, was given misleading evidence.  \n**Does not show** how often that happens with forgeries of another "
            "kind than those it was measured on."
        )


def _verdicts(card: DetectorCard) -> None:
    limits = card.thresholds
    st.badge(badge("signs of manipulation"), color=BADGE_COLOURS["signs of manipulation"])
    st.markdown(f"Score of **{limits.signs:.3f}** or more. " + _promise(limits.false_alarms, "untouched", "reach it"))
    st.badge(badge("no signs found"), color=BADGE_COLOURS["no signs found"])
    st.markdown(f"Score of **{limits.no_signs:.3f}** or less. " + _promise(limits.misses, "manipulated", "fall so low"))
    st.caption("Of forgeries of kinds that the network does not know, more may fall so low.")
    st.badge(badge("inconclusive"), color=BADGE_COLOURS["inconclusive"])
    st.markdown("Between the two; it leans where the likelihood ratio is 2 or more, or 1/2 or less.")


def _promise(promise: Promise | None, kind: str, what: str) -> str:
    if promise is None:
        return "Set on the calibration set; no rate is promised."
    of = f"of {plain(promise.source)}, which has the most of them" if promise.source else "of all sources together"
    return (
        f"With 95 % confidence no more than {percent(promise.bound)} of {count(promise.n, f'{kind} calibration face')} "
        f"{of} {what} (Clopper-Pearson)."
    )


def _ratios(card: DetectorCard) -> None:
    calibration = card.calibration
    low, high = ratio(10**-calibration.log10_floor), ratio(10**calibration.log10_limit)
    st.markdown(
        f"**Calibration set.** {count(calibration.n_fake, 'manipulated face')}, "
        f"{count(calibration.n_real, 'untouched face')}: {plain(calibration.data)}."
    )
    st.markdown(
        f"**Likelihood ratios**, for the kinds of forgery it was trained on, from 1/{low} to {high}: what lies "
        "beyond, so many faces cannot support (empirical "
        "bounds, Vergeer et al. 2016)."
    )
    gate = card.gate
    if gate is not None:
        st.markdown(
            f"**Gate.** A face is not evaluated where it is unlike the {gate.n:,} faces the gate was fitted on in "
            "sharpness, block noise of compression, covered area, brightness or contrast, or under "
            f"{card.thresholds.smallest_face} pixels."
        )


def _measured(figures: Sequence[Figure]) -> None:
    known = {figure.name: figure for figure in reversed(figures) if figure.name in COST}
    if not known:
        return
    for column, (name, figure) in zip(
        st.columns(len(COST)), ((name, known[name]) for name in COST if name in known), strict=False
    ):
        title, meaning = COST[name]
        column.metric(
            title, f"{figure.value:.3f}", help=f"{meaning} Measured on {plain(figure.data)}, n = {figure.n:,}."
        )
        if figure.low is not None and figure.high is not None:
            column.caption(f"{name}, {figure.low:.3f} to {figure.high:.3f}")


def tippett_plot(curves: Sequence[Tippett]) -> go.Figure:
    """Two lines a set, over the likelihood ratio: colour tells manipulated from untouched, the dash the set."""
    chart = go.Figure()
    for curve, dash in zip(curves, DASHES, strict=False):
        kinds = (
            ("manipulated", curve.manipulated, curve.n_fake, VERDICT_COLOURS["signs of manipulation"]),
            ("untouched", curve.untouched, curve.n_real, VERDICT_COLOURS["no signs found"]),
        )
        for kind, shares, n, colour in kinds:
            chart.add_scatter(
                x=[10**x for x in curve.log10_ratio],
                y=shares,
                mode="lines",
                line={"color": colour, "dash": dash, "width": 2},
                name=f"{kind}, {curve.data} (n = {n:,})",
                hovertemplate="ratio of %{x:.3g} or more: %{y:.1%}<extra>%{fullData.name}</extra>",
            )
    chart.add_vline(x=1, line={"dash": "dash", "width": 1, "color": "grey"})
    chart.update_xaxes(title="likelihood ratio", type="log", dtick=1, exponentformat="none", zeroline=False)
    chart.update_yaxes(title="share of faces with at least this ratio", range=[-0.02, 1.02], tickformat=".0%")
    chart.update_layout(
        height=380,
        margin={"l": 0, "r": 16, "t": 56, "b": 0},
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
    )
    return chart
