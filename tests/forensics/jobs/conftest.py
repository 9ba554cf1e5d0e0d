"""What tests of jobs ask for by name."""

import pytest
from job_worker import Worker

from forensics.jobs.job_manager import JobManager
from forensics.storage import checkpoints


@pytest.fixture(autouse=True)
def _one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a record fits does not hang on what is installed."""
    monkeypatch.setattr(checkpoints, "software_versions", lambda: {"telltale": "0.1.0"})


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def jobs(worker: Worker) -> JobManager:
    return JobManager(worker)
