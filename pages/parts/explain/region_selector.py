"""Drawing a region of a face: a box dragged over the picture, or four numbers."""

from typing import Any

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from forensics.messages.catalogue import text
from forensics.types.analysis import Box
from pages.parts.session.session import AnalystSession
from pages.parts.text.markdown import escape_markdown
from pages.parts.widgets.annotated_image import add_background_image
from pages.parts.widgets.image_encoding import shrink_to_fit
from pages.parts.widgets.panel_chart import add_region_outline
from pages.parts.widgets.panel_content import FaceContext

HEIGHT = 380

GRID = 40
"""Points along each side that a box can catch: Plotly tells of a box only where there are points."""

CONFIG = {"displayModeBar": False}


def region_selector(state: AnalystSession, subject: FaceContext) -> None:
    """Draw picture and fields; a new region is kept in the session."""
    height, width = subject.finding.region.crop.shape[:2]
    name = f"{subject.key[0]}_{subject.key[1]}"
    place = subject.work.place
    with st.container(border=True):
        picture, fields = st.columns([3, 2], gap="medium")
        with picture:
            st.markdown(text("page-region-drag", face=escape_markdown(subject.name)))
            key = f"draw_{name}_{place}"  # a fresh chart for each region: the last drag does not linger
            event = st.plotly_chart(
                region_chart(subject, place),
                config=CONFIG,
                key=key,
                on_select="rerun",
                selection_mode="box",
                alt=text("page-region-drag-alt", face=subject.name),
            )
            drawn = drawn_box(event["selection"]["box"], (width, height))
        with fields, st.form(f"region_{name}_{place}", border=False):
            st.markdown(text("page-region-edges"))
            edges = place or Box(width // 4, height // 4, width - width // 4, height - height // 4)
            left, top, right, bottom = _fields(edges, (width, height), f"{name}_{edges}")
            typed = st.form_submit_button(text("page-region-use"), icon=":material/crop_free:")
    if typed and right > left and bottom > top:
        drawn = Box(left, top, right, bottom)
    elif typed:
        st.warning(text("page-region-empty"))
    if drawn is not None and drawn != place:
        state.store_region(subject.key, drawn)
        st.rerun()


def _fields(edges: Box, size: tuple[int, int], key: str) -> tuple[int, int, int, int]:
    width, height = size
    first, second = st.columns(2)
    left = first.number_input(text("page-region-left"), 0, width - 1, edges.left, key=f"region_left_{key}")
    right = second.number_input(text("page-region-right"), 1, width, edges.right, key=f"region_right_{key}")
    top = first.number_input(text("page-region-top"), 0, height - 1, edges.top, key=f"region_top_{key}")
    bottom = second.number_input(text("page-region-bottom"), 1, height, edges.bottom, key=f"region_bottom_{key}")
    return left, top, right, bottom


def region_chart(subject: FaceContext, place: Box | None) -> go.Figure:
    """The crop on which a drag draws a box."""
    height, width = subject.finding.region.crop.shape[:2]
    figure = make_subplots(1, 1)
    add_background_image(figure, shrink_to_fit(subject.finding.region.crop), (width, height), "x", "y")
    x, y = np.meshgrid(np.linspace(0, width, GRID), np.linspace(0, height, GRID))
    figure.add_scatter(x=x.ravel(), y=y.ravel(), mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    if place is not None:
        add_region_outline(figure, place)
    figure.update_xaxes(range=[0, width], constrain="domain", constraintoward="left", visible=False)
    figure.update_yaxes(range=[height, 0], scaleanchor="x", constrain="domain", constraintoward="top", visible=False)
    line = {"color": "white", "width": 2, "dash": "dash"}
    return figure.update_layout(
        height=HEIGHT, margin={"l": 0, "r": 0, "t": 0, "b": 0}, dragmode="select", newselection={"line": line}
    )


def drawn_box(boxes: list[dict[str, Any]], size: tuple[int, int]) -> Box | None:
    """The last box drawn, in whole pixels of a crop of this width and height; None where there is none in it."""
    if not boxes:
        return None
    (left, right), (top, bottom) = (sorted(boxes[-1][axis]) for axis in "xy")
    box = Box(max(0, round(left)), max(0, round(top)), min(size[0], round(right)), min(size[1], round(bottom)))
    return box if box.width > 0 and box.height > 0 else None
