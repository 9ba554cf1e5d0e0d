"""All that was computed, measured and chosen for one face."""

from dataclasses import dataclass, field

from explain.types import Explanation, ExplanationRequest, MapMetrics
from forensics.facts import Fact
from forensics.types.analysis import Box

FaceKey = tuple[str, int]
"""SHA-256 of the file, and the face's id in it."""


@dataclass(slots=True)
class FaceExplanations:
    """Equal questions have equal answers, so whatever is in here is not computed again.

    maps: answers, with their faithfulness once it is measured. failures: why a question has no answer, or its answer no
    faithfulness. random: figures of random maps, by target and place. place: the region that the analyst drew, in crop
    pixels. ranking: questions asked only to be ranked. stopped: questions whose work the analyst stopped. in_report:
    those whose maps go into the report.
    """

    maps: dict[ExplanationRequest, Explanation] = field(default_factory=dict)
    failures: dict[ExplanationRequest, Fact] = field(default_factory=dict)
    random: dict[tuple[str, Box | None], tuple[MapMetrics, ...]] = field(default_factory=dict)
    place: Box | None = None
    ranking: tuple[ExplanationRequest, ...] = ()
    stopped: set[ExplanationRequest] = field(default_factory=set)
    in_report: tuple[ExplanationRequest, ...] = ()

    def is_complete(self, question: ExplanationRequest) -> bool:
        """Whether nothing is left to compute or measure."""
        known = self.maps.get(question)
        return question in self.failures or (known is not None and known.faithfulness is not None)

    def reported_maps(self) -> tuple[Explanation, ...]:
        """The maps for the report, in the order of their panels."""
        return tuple(self.maps[question] for question in self.in_report if question in self.maps)
