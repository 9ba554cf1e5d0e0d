"""How to read what Telltale shows: the words, the strength of evidence, the maps, the software beneath."""

import pandas as pd
import streamlit as st

from explain.methods import METHODS
from explain.pdf.words import ratio_meanings
from explain.words import method_does_not_show, method_look_for, method_shows
from forensics.card import DetectorCard
from pages.parts.licences import software
from pages.parts.text import plain
from pages.parts.wording import BADGE_COLOURS, MEANINGS, OUTPUTS, VERDICTS, badge


def reading(card: DetectorCard) -> None:
    """Draw the explanations of words and maps, with the numbers of this card."""
    words, maps, packages = st.tabs(["What the words mean", "How to read a map", "Software and licences"])
    with words:
        _words(card)
    with maps:
        _maps()
    with packages:
        _software()


def _words(card: DetectorCard) -> None:
    limits = {
        "signs of manipulation": f"score of {card.thresholds.signs:.3f} or more",
        "inconclusive": "score between the two thresholds",
        "no signs found": f"score of {card.thresholds.no_signs:.3f} or less",
        "not evaluated": f"face under {card.thresholds.smallest_face} pixels"
        + ("" if card.gate is None else ", or outside of what the calibration saw"),
    }
    for verdict in VERDICTS:
        left, right = st.columns([1, 3])
        left.badge(badge(verdict), color=BADGE_COLOURS[verdict])
        right.markdown(f"**{limits[verdict][0].upper()}{limits[verdict][1:]}.** {MEANINGS[verdict]}")
    for title, text in ratio_meanings(card):
        left, right = st.columns([1, 3])
        left.markdown(f"**{plain(title)}**")
        right.markdown(plain(text))
    st.markdown(
        "A likelihood ratio is no probability that this picture was manipulated: that depends on everything else that "
        "is known about it, too."
    )


def _maps() -> None:
    rows = [(title, text.shows, text.does_not_show, text.look_for) for title, text in OUTPUTS.items()]
    rows += [
        (one.title, method_shows(name), method_does_not_show(name), method_look_for(name))
        for name, one in METHODS.items()
    ]
    for title, shows, does_not_show, look_for in rows:
        left, right = st.columns([1, 3])
        left.markdown(f"**{plain(title)}**")
        right.markdown(
            f"**Shows:** {plain(shows)}  \n**Does not show:** {plain(does_not_show)}  \n**Look for:** {plain(look_for)}"
        )


def _software() -> None:
    st.dataframe(
        pd.DataFrame(
            [(item.name, item.version, item.role, item.licence) for item in software()],
            columns=["Software", "Version", "What for", "Licence"],
        ),
        hide_index=True,
    )
