"""What the frame of the app asks of others by name."""

from forensics.jobs.job_manager import JOB_MANAGER
from pages.parts import shell


def test_a_file_is_needed_while_a_job_has_it(monkeypatch):
    assert not shell._is_needed("0" * 64)
    monkeypatch.setattr(JOB_MANAGER, "is_needed", lambda sha256: sha256 == "1" * 64)
    assert shell._is_needed("1" * 64) and not shell._is_needed("0" * 64)
