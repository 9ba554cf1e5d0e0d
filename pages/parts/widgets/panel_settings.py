"""The settings of the workspace: how many panels, what each shows, and how."""

from dataclasses import dataclass

import streamlit as st

from explain.methods import DEFAULTS, METHODS
from explain.methods.baseline import BASELINES
from explain.targets import TARGETS
from explain.types import ExplanationRequest
from explain.wording import baseline_title, target_short
from forensics.messages.catalogue import text
from forensics.types.analysis import Box
from pages.parts.session.session_state import clear_invalid_selection, panel_key, target_key
from pages.parts.text.markdown import escape_markdown, option_labels
from pages.parts.text.wording import OUTPUTS, output_title

MAX_PANELS = 4

FIRST_SHOWN = ("original", "mask", *DEFAULTS, "reconstruction_error", "reconstruction")[:MAX_PANELS]


@dataclass(frozen=True, slots=True)
class PanelChoice:
    """What a panel shows: one of OUTPUTS, or one of METHODS with the target that it explains."""

    content: str
    target: str = next(iter(TARGETS))

    @property
    def is_map(self) -> bool:
        return self.content in METHODS

    @property
    def title(self) -> str:
        """Methods and outputs alike; the usual target goes without saying."""
        if not self.is_map:
            return output_title(self.content)
        title = METHODS[self.content].title
        usual = self.target == PanelChoice(self.content).target
        return title if usual else text("page-map-title", method=title, target=self.target)

    def question(self, baseline: str, place: Box | None) -> ExplanationRequest | None:
        """What the panel asks; None where it asks nothing, or about a region that is not drawn yet.

        A method that has no use for a baseline is asked with the usual one: its answer is the same.
        """
        of_region = self.target == "region"
        if not self.is_map or (of_region and place is None):
            return None
        usual = next(iter(BASELINES))
        chosen = baseline if METHODS[self.content].uses_baseline else usual
        return ExplanationRequest(self.content, self.target, chosen, place if of_region else None)


@dataclass(frozen=True, slots=True)
class PanelSettings:
    """opacity: how much the colors cover the face, in [0, 1]. baseline: a key of BASELINES."""

    choices: tuple[PanelChoice, ...]
    common_scale: bool
    opacity: float
    baseline: str


def settings_view() -> PanelSettings:
    """Draw the controls."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        number = st.segmented_control(
            text("page-panels"),
            range(1, MAX_PANELS + 1),
            default=MAX_PANELS,
            required=True,
            key="panel_count",
            persist_state="session",
        )
        opacity = st.slider(
            text("page-opacity"),
            0,
            100,
            85,
            5,
            format="%d %%",
            help=text("page-opacity-help"),
            key="opacity",
            persist_state="session",
            width=220,
        )
        clear_invalid_selection("baseline", list(BASELINES))
        baseline = st.selectbox(
            text("page-baseline"),
            list(BASELINES),
            format_func=option_labels(BASELINES, baseline_title),
            help=text("page-baseline-help"),
            key="baseline",
            persist_state="session",
            width=220,
        )
        common = st.toggle(
            text("page-common-scale"),
            True,
            help=text("page-common-scale-help"),
            key="common_scale",
            persist_state="session",
        )
    choices = tuple(_choice(column, panel) for panel, column in enumerate(st.columns(number, gap="small"), start=1))
    return PanelSettings(choices, common, opacity / 100, baseline)


def _choice(column: st.delta_generator.DeltaGenerator, panel: int) -> PanelChoice:
    contents = [*OUTPUTS, *METHODS]
    clear_invalid_selection(panel_key(panel), contents)  # one that an earlier version knew
    clear_invalid_selection(target_key(panel), list(TARGETS))
    content = column.selectbox(
        text("page-panel", panel=panel),
        contents,
        index=contents.index(FIRST_SHOWN[panel - 1]),
        format_func=option_labels(contents, lambda name: PanelChoice(name).title),
        key=panel_key(panel),
        persist_state="session",
    )
    if content not in METHODS:
        return PanelChoice(content)
    target = column.selectbox(
        text("page-panel-explains", panel=panel),
        list(TARGETS),
        format_func=option_labels(TARGETS, lambda name: escape_markdown(target_short(name))),
        key=target_key(panel),
        persist_state="session",
        label_visibility="collapsed",
    )
    return PanelChoice(content, target)
