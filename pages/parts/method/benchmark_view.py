"""The protocols of the benchmark, drawn for one detector beside the baseline."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import plotly.graph_objects as go
import streamlit as st

from forensics.decision.forgery_family import family_words
from forensics.measurements import dataset_names, results
from forensics.measurements.metric_wording import metric_words
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import text
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import DetectorCard, Figure
from pages.parts.method.benchmark_tables import ablation, cost, numbers
from pages.parts.method.faithfulness_benchmark_view import explanations_view
from pages.parts.method.family_confusion_view import naming_view
from pages.parts.method.video_benchmark_view import video_benchmark
from pages.parts.text.card_wording import caption, family_name, not_measured, shows
from pages.parts.widgets.interval_charts import CONFIG, Series, lines, points

TESTS = {
    dataset_names.SEEN: "page-method-test-seen",
    dataset_names.PAIRS: "page-method-test-pairs",
    dataset_names.foreign("composite"): "page-method-test-composite",
    dataset_names.foreign("diffusion"): "page-method-test-diffusion",
    dataset_names.foreign("videoswap"): "page-method-test-videoswap",
    dataset_names.FOREIGN_MEAN: "page-method-test-mean",
}
"""The data of the figures → the message that says what they are."""


def benchmark_view(card: DetectorCard, baseline: DetectorCard) -> None:
    """Draw what was measured of this detector, and of the baseline where it is another."""
    st.header(text("page-method-benchmark"))
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
    st.subheader(text("page-method-detection"))
    tests = _tests()
    series = [Series(card.name, _by_data(card.figures, (Metric.AUC, Metric.MEAN_AUC), tests)) for card in cards]
    chart = points(series, list(tests.values()), metric_words(Metric.AUC), _guessing())
    _draw(series, chart, "seen", "detection", "--detector", cards[0].name)


def _unseen() -> None:
    st.subheader(text("page-method-unseen"))
    measured = [figure for figure in results.read("unseen") if figure.name == Metric.AUC]
    series = [
        Series(
            text("page-method-trained-without"), _by_family(measured, dataset_names.UNSEEN, "page-method-data-unseen")
        ),
        Series(
            text("page-method-trained-with-all"), _by_family(measured, dataset_names.KNOWN, "page-method-data-known")
        ),
    ]
    _draw(series, points(series, list(series[0].figures), metric_words(Metric.AUC), _guessing()), "unseen", "unseen")


def _ladder(cards: Sequence[DetectorCard]) -> None:
    st.subheader(text("page-method-ladder"))
    left, right = st.columns(2, gap="large")
    command = ("ladder", "--detector", cards[0].name)
    steps = {
        dataset_names.at_level(dataset_names.SEEN, level): text("page-method-level", level=level)
        for level in dataset_names.LEVELS
    }
    measured = {card.name: results.read(f"ladder_{card.name}") for card in cards}
    series = [Series(name, _by_data(figures, (Metric.AUC,), steps)) for name, figures in measured.items()]
    with left:
        axes = text("page-method-damage"), metric_words(Metric.AUC)
        _draw(series, lines(series, list(steps.values()), axes, 0.5), "ladder", *command)
    rows = {
        dataset_names.at_level(dataset_names.SEEN, level): text("page-method-level-seen", level=level)
        for level in dataset_names.LEVELS
    } | {
        dataset_names.at_level(dataset_names.LFW, level): text("page-method-level-lfw", level=level) for level in (0, 1)
    }
    series = [Series(name, _by_data(figures, (Metric.FALSE_ALARMS,), rows)) for name, figures in measured.items()]
    with right:
        chart = points(series, list(rows.values()), metric_words(Metric.FALSE_ALARMS), None)
        _draw(series, chart.update_xaxes(tickformat=".0%"), "alarms", *command)
    if any(measured.values()):
        numbers([figure for figures in measured.values() for figure in figures], list(measured))


def _shortcut(cards: Sequence[DetectorCard]) -> None:
    st.subheader(text("page-method-shortcut"))
    tests = {data: words for data, words in _tests().items() if data != dataset_names.FOREIGN_MEAN}
    measured = _by_data(results.read("shortcut"), (Metric.SHORTCUT_AUC,), tests)
    control = Series(text("page-method-shortcut-classifier"), measured)
    network = Series(cards[0].name, _by_data(cards[0].figures, (Metric.AUC,), tests))
    chart = points([network, control], list(tests.values()), metric_words(Metric.AUC), _guessing())
    _draw([control], chart, "shortcut", "shortcut")


def _little_data() -> None:
    st.subheader(text("page-method-little-data"))
    families: dict[str, dict[str, Figure]] = {}
    for figure in results.read("little_data"):
        family, _, pictures = figure.data.partition(", ")
        amount = pictures.split()[0]
        data = text("page-method-data-little", family=family, pictures=int(amount))
        families.setdefault(family, {})[amount] = replace(figure, data=data)
    for figure in results.read("unseen"):
        family = figure.data.removeprefix(dataset_names.UNSEEN)
        if family in families:
            data = text("page-method-data-unseen", family=family)
            families[family].setdefault("0", replace(figure, data=data))
    amounts = sorted({amount for figures in families.values() for amount in figures}, key=int)
    series = [Series(family_name(family), figures) for family, figures in families.items()]
    axes = text("page-method-to-learn-from"), metric_words(Metric.AUC)
    _draw(series, lines(series, amounts, axes, 0.5), "little", "little-data")


def _draw(series: Sequence[Series], chart: go.Figure, name: str, *protocol: str) -> None:
    """The chart, where the series hold anything, and what it shows. name: of its messages."""
    if any(one.figures for one in series):
        st.plotly_chart(chart, config=CONFIG, alt=text("page-method-chart", shows=shows(name)))
        caption(name)
    else:
        not_measured(*protocol)


def _tests() -> dict[str, str]:
    return {data: text(message) for data, message in TESTS.items()}


def _guessing() -> tuple[float, str]:
    return 0.5, text("page-method-guessing")


def _by_data(figures: Sequence[Figure], names: Sequence[str], words: Mapping[str, str]) -> dict[str, Figure]:
    """The figures of these names by the words for their data, where there are any."""
    return {words[figure.data]: figure for figure in figures if figure.name in names and figure.data in words}


def _by_family(figures: Sequence[Figure], prefix: str, message: str) -> dict[str, Figure]:
    """The figures on data that begin so, by family. message: says what they are on."""
    families = {figure.data.removeprefix(prefix): figure for figure in figures if figure.data.startswith(prefix)}
    return {
        _described(family): replace(figure, data=text(message, family=family)) for family, figure in families.items()
    }


def _described(family: str) -> str:
    """Its name, over what it is where there are words for it."""
    return f"{family_name(family)}<br><sub>{family_words(family) if family in FAMILY_NAMES else ''}</sub>"
