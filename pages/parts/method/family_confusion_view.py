"""How often the network names the right family of forgeries: its confusion, drawn."""

import plotly.graph_objects as go
import streamlit as st

from forensics.benchmark import family_confusion
from forensics.decision.forgery_family import family_description
from forensics.measurements import dataset_names, results
from forensics.messages.catalogue import text
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import Measurement
from forensics.validation import present
from pages.parts.text.card_wording import draw_caption, earlier_network_note, family_label
from pages.parts.widgets.interval_charts import CONFIG, MARGINS


def family_confusion_view() -> None:
    """Nothing where it was not measured."""
    figures = results.read_results("naming")
    if not figures:
        return
    st.subheader(text("page-method-naming"))
    rightly = figures[-1]
    st.plotly_chart(_heat_map(figures), config=CONFIG, alt=text("page-method-naming-chart"))
    draw_caption(
        "naming",
        row=figures[0].n,
        rightly=present(rightly.value),
        cases=rightly.n,
        low=present(rightly.low),
        high=present(rightly.high),
    )
    earlier_network_note("naming")


def _heat_map(figures: list[Measurement]) -> go.Figure:
    shares = family_confusion.confusion_matrix(figures)
    rows = [family_label(name) for name in FAMILY_NAMES]
    hover = text("page-method-naming-hover", made="%{y}", named="%{x}", percent="%{z:.0f}")
    chart = go.Figure(
        go.Heatmap(
            z=shares * 100,
            x=[*rows, family_description(dataset_names.UNKNOWN)],
            y=rows,
            zmin=0,
            zmax=100,
            colorscale="Cividis",
            texttemplate="%{z:.0f}",
            hovertemplate=f"{hover}<extra></extra>",
            colorbar={"title": "%"},
        )
    )
    axes = {"xaxis_title": text("page-method-named"), "yaxis_title": text("page-method-made-as")}
    chart.update_layout(margin=MARGINS, height=420, **axes)
    return chart.update_yaxes(autorange="reversed")
