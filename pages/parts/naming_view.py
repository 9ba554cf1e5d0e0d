"""How often the network names the right family of forgeries: its confusion, drawn."""

import plotly.graph_objects as go
import streamlit as st

from forensics.benchmark import naming, results
from forensics.family_names import FAMILY_NAMES
from pages.parts.charts import CONFIG, MARGINS


def naming_view() -> None:
    """Nothing where it was not measured."""
    figures = results.read("naming")
    if not figures:
        return
    st.subheader("Naming the kind of forgery")
    rightly = figures[-1]
    st.plotly_chart(_heat_map(figures), config=CONFIG, alt="Table of true and named families, in per cent")
    st.caption(
        f"**Shows** which family the network names for forgeries of each family, made of faces that never trained, in "
        f"per cent of {figures[0].n} a row. Right in {rightly.value:.0%} of {rightly.n} cases (95 % interval "
        f"{rightly.low:.0%} to {rightly.high:.0%}).  \n**Does not show** what it says of forgeries by other makers: "
        "the name is a hint and no finding."
    )


def _heat_map(figures: list) -> go.Figure:
    shares = naming.confusion(figures)
    rows = [name.replace("_", " ") for name in FAMILY_NAMES]
    chart = go.Figure(
        go.Heatmap(
            z=shares * 100,
            x=[*rows, naming.UNKNOWN],
            y=rows,
            zmin=0,
            zmax=100,
            colorscale="Cividis",
            texttemplate="%{z:.0f}",
            hovertemplate="%{y} named %{x}: %{z:.0f} %<extra></extra>",
            colorbar={"title": "%"},
        )
    )
    chart.update_layout(margin=MARGINS, height=420, xaxis_title="named", yaxis_title="made as")
    return chart.update_yaxes(autorange="reversed")
