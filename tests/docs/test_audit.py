"""`make audit` reads the lock files; what it asks the network is not tried here."""

import re
import shutil
import subprocess

import pytest
from browsing import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[a-z,]+\])?==(?P<version>[^ ;]+)(?: ; [^\\]+)?")


@pytest.mark.parametrize("lock", LOCKS)
def test_all_that_is_installed_is_named_with_its_version_and_hash_as_the_audit_wants_it(lock):
    text = re.sub(r"^ *#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", "").splitlines()
    assert len(lines) > 10
    for line in lines:
        requirement, *hashes = line.split("--hash=sha256:")
        assert REQUIREMENT.fullmatch(requirement.strip()), line
        assert hashes, line
        assert all(re.fullmatch("[0-9a-f]{64}", found.strip()) for found in hashes), line


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_the_command_names_both_lock_files_and_a_pinned_auditor():
    planned = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "--always-make", "audit"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()[-1]
    assert re.search(r"pip-audit==[0-9.]+ --disable-pip --require-hashes", planned)
    assert [f"-r {lock}" in planned for lock in LOCKS] == [True, True]
