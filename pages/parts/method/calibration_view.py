"""What the verdicts promise, and how truthful the strength of evidence is: for one detector."""

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from explain.drawing.palette import VERDICT_COLORS
from explain.pdf.verdict_wording import symbol_and_label
from forensics.measurements import dataset_names, results
from forensics.measurements.metrics import Metric
from forensics.measurements.tippett import Tippett, read_curves
from forensics.messages.catalogue import text
from forensics.messages.numbers import fixed
from forensics.types.analysis import Verdict
from forensics.types.model_card import DetectorCard, ErrorRateBound, Measurement
from forensics.validation import present
from pages.parts.method.kinds_view import kinds_view
from pages.parts.text.markdown import escape_markdown
from pages.parts.text.wording import BADGE_COLORS
from pages.parts.widgets.interval_charts import plotly_separators

COST = {
    Metric.CLLR: "cllr",
    Metric.CLLR_MIN: "cllr_min",
    Metric.CLLR_CAL: "miscalibration",
    Metric.CALIBRATION_ERROR: "calibration_error",
}
"""Name of the figure → what messages choose by."""

SETS = {"calibration set": "calibration", dataset_names.KINDS_KEPT_BACK: "kept_back"}
"""Name of a Tippett plot's set → what messages choose by; others are shown by their names."""

DASHES = ("dot", "solid", "dash")
"""Lines of the calibration set, of faces it has not seen and of kinds kept back, by the leading ratio."""


def calibration_view(card: DetectorCard) -> None:
    """Draw thresholds with their promises, the figures of the ratios, and their Tippett plot."""
    st.subheader(text("page-evidence-title"))
    left, right = st.columns([5, 4], gap="large")
    with left:
        _verdicts(card)
    with right:
        _ratios(card)
    kinds_view(card)
    _measured([*results.read_results(f"evidence_{card.name}"), *card.figures])
    curves = read_curves(card.name)
    if curves:
        st.plotly_chart(tippett_chart(curves), config={"displayModeBar": False}, alt=text("page-tippett-alt"))
        st.caption("  \n".join([text("page-tippett-shows"), text("page-tippett-does-not-show")]))


def _verdicts(card: DetectorCard) -> None:
    limits = card.thresholds
    _badge(Verdict.SIGNS)
    promise = _error_rate_bound(limits.false_alarms, "untouched")
    st.markdown(text("page-evidence-signs", score=limits.signs, promise=promise))
    _badge(Verdict.NO_SIGNS)
    promise = _error_rate_bound(limits.misses, "manipulated")
    st.markdown(text("page-evidence-no-signs", score=limits.no_signs, promise=promise))
    st.caption(text("page-evidence-other-kinds"))
    _badge(Verdict.INCONCLUSIVE)
    st.markdown(text("page-evidence-inconclusive"))


def _badge(verdict: Verdict) -> None:
    st.badge(symbol_and_label(verdict), color=BADGE_COLORS[verdict])


def _error_rate_bound(promise: ErrorRateBound | None, kind: str) -> str:
    """kind: of the faces that it is about, "untouched" or "manipulated"."""
    if promise is None:
        return text("page-evidence-no-promise")
    source = escape_markdown(promise.source) if promise.source else "all"
    return text("page-evidence-promise", bound=promise.bound, faces=promise.n, kind=kind, source=source)


def _ratios(card: DetectorCard) -> None:
    calibration = card.calibration
    st.markdown(
        text(
            "page-evidence-calibration",
            fake=calibration.n_fake,
            real=calibration.n_real,
            data=escape_markdown(calibration.data),
        )
    )
    low, high = 10 ** -present(calibration.log10_floor), 10 ** present(calibration.log10_limit)
    st.markdown(text("page-evidence-ratios", low=low, high=high))
    if card.gate is not None:
        st.markdown(text("page-evidence-gate", faces=card.gate.n, smallest=card.thresholds.smallest_face))


def _measured(figures: Sequence[Measurement]) -> None:
    known = {figure.name: figure for figure in reversed(figures) if figure.name in COST}
    if not known:
        return
    for column, (name, figure) in zip(
        st.columns(len(COST)), ((name, known[name]) for name in COST if name in known), strict=False
    ):
        cost = COST[name]
        means = text("page-cost-means", figure=cost)
        measured = text("page-cost-measured", data=escape_markdown(figure.data), n=figure.n)
        column.metric(text("page-cost", figure=cost), fixed(present(figure.value), 3), help=f"{means} {measured}")
        if figure.low is not None and figure.high is not None:
            column.caption(text("page-cost-interval", figure=cost, low=figure.low, high=figure.high))


def tippett_chart(curves: Sequence[Tippett]) -> go.Figure:
    """Two lines a set, over the likelihood ratio: color tells manipulated from untouched, the dash the set."""
    chart = go.Figure()
    hover = text("page-tippett-hover", ratio="%{x:.3g}", share="%{y:.1%}")
    for curve, dash in zip(curves, DASHES, strict=False):
        data = {"set": SETS.get(curve.data, "other"), "data": curve.data}
        kinds = (
            ("manipulated", curve.manipulated, curve.n_fake, VERDICT_COLORS[Verdict.SIGNS]),
            ("untouched", curve.untouched, curve.n_real, VERDICT_COLORS[Verdict.NO_SIGNS]),
        )
        for kind, shares, n, color in kinds:
            chart.add_scatter(
                x=[10**x for x in curve.log10_ratio],
                y=shares,
                mode="lines",
                line={"color": color, "dash": dash, "width": 2},
                name=text("page-tippett-curve", kind=kind, n=n, **data),
                hovertemplate=f"{hover}<extra>%{{fullData.name}}</extra>",
            )
    chart.add_vline(x=1, line={"dash": "dash", "width": 1, "color": "gray"})
    chart.update_xaxes(title=text("pdf-likelihood-ratio"), type="log", dtick=1, exponentformat="none", zeroline=False)
    chart.update_yaxes(title=text("page-tippett-share"), range=[-0.02, 1.02], tickformat=".0%")
    chart.update_layout(
        height=380,
        separators=plotly_separators(),
        margin={"l": 0, "r": 16, "t": 56, "b": 0},
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
    )
    return chart
