"""The protocols of the benchmark, drawn for one detector beside the baseline."""

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from forensics.benchmark import labels, results
from forensics.card import DetectorCard, Figure
from forensics.family import family_words
from forensics.family_names import FAMILY_NAMES
from pages.parts.benchmark_tables import ablation, cost, numbers
from pages.parts.charts import CONFIG, Series, lines, points
from pages.parts.explanations_view import explanations_view
from pages.parts.naming_view import naming_view
from pages.parts.video_benchmark import video_benchmark
from pages.parts.wording import Sentences

GUESSING = (0.5, "guessing")

TESTS = {
    labels.SEEN: "OpenForensics,<br>the kind it was trained on",
    labels.PAIRS: "OpenForensics,<br>forged beside untouched",
    labels.foreign("composite"): "Montages by hand",
    labels.foreign("diffusion"): "Diffusion portraits",
    labels.foreign("videoswap"): "Video face swaps",
    labels.FOREIGN_MEAN: "Mean of the three",
}
"""The data of the figures in words."""

TEXTS = {
    "seen": Sentences(
        "how often the network ranks a forged face above an untouched one (AUC): 1 is always, 0.5 is guessing. The "
        "upper rows are forgeries of the kind it was trained on; the lower ones were made by others, in ways no "
        "training picture was.",
        "how it does on a kind that is not listed. The lower rows helped to choose between networks, so that they "
        "flatter a little.",
    ),
    "unseen": Sentences(
        "the same, for networks trained again without one family of forgeries and tested on that family, beside one "
        "trained just as long that knew them all.",
        "the shipped network itself, which knows all these families and was trained for longer.",
    ),
    "ladder": Sentences(
        "what is left of it when pictures are damaged: level 1 is what a phone or a messenger does, level 4 chains "
        "several strong changes. Bands are 95 % intervals.",
        "every way in which a picture can suffer. Faces that are no longer found drop out; the numbers say how many.",
    ),
    "alarms": Sentences(
        "how many untouched faces are called manipulated by mistake, of those that are evaluated.",
        "the rate in a particular case: other cameras, people and platforms have others.",
    ),
    "shortcut": Sentences(
        "a control: what a classifier reaches that never looks at a face, only at size, format, JPEG tables, mean "
        "colour and sharpness of the picture. Under 0.5, what it learned from training pictures points the wrong way.",
        "which traces the network uses. Only where it stands well above the control has it learned more than that.",
    ),
    "little": Sentences(
        "how far a few pictures of a new kind of forgery help a network that has never seen it (fine-tuning).",
        "what they cost on the kinds it knew before.",
    ),
}


def benchmark_view(card: DetectorCard, baseline: DetectorCard) -> None:
    """Draw what was measured of this detector, and of the baseline where it is another."""
    st.header("Benchmark")
    cards = [card] if card.name == baseline.name else [card, baseline]
    detection, unseen = st.columns(2, gap="large")
    with detection:
        _detection(cards)
    with unseen:
        _unseen()
    _ladder(cards)
    control, little = st.columns(2, gap="large")
    with control:
        _shortcut(cards)
    with little:
        _little_data()
    naming_view()
    video_benchmark()
    explanations_view()
    ablation(results.read("ablation"))
    cost(results.read("cost"), cards)


def _detection(cards: Sequence[DetectorCard]) -> None:
    st.subheader("Kinds it knows, and kinds made by others")
    series = [Series(card.name, _by_data(card.figures, ("AUC", "mean AUC"), TESTS)) for card in cards]
    _draw(
        series, points(series, list(TESTS.values()), "AUC", GUESSING), "seen", f"detection --detector {cards[0].name}"
    )


def _unseen() -> None:
    st.subheader("Kinds left out of training on purpose")
    measured = [figure for figure in results.read("unseen") if figure.name == "AUC"]
    series = [
        Series(name, {_described(f.data.removeprefix(kind)): f for f in measured if f.data.startswith(kind)})
        for name, kind in (("trained without the kind", labels.UNSEEN), ("trained with all", labels.KNOWN))
    ]
    _draw(series, points(series, list(series[0].figures), "AUC", GUESSING), "unseen", "unseen")


def _ladder(cards: Sequence[DetectorCard]) -> None:
    st.subheader("Damaged pictures")
    left, right = st.columns(2, gap="large")
    command = f"ladder --detector {cards[0].name}"
    steps = {labels.at_level(labels.SEEN, level): _step(level) for level in labels.LEVELS}
    measured = {card.name: results.read(f"ladder_{card.name}") for card in cards}
    series = [Series(name, _by_data(figures, ("AUC",), steps)) for name, figures in measured.items()]
    with left:
        _draw(series, lines(series, list(steps.values()), ("damage", "AUC"), 0.5), "ladder", command)
    rows = {labels.at_level(labels.SEEN, level): f"OpenForensics, {_step(level)}" for level in labels.LEVELS}
    rows |= {labels.at_level(labels.LFW, level): f"Press photographs (LFW), {_step(level)}" for level in (0, 1)}
    series = [Series(name, _by_data(figures, (labels.FALSE_ALARMS,), rows)) for name, figures in measured.items()]
    with right:
        chart = points(series, list(rows.values()), labels.FALSE_ALARMS, None).update_xaxes(tickformat=".0%")
        _draw(series, chart, "alarms", command)
    if any(measured.values()):
        numbers([figure for figures in measured.values() for figure in figures], list(measured))


def _shortcut(cards: Sequence[DetectorCard]) -> None:
    st.subheader("Could it be a shortcut?")
    tests = {data: words for data, words in TESTS.items() if data != labels.FOREIGN_MEAN}
    control = Series("shortcut classifier", _by_data(results.read("shortcut"), (labels.SHORTCUT,), tests))
    network = Series(cards[0].name, _by_data(cards[0].figures, ("AUC",), tests))
    chart = points([network, control], list(tests.values()), "AUC", GUESSING)
    _draw([control], chart, "shortcut", "shortcut")


def _little_data() -> None:
    st.subheader("A few pictures of a new kind")
    families: dict[str, dict[str, Figure]] = {}
    for figure in results.read("little_data"):
        family, _, amount = figure.data.removesuffix(" pictures").partition(", ")
        families.setdefault(family, {})[amount] = figure
    for figure in results.read("unseen"):
        family = figure.data.removeprefix(labels.UNSEEN)
        if family in families:
            families[family].setdefault("0", figure)
    amounts = sorted({amount for figures in families.values() for amount in figures}, key=int)
    series = [Series(_spaced(family), figures) for family, figures in families.items()]
    _draw(series, lines(series, amounts, ("forged pictures to learn from", "AUC"), 0.5), "little", "little-data")


def _draw(series: Sequence[Series], chart: go.Figure, text: str, command: str) -> None:
    """The chart, where the series hold anything, and what it shows."""
    if any(one.figures for one in series):
        st.plotly_chart(chart, config=CONFIG, alt=f"Chart: {TEXTS[text].shows}")
        st.caption(f"**Shows** {TEXTS[text].shows}  \n**Does not show** {TEXTS[text].does_not_show}")
    else:
        st.info(f"Not measured yet: `python -m forensics benchmark {command}`", icon=":material/hourglass_empty:")


def _by_data(figures: Sequence[Figure], names: Sequence[str], words: dict[str, str]) -> dict[str, Figure]:
    """The figures of these names by the words for their data, where there are any."""
    return {words[figure.data]: figure for figure in figures if figure.name in names and figure.data in words}


def _step(level: int) -> str:
    return f"level {level}" if level else "clean"


def _spaced(family: str) -> str:
    return family.replace("_", " ")


def _described(family: str) -> str:
    """Its name, over what it is where there are words for it."""
    return f"{_spaced(family)}<br><sub>{family_words(family) if family in FAMILY_NAMES else ''}</sub>"
