"""How to read what Telltale shows: the words, the strength of evidence, the maps, the software beneath."""

import pandas as pd
import streamlit as st

from explain.methods import METHODS
from explain.pdf.verdict_wording import ratio_meanings
from explain.wording import method_does_not_show, method_look_for, method_shows
from forensics.decision.strength_wording import VERDICTS as CODES
from forensics.messages.catalogue import text
from forensics.types.analysis import Verdict
from forensics.types.model_card import DetectorCard
from pages.parts.method.software_licenses import installed_software
from pages.parts.text.markdown import escape_markdown
from pages.parts.text.wording import BADGE_COLORS, OUTPUTS, badge, output_sentences, output_title, verdict_meaning

TABS = ("words", "maps", "packages")
"""As their messages call them."""


def glossary(card: DetectorCard) -> None:
    """Draw the explanations of words and maps, with the numbers of this card."""
    words, maps, packages = st.tabs([text(f"page-reading-{tab}") for tab in TABS])
    with words:
        _words(card)
    with maps:
        _maps()
    with packages:
        _software()


def _words(card: DetectorCard) -> None:
    limits = {
        "signs": card.thresholds.signs,
        "no_signs": card.thresholds.no_signs,
        "smallest": card.thresholds.smallest_face,
        "gated": card.gate is not None,
    }
    for verdict in Verdict:
        left, right = st.columns([1, 3])
        left.badge(badge(verdict), color=BADGE_COLORS[verdict])
        scores = text("page-reading-scores", verdict=CODES[verdict], **limits)
        right.markdown(f"**{scores}** {verdict_meaning(verdict)}")
    for title, means in ratio_meanings(card):
        left, right = st.columns([1, 3])
        left.markdown(f"**{escape_markdown(title)}**")
        right.markdown(escape_markdown(means))
    st.markdown(text("page-reading-no-probability"))


def _maps() -> None:
    rows = [(output_title(output), *output_sentences(output)) for output in OUTPUTS]
    rows += [
        (one.title, method_shows(name), method_does_not_show(name), method_look_for(name))
        for name, one in METHODS.items()
    ]
    for title, shows, does_not_show, look_for in rows:
        left, right = st.columns([1, 3])
        left.markdown(f"**{escape_markdown(title)}**")
        right.markdown(
            f"**{text('page-method-shows')}:** {escape_markdown(shows)}  \n"
            f"**{text('page-method-does-not-show')}:** {escape_markdown(does_not_show)}  \n"
            f"**{text('pdf-look-for')}** {escape_markdown(look_for)}"
        )


def _software() -> None:
    st.dataframe(
        pd.DataFrame(
            [(item.name, item.version, item.role, item.licence) for item in installed_software()],
            columns=[
                text("pdf-software"),
                text("page-software-version"),
                text("page-software-role"),
                text("pdf-licence"),
            ],
        ),
        hide_index=True,
    )
