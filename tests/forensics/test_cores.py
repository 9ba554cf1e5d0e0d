import os
import subprocess
import sys

import pytest

from forensics import cores
from forensics.cores import usable_cores


def in_new_process(script, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OMP_")}
    done = subprocess.run([sys.executable, "-c", script], env=kept | environment, capture_output=True, check=True)
    return done.stdout.decode().split()


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system has no such set of cores")
def test_cores_are_those_that_the_process_may_use():
    script = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
    script += "from forensics.cores import usable_cores; print(usable_cores(), os.environ['OMP_NUM_THREADS'])"
    assert in_new_process(script) == ["1", "1"]


@pytest.mark.parametrize(
    ("files", "cores_of_quota"),
    [
        ({"CPU_MAX": "150000 100000"}, 2),
        ({"CPU_MAX": "50000 100000"}, 1),
        ({"CPU_MAX": "max 100000"}, 64),
        ({"CPU_MAX": ""}, 64),
        ({"CFS_QUOTA": "300000\n", "CFS_PERIOD": "100000\n"}, 3),
        ({"CFS_QUOTA": "-1", "CFS_PERIOD": "100000"}, 64),
        ({}, 64),
    ],
)
def test_a_quota_of_a_container_counts(tmp_path, monkeypatch, files, cores_of_quota):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    for name in ("CPU_MAX", "CFS_QUOTA", "CFS_PERIOD"):
        monkeypatch.setattr(cores, name, tmp_path / name)
        if name in files:
            (tmp_path / name).write_text(files[name])
    assert usable_cores() == cores_of_quota


def test_threads_that_wait_sleep_unless_the_environment_says_otherwise():
    script = "import forensics, torch, os; print(os.environ['OMP_WAIT_POLICY'], torch.get_num_threads())"
    assert in_new_process(script)[0] == "PASSIVE"
    assert in_new_process(script, OMP_WAIT_POLICY="ACTIVE", OMP_NUM_THREADS="1") == ["ACTIVE", "1"]


FIRST = ["app", "pages.parts.shell", "forensics.__main__", "explain.methods.registry", "forensics.jobs.job_manager"]


@pytest.mark.slow
@pytest.mark.parametrize("first", FIRST)
def test_whatever_is_imported_first_it_is_set_before_openmp_is_loaded(first):
    """OpenMP reads it once, when the library of torch is loaded."""
    script = "import sys; sys.path.insert(0, '.'); import importlib.abc\n"
    script += "class Watch(importlib.abc.MetaPathFinder):\n def find_spec(self, name, *_):\n  "
    script += "if name == 'torch': import os; print(os.environ.get('OMP_WAIT_POLICY'))\n"
    script += f"sys.meta_path.insert(0, Watch())\nimport {first}, torch"
    assert in_new_process(script)[0] == "PASSIVE"
