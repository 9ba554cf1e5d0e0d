"""Every error Telltale raises on purpose.

    TelltaleError
    ├── MediaError        the file cannot be analyzed: empty, unsupported, damaged, too large
    ├── DetectorError     the detector cannot be loaded: unknown name, damaged weights or card
    ├── SettingsError     a setting is out of range
    ├── ExplanationError  an explanation method has no answer for this face
    └── TrainingError     training data are missing or unusable

An error is a fact, of the codes in forensics/error_codes.py. Its sentence, made by the catalogue, is for a person: what
is wrong, what was wanted, what came, what to do. Its `code` is for machines and is part of the JSON contract.
"""

from forensics.facts import Code, Fact, Value
from forensics.messages.catalogue import sentence


class TelltaleError(Exception):
    """Base of all errors raised on purpose. As text it is its sentence in English."""

    def __init__(self, code: Code, *, because: Fact | None = None, **parameters: Value) -> None:
        super().__init__(code)
        self.fact = Fact(code, parameters, because)

    @property
    def code(self) -> str:
        """A short stable identifier: the group of its code."""
        return self.fact.group

    def __str__(self) -> str:
        return sentence(self.fact)


class MediaError(TelltaleError):
    """The file cannot be analyzed."""


class DetectorError(TelltaleError):
    """The detector cannot be loaded."""


class SettingsError(TelltaleError):
    """A setting is out of range."""


class ExplanationError(TelltaleError):
    """An explanation method has no answer for this face."""


class TrainingError(TelltaleError):
    """Training data are missing or unusable."""
