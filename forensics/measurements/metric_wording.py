"""What measured figures are called, in the language that is spoken."""

from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import message_id, text


def metric_label(name: str) -> str:
    """The name of a figure; as it is written where it is no Metric."""
    try:
        metric = Metric(name)
    except ValueError:
        return name
    return text(f"metric-{message_id(metric.name.lower())}")
