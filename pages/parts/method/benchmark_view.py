"""The protocols of the benchmark, drawn for one detector beside the baseline."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import plotly.graph_objects as go
import streamlit as st

from forensics.decision.forgery_family import family_description
from forensics.measurements import dataset_names, results
from forensics.measurements.metric_wording import metric_label
from forensics.measurements.metrics import Metric
from forensics.measurements.provenance import provenance_note
from forensics.messages.catalogue import text
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import DetectorCard, Measurement
from pages.parts.method.benchmark_tables import ablation_table, cost_table, numbers_table
from pages.parts.method.faithfulness_benchmark_view import faithfulness_benchmark_view
from pages.parts.method.family_confusion_view import family_confusion_view
from pages.parts.method.video_benchmark_view import video_benchmark_view
from pages.parts.text.card_wording import (
    chart_caption,
    draw_caption,
    earlier_network_note,
    family_label,
    not_measured_note,
)
from pages.parts.text.markdown import escape_markdown
from pages.parts.widgets.interval_charts import CONFIG, Series, dot_plot, line_chart

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
    if note := provenance_note(card):  # beside every comparison with what is shipped
        st.caption(f"{escape_markdown(card.name)}: {note}")
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
    family_confusion_view()
    video_benchmark_view()
    faithfulness_benchmark_view()
    ablation_table(results.read_results("ablation"))
    earlier_network_note("ablation")
    cost_table(results.read_results("cost"), cards)


def _detection(cards: Sequence[DetectorCard]) -> None:
    st.subheader(text("page-method-detection"))
    tests = _tests()
    series = [Series(card.name, _by_data(card.figures, (Metric.AUC, Metric.MEAN_AUC), tests)) for card in cards]
    chart = dot_plot(series, list(tests.values()), metric_label(Metric.AUC), _guessing())
    _draw(series, chart, "seen", "detection", "--detector", cards[0].name)


def _unseen() -> None:
    st.subheader(text("page-method-unseen"))
    measured = [figure for figure in results.read_results("unseen") if figure.name == Metric.AUC]
    series = [
        Series(
            text("page-method-trained-without"), _by_family(measured, dataset_names.UNSEEN, "page-method-data-unseen")
        ),
        Series(
            text("page-method-trained-with-all"), _by_family(measured, dataset_names.KNOWN, "page-method-data-known")
        ),
    ]
    _draw(series, dot_plot(series, list(series[0].figures), metric_label(Metric.AUC), _guessing()), "unseen", "unseen")


def _ladder(cards: Sequence[DetectorCard]) -> None:
    st.subheader(text("page-method-ladder"))
    left, right = st.columns(2, gap="large")
    command = ("ladder", "--detector", cards[0].name)
    steps = {
        dataset_names.at_level(dataset_names.SEEN, level): text("page-method-level", level=level)
        for level in dataset_names.LEVELS
    }
    measured = {card.name: results.read_results(f"ladder_{card.name}") for card in cards}
    series = [Series(name, _by_data(figures, (Metric.AUC,), steps)) for name, figures in measured.items()]
    with left:
        axes = text("page-method-damage"), metric_label(Metric.AUC)
        _draw(series, line_chart(series, list(steps.values()), axes, 0.5), "ladder", *command)
    rows = {
        dataset_names.at_level(dataset_names.SEEN, level): text("page-method-level-seen", level=level)
        for level in dataset_names.LEVELS
    } | {
        dataset_names.at_level(dataset_names.LFW, level): text("page-method-level-lfw", level=level) for level in (0, 1)
    }
    series = [Series(name, _by_data(figures, (Metric.FALSE_ALARMS,), rows)) for name, figures in measured.items()]
    with right:
        chart = dot_plot(series, list(rows.values()), metric_label(Metric.FALSE_ALARMS), None)
        _draw(series, chart.update_xaxes(tickformat=".0%"), "alarms", *command)
    earlier_network_note("ladder_telltale")
    if any(measured.values()):
        numbers_table([figure for figures in measured.values() for figure in figures], list(measured))


def _shortcut(cards: Sequence[DetectorCard]) -> None:
    st.subheader(text("page-method-shortcut"))
    tests = {data: words for data, words in _tests().items() if data != dataset_names.FOREIGN_MEAN}
    measured = _by_data(results.read_results("shortcut"), (Metric.SHORTCUT_AUC,), tests)
    control = Series(text("page-method-shortcut-classifier"), measured)
    network = Series(cards[0].name, _by_data(cards[0].figures, (Metric.AUC,), tests))
    chart = dot_plot([network, control], list(tests.values()), metric_label(Metric.AUC), _guessing())
    _draw([control], chart, "shortcut", "shortcut")


def _little_data() -> None:
    st.subheader(text("page-method-little-data"))
    families: dict[str, dict[str, Measurement]] = {}
    for figure in results.read_results("little_data"):
        family, _, pictures = figure.data.partition(", ")
        amount = pictures.split()[0]
        data = text("page-method-data-little", family=family, pictures=int(amount))
        families.setdefault(family, {})[amount] = replace(figure, data=data)
    for figure in results.read_results("unseen"):
        family = figure.data.removeprefix(dataset_names.UNSEEN)
        if family in families:
            data = text("page-method-data-unseen", family=family)
            families[family].setdefault("0", replace(figure, data=data))
    amounts = sorted({amount for figures in families.values() for amount in figures}, key=int)
    series = [Series(family_label(family), figures) for family, figures in families.items()]
    axes = text("page-method-to-learn-from"), metric_label(Metric.AUC)
    _draw(series, line_chart(series, amounts, axes, 0.5), "little", "little-data")


def _draw(series: Sequence[Series], chart: go.Figure, name: str, *protocol: str) -> None:
    """The chart, where the series hold anything, and what it shows. name: of its messages."""
    if any(one.figures for one in series):
        st.plotly_chart(chart, config=CONFIG, alt=text("page-method-chart", shows=chart_caption(name)))
        draw_caption(name)
    else:
        not_measured_note(*protocol)


def _tests() -> dict[str, str]:
    return {data: text(message) for data, message in TESTS.items()}


def _guessing() -> tuple[float, str]:
    return 0.5, text("page-method-guessing")


def _by_data(figures: Sequence[Measurement], names: Sequence[str], words: Mapping[str, str]) -> dict[str, Measurement]:
    """The figures of these names by the words for their data, where there are any."""
    return {words[figure.data]: figure for figure in figures if figure.name in names and figure.data in words}


def _by_family(figures: Sequence[Measurement], prefix: str, message: str) -> dict[str, Measurement]:
    """The figures on data that begin so, by family. message: says what they are on."""
    families = {figure.data.removeprefix(prefix): figure for figure in figures if figure.data.startswith(prefix)}
    return {
        _described(family): replace(figure, data=text(message, family=family)) for family, figure in families.items()
    }


def _described(family: str) -> str:
    """Its name, over what it is where there are words for it."""
    return f"{family_label(family)}<br><sub>{family_description(family) if family in FAMILY_NAMES else ''}</sub>"
