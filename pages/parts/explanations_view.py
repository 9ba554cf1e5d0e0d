"""How far the maps of each method can be trusted, measured on forgeries whose manipulated pixels are known."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from explain.methods import DEFAULTS, METHODS
from forensics.benchmark import labels, results
from forensics.card import Figure
from pages.parts.charts import CONFIG, Series, points
from pages.parts.explanations_table import title, trust_table
from pages.parts.text import plain

SETS = {labels.OWN_FAMILIES: "Own families", labels.PAIRS: "OpenForensics pairs"}

GAINS = {"Deletion gain": labels.DELETION_GAIN, "Insertion gain": labels.INSERTION_GAIN}

MEASURED = f"""
All methods drew maps of the main network's evidence for manipulation in the same forged faces, of which it is known
which pixels were manipulated. **Deletion** blurs the pixels that a map marks most strongly first: where the map is
right, the evidence is gone at once. **Insertion** gives them back first to a blurred face: where the map is right, the
evidence is back at once. **Random maps** mark blobs at places that mean nothing, and a gain says by how much a method
does better than they do, so that 0 is chance. **Randomised weights** are those of the same network before any training:
a map that stays alike, with a rank correlation above {labels.MOST_CORRELATED}, shows the picture more than the network.
**Energy in the true mask** is the share of a map that lies on manipulated pixels, here as a multiple of the share of
the crop that they take up, so that 1 is chance. The **pointing game** asks how often a map's highest value lies on a
manipulated pixel.
"""

COSTS = {
    labels.MAP_OVER_FORWARD: ("A map, in forward passes", "{:.1f}"),
    labels.MAP_OVER_BOTH: ("In forward and backward passes", "{:.1f}"),
    labels.MAP_SECONDS: ("A map, seconds", "{:.2f}"),
    labels.TRUST_SECONDS: ("Its faithfulness, seconds", "{:.2f}"),
}
"""Name of the figure → the column's title and the form of its values."""


def explanations_view() -> None:
    """Nothing where it was not measured."""
    figures = results.read("explanations")
    known = {(figure.data, figure.name): figure for figure in figures}
    sets = [data for data in SETS if any(figure.data.endswith(f" on {data}") for figure in figures)]
    if not sets:
        return
    st.subheader("How far each explanation can be trusted")
    st.markdown(MEASURED)
    data = st.segmented_control(
        "Forged faces",
        sets,
        format_func=SETS.__getitem__,
        default=sets[0],
        required=True,
        key="explanations_set",
        persist_state="session",
    )
    measured = {
        method: {name: figure for (where, name), figure in known.items() if where == labels.of_method(method, data)}
        for method in (*METHODS, labels.RANDOM_MAP)
    }
    measured = {method: found for method, found in measured.items() if found}
    st.html(trust_table(measured))
    st.caption(_reading(measured))
    _gains(measured)
    _cost({method: {name: known[method, name] for name in COSTS if (method, name) in known} for method in METHODS})


def _reading(measured: Mapping[str, Mapping[str, Figure]]) -> str:
    """What the table shows, with the numbers of faces behind it."""
    every = [figure for found in measured.values() for figure in found.values()]

    def most(name: str) -> int:
        return max((figure.n for figure in every if figure.name == name), default=0)

    first, second = (title(method) for method in DEFAULTS)
    limit = labels.MOST_CORRELATED
    return (
        f"**Shows** means over {most(labels.DELETION_GAIN)} forged faces, of the pointing game over the "
        f"{most(labels.POINTING)} that were detected, and of the last four columns over {most(labels.SENSITIVITY)}, "
        "with 95 % intervals; a method may have no map of some of them. Gains are in units of the logit; (high) and "
        "(low) say which is good.  \n"
        "**▼** the whole interval is worse than random maps; **○** it holds what random maps reach; **▲** the rank "
        f"correlation is above {limit}, so that the map shows the picture more than the network; **★** {first} and "
        f"{second} are shown first: on own families they have the largest gains together of all methods whose two "
        f"gains are clear of chance and whose rank correlation is at most {limit}.  \n"
        "**Does not show** how far a single map can be trusted: that is measured anew for each on the Explain page. "
        "Own families chose what is shown first, so they flatter it a little; the pairs chose nothing."
    )


def _gains(measured: Mapping[str, Mapping[str, Figure]]) -> None:
    rows = {method: f"★ {title(method)}" if method in DEFAULTS else title(method) for method in measured}
    series = [
        Series(words, {rows[method]: found[name] for method, found in measured.items() if name in found})
        for words, name in GAINS.items()
    ]
    chart = points(series, list(rows.values()), "gain over random maps, logit", (0.0, "random maps"))
    st.plotly_chart(chart, config=CONFIG, alt="Chart: gains of every method over random maps, with intervals")
    st.caption(
        "**Shows** the two gains of the table beside the line of random maps; a method whose interval reaches the line "
        "was not told from chance.  \n**Does not show** that what a map marks is a manipulation: only that the answer "
        "rests on it."
    )


def _cost(measured: Mapping[str, Mapping[str, Figure]]) -> None:
    """A row a method; nothing where none was measured."""
    rows = [
        {"Method": plain(title(method))}
        | {words: _with_range(found[name], form) for name, (words, form) in COSTS.items() if name in found}
        for method, found in measured.items()
        if found
    ]
    if not rows:
        return
    st.markdown("**What a map costs**")
    st.table(pd.DataFrame(rows).fillna(""), border="horizontal", hide_index=True)
    st.caption(
        "**Shows** the time of a map of one face over that of passes of this face through the network, in the same run "
        "on the same machine, with 95 % intervals, and seconds with the range of the repeats.  \n**Does not show** how "
        "fast another machine is, and the random maps, which are measured once a face and serve all its maps."
    )


def _with_range(figure: Figure, form: str) -> str:
    if figure.low is None or figure.high is None:
        return form.format(figure.value)
    return plain(f"{form.format(figure.value)} [{form.format(figure.low)}, {form.format(figure.high)}]")
