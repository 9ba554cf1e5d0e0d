"""The program that installs Debian packages for `make`: it asks before sudo, and waits for nobody who is not there."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[1] / ".ci" / "debian-packages"
ASKED = "Install them now with sudo apt-get? [y/N]"
INSTALL = "apt-get install -y --no-install-recommends chromium"


@pytest.fixture
def run(tmp_path):
    """Runs the program with stand-ins for id, sudo and apt-get; says its exit code, its words and what was called.
    stdin: what is typed at a terminal; None where there is none."""

    def run_as(user: int, stdin: str | None) -> tuple[int, str, list[str]]:
        called = tmp_path / "called"
        called.touch()
        for name in ("sudo", "apt-get"):
            stand_in(name, f'echo "{name} $*" >> {called}')
        stand_in("id", f"echo {user}")
        terminal, inside = pty.openpty()
        if stdin is not None:
            os.write(terminal, stdin.encode())
        done = subprocess.run(
            [PROGRAM, "for the tests", "chromium"],
            env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
            stdin=subprocess.DEVNULL if stdin is None else inside,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        os.close(terminal), os.close(inside)
        return done.returncode, done.stderr, called.read_text().splitlines()

    def stand_in(name: str, does: str) -> None:
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)

    return run_as


def test_root_needs_no_sudo_and_is_not_asked(run):
    code, said, called = run(0, "")
    assert (code, called) == (0, ["apt-get update", INSTALL])
    assert "needs the Debian packages chromium for the tests" in said
    assert ASKED not in said


def test_a_user_at_a_terminal_is_told_what_for_and_asked(run):
    code, said, called = run(1000, "y\n")
    assert (code, called) == (0, ["sudo apt-get update", f"sudo env DEBIAN_FRONTEND=noninteractive {INSTALL}"])
    assert said.index("for the tests") < said.index(ASKED)


@pytest.mark.parametrize("answer", ["n\n", "\n", "\x04"])
def test_a_user_who_does_not_agree_gets_nothing_installed(run, answer):
    code, said, called = run(1000, answer)
    assert (code, called) == (1, [])
    assert "Nothing was installed" in said


def test_without_a_terminal_sudo_may_not_ask_for_a_password(run):
    code, said, called = run(1000, None)
    assert (code, called) == (0, ["sudo -n apt-get update", f"sudo -n env DEBIAN_FRONTEND=noninteractive {INSTALL}"])
    assert ASKED not in said
