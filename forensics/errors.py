"""Every error Telltale raises on purpose.

    TelltaleError
    ├── MediaError        the file cannot be analysed: empty, unsupported, damaged, too large
    ├── DetectorError     the detector cannot be loaded: unknown name, damaged weights or card
    ├── SettingsError     a setting is out of range
    ├── ExplanationError  an explanation method has no answer for this face
    └── TrainingError     training data are missing or unusable

A message is one sentence for a person: what is wrong, what was wanted, what came, what to do. The `code` is for
machines and is part of the JSON contract.
"""


class TelltaleError(Exception):
    """Base of all errors raised on purpose; `code` is a short stable identifier."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class MediaError(TelltaleError):
    """The file cannot be analysed."""


class DetectorError(TelltaleError):
    """The detector cannot be loaded."""


class SettingsError(TelltaleError):
    """A setting is out of range."""


class ExplanationError(TelltaleError):
    """An explanation method has no answer for this face."""


class TrainingError(TelltaleError):
    """Training data are missing or unusable."""
