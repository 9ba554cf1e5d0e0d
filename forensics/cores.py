"""How many processor cores this process may use, and how threads behave that wait for each other.

Imported before anything else of Telltale (`forensics/__init__.py`): OpenMP, which PyTorch computes with, reads its
settings once, when it is loaded.
"""

import math
import os
from pathlib import Path

WAIT_POLICY, THREADS = "OMP_WAIT_POLICY", "OMP_NUM_THREADS"

CPU_MAX = Path("/sys/fs/cgroup/cpu.max")
"""Quota and period of a container, in microseconds; "max" for none (control groups, version 2)."""

CFS_QUOTA, CFS_PERIOD = Path("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"), Path("/sys/fs/cgroup/cpu/cpu.cfs_period_us")
"""The same of version 1; a quota of -1 for none."""


def usable_cores() -> int:
    """Those that the scheduler lets this process run on, or fewer where a container has a quota; at least 1."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, math.ceil(min(allowed, _quota())))


def _quota() -> float:
    """In cores; infinite where there is none."""
    for quota, period in (_words(CPU_MAX), (_words(CFS_QUOTA)[0], _words(CFS_PERIOD)[0])):
        if quota.isdigit() and period.isdigit() and int(period):
            return int(quota) / int(period)
    return math.inf


def _words(path: Path) -> list[str]:
    """The first two of a file, empty ones where it is not there."""
    try:
        return [*path.read_text(encoding="ascii").split(), "", ""][:2]
    except (OSError, ValueError):
        return ["", ""]


def thread_count() -> int:
    """Of a pool that computes: as OMP_NUM_THREADS says, which is `usable_cores` unless somebody set it."""
    said = os.environ.get(THREADS, "").strip()
    return int(said) if said.isdigit() and int(said) else usable_cores()


def share_cores() -> None:
    """Threads of OpenMP that wait sleep, rather than spin and take the core from the one they wait for, and there are
    as many as usable cores; unless the environment says otherwise."""
    os.environ.setdefault(WAIT_POLICY, "PASSIVE")
    os.environ.setdefault(THREADS, str(usable_cores()))
