"""What may be installed with Telltale."""

from email.message import Message

import pytest

from docs import licenses
from docs.licenses import installed, is_allowed, licence_of


def test_every_installed_package_has_an_allowed_licence():
    found = {package: licence for package, _, licence in installed()}
    assert {"torch", "streamlit", "opencv-python-headless"} <= found.keys()
    assert {package: licence for package, licence in found.items() if licence is None or not is_allowed(licence)} == {}


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "MIT OR GPL-3.0-only")], "MIT OR GPL-3.0-only"),
        ([("License-Expression", "GPL-3.0-only AND MIT")], "GPL-3.0-only AND MIT"),
        ([("License", "A whole text"), ("Classifier", "License :: OSI Approved :: BSD License")], "BSD-3-Clause"),
        ([("License", "UNKNOWN")], None),
        ([], None),
    ],
)
def test_a_licence_is_read_from_where_the_package_states_it(fields, licence):
    stated = Message()
    for name, value in fields:
        stated[name] = value
    assert licence_of("some-package", stated) == licence


def test_one_alternative_is_enough_and_every_part_is_needed():
    assert is_allowed("MIT OR GPL-3.0-only")
    assert not is_allowed("MIT AND GPL-3.0-only")


def test_each_line_names_the_license(monkeypatch, capsys):
    found = [("good", "1.0", "MIT"), ("secret", "2.0", None)]
    monkeypatch.setattr(licenses, "installed", lambda: iter(found))
    assert licenses.main() == 1
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["good", "1.0", "MIT"],
        ["secret", "2.0", "not", "known", "NOT", "ALLOWED"],
    ]
