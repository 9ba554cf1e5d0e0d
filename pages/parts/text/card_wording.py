"""What is said of measured figures: captions under them, and words for the names that cards and results use."""

import re

import streamlit as st

from forensics.detectors.registry import WEIGHTS_FOLDER
from forensics.facts import Value
from forensics.measurements import results
from forensics.messages import numbers
from forensics.messages.catalogue import text
from forensics.types.model_card import read_card


def chart_caption(name: str, **parameters: Value) -> str:
    """What a chart or table of the Method page shows, by its name."""
    return text(f"page-method-{name}-shows", **parameters)


def draw_caption(name: str, **parameters: Value) -> None:
    """Draw what it shows, and what it does not."""
    does_not_show = text(f"page-method-{name}-does-not-show", **parameters)
    st.caption(
        f"**{text('page-method-shows')}** {chart_caption(name, **parameters)}  \n"
        f"**{text('page-method-does-not-show')}** {does_not_show}"
    )


def earlier_network_note(name: str) -> None:
    """Say of which version of the shipped network the figures of a file are, where it is an earlier one."""
    version = results.earlier_network(name, read_card(WEIGHTS_FOLDER / "telltale.json").version)
    if version:
        st.caption(text("page-method-earlier-network", version=version))


def not_measured_note(*protocol: str) -> None:
    """Say which command measures it. protocol: its name and options."""
    st.info(text("page-method-not-measured", protocol=" ".join(protocol)), icon=":material/hourglass_empty:")


def dataset_label(data: str) -> str:
    """What a figure was measured on: pictures, or maps of a method; as it is written where there are no words for it,
    here and below."""
    return _said(f"page-data-{_id(data)}", data)


def family_label(family: str) -> str:
    """A family of forgeries in a word or two."""
    return _said(f"page-family-{_id(family)}", family.replace("_", " "))


def source_label(source: str) -> str:
    """Where untouched faces or clips come from."""
    return _said(f"page-source-{_id(source)}", source)


def state_label(state: str) -> str:
    """How good a picture is."""
    return _said(f"page-state-{_id(state)}", state)


def variant_label(variant: str) -> str:
    """A network of the ablation."""
    return _said(f"page-variant-{_id(variant)}", variant)


def video_label(kind: str) -> str:
    """A kind of made videos."""
    return _said(f"page-videos-{_id(kind)}", kind)


def format_interval(low: str, high: str) -> str:
    """Interval of a measured value, in brackets."""
    return text("page-method-interval", low=low, high=high)


def three_digits(value: float) -> str:
    """Behind the point."""
    return numbers.fixed(value, 3)


def _id(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def _said(message: str, otherwise: str) -> str:
    try:
        return text(message)
    except LookupError:
        return otherwise
