"""The settings of the workspace: how many panels, what each shows, and how."""

from dataclasses import dataclass

import streamlit as st

from explain.methods import DEFAULTS, METHODS
from explain.methods.baseline import BASELINES
from explain.targets import TARGETS
from explain.types import Question
from explain.words import target_short
from forensics.types import Box
from pages.parts.session import drop_stale_choice, panel_key, target_key
from pages.parts.text import labels, plain
from pages.parts.wording import OUTPUTS

MOST_PANELS = 4

FIRST_SHOWN = ("Original", "Mask", *DEFAULTS, "Reconstruction error", "Reconstruction")[:MOST_PANELS]

OPACITY_HELP = "Lower it to see the face beneath the colours. The values under the pointer stay the same."

SCALE_HELP = (
    "On: the same colour means the same amount in every map, so that maps and faces can be compared. Off: each map "
    "fills its own scale, so that a faint map can be seen; it then says so."
)

BASELINE_HELP = (
    "Some methods replace parts of the face to see what the answer loses. This is what they put there. How far a map "
    "can be trusted is always measured with a blur."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a panel shows: a key of OUTPUTS, or one of METHODS with the target that it explains."""

    content: str
    target: str = next(iter(TARGETS))

    @property
    def is_map(self) -> bool:
        return self.content in METHODS

    @property
    def title(self) -> str:
        """Methods and outputs alike; the usual target goes without saying."""
        if not self.is_map:
            return self.content
        title = METHODS[self.content].title
        return title if self.target == Choice(self.content).target else f"{title}: {target_short(self.target)}"

    def question(self, baseline: str, place: Box | None) -> Question | None:
        """What the panel asks; None where it asks nothing, or about a region that is not drawn yet.

        A method that has no use for a baseline is asked with the usual one: its answer is the same.
        """
        of_region = self.target == "region"
        if not self.is_map or (of_region and place is None):
            return None
        usual = next(iter(BASELINES))
        chosen = baseline if METHODS[self.content].uses_baseline else usual
        return Question(self.content, self.target, chosen, place if of_region else None)


@dataclass(frozen=True, slots=True)
class Settings:
    """opacity: how much the colours cover the face, in [0, 1]. baseline: a key of BASELINES."""

    choices: tuple[Choice, ...]
    common_scale: bool
    opacity: float
    baseline: str


def settings_view() -> Settings:
    """Draw the controls."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        number = st.segmented_control(
            "Panels",
            range(1, MOST_PANELS + 1),
            default=MOST_PANELS,
            required=True,
            key="panel_count",
            persist_state="session",
        )
        opacity = st.slider(
            "Colours cover the face",
            0,
            100,
            85,
            5,
            format="%d %%",
            help=OPACITY_HELP,
            key="opacity",
            persist_state="session",
            width=220,
        )
        drop_stale_choice("baseline", list(BASELINES))
        baseline = st.selectbox(
            "What replaces evidence",
            list(BASELINES),
            help=BASELINE_HELP,
            key="baseline",
            persist_state="session",
            width=220,
        )
        common = st.toggle("One common scale", True, help=SCALE_HELP, key="common_scale", persist_state="session")
    choices = tuple(_choice(column, panel) for panel, column in enumerate(st.columns(number, gap="small"), start=1))
    return Settings(choices, common, opacity / 100, baseline)


def _choice(column: st.delta_generator.DeltaGenerator, panel: int) -> Choice:
    contents = [*OUTPUTS, *METHODS]
    drop_stale_choice(panel_key(panel), contents)  # one that an earlier version knew
    drop_stale_choice(target_key(panel), list(TARGETS))
    content = column.selectbox(
        f"Panel {panel}",
        contents,
        index=contents.index(FIRST_SHOWN[panel - 1]),
        format_func=lambda name: METHODS[name].title if name in METHODS else name,
        key=panel_key(panel),
        persist_state="session",
    )
    if content not in METHODS:
        return Choice(content)
    target = column.selectbox(
        f"Panel {panel} explains",
        list(TARGETS),
        format_func=labels(TARGETS, lambda name: plain(target_short(name))),
        key=target_key(panel),
        persist_state="session",
        label_visibility="collapsed",
    )
    return Choice(content, target)
