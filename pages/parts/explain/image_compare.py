"""Two pictures of one face, one over the other, with a line to draw across them."""

from pathlib import Path

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from forensics.validation import require
from pages.parts.widgets.image_encoding import resize_to_side, to_data_uri

SIDE = 720
"""Longer side in pixels as sent. A small crop is enlarged here, where JPEG's coarser colors are not seen."""

_HTML, _CSS, _JS = (
    Path(__file__).with_suffix(suffix).read_text(encoding="utf-8") for suffix in (".html", ".css", ".js")
)
_component = st.components.v2.component("telltale_swipe", html=_HTML, css=_CSS, js=_JS)


def image_compare(
    before: NDArray[np.uint8], after: NDArray[np.uint8], *, labels: tuple[str, str], key: str, alt: str
) -> None:
    """Draw `before` left of a line and `after` right of it; mouse, finger and arrow keys move the line.

    before, after: (h, w, 3) uint8 RGB of one size. labels: of both, printed on them as plain text. alt: what the two
    show, for those who cannot see them. The line stays where it is while the pictures under one `key` change.
    Raises ValueError where the sizes differ.
    """
    require(before.shape == after.shape, f"both pictures must have one size, got {before.shape} and {after.shape}")
    height, width = before.shape[:2]
    _component(
        key=key,
        data={
            "before": to_data_uri(resize_to_side(before, SIDE)),
            "after": to_data_uri(resize_to_side(after, SIDE)),
            "labels": list(labels),
            "ratio": width / height,
            "alt": alt,
        },
    )
