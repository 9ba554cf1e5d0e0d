"""What Telltale runs on and ships of others, with versions and licenses as the installed packages state them."""

from dataclasses import dataclass
from importlib.metadata import PackageMetadata, metadata

from forensics.messages.catalogue import text
from forensics.versions import PACKAGES
from forensics.weights.released import CENTERFACE, FACE_MESH

ROLES = {
    **dict.fromkeys(PACKAGES.values(), "analysis"),
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

MODELS = {CENTERFACE: "centerface", FACE_MESH: "mesh"}
"""The same of the model files of others that Telltale ships."""

DIGITS = 8
"""Digits of a model file's SHA-256, which stands where a package has its version."""

MAX_LICENSE_LENGTH = 60
"""Some packages state a whole license text where its name belongs."""


@dataclass(frozen=True, slots=True)
class Software:
    """An installed package, its version and license as it states them; or a model file of others."""

    name: str
    version: str
    role: str
    licence: str


def installed_software() -> list[Software]:
    """Raises importlib.metadata.PackageNotFoundError where one of them is not installed."""
    found = [(name, role, metadata(name)) for name, role in ROLES.items()]
    packages = [
        Software(name, stated["Version"], text(f"page-software-{role}"), _licence(stated))
        for name, role, stated in found
    ]
    models = [
        Software(one.title, one.sha256[:DIGITS], text(f"page-software-{role}"), one.licence)
        for one, role in MODELS.items()
    ]
    return packages + models


def _licence(stated: PackageMetadata) -> str:
    """The license expression, else the classifiers, else the license field where it is a name."""
    classifiers = [line.split(" :: ")[-1] for line in stated.get_all("Classifier", []) if line.startswith("License ::")]
    elsewhere = text("page-software-see-package")
    named = stated.get("License", elsewhere)  # type: ignore[attr-defined]  # Message has it, the protocol not
    in_words = named if len(named) <= MAX_LICENSE_LENGTH else elsewhere
    expression = stated.get("License-Expression")  # type: ignore[attr-defined]  # as above
    return expression or ", ".join(classifiers) or in_words
