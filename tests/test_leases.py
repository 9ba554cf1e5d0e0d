"""Who still needs a stored file."""

import gc

from forensics.jobs.leases import LeaseTable

FILE, OTHER = "a" * 64, "b" * 64


def nobody(_sha256: str) -> set[str]:
    return set()


def test_a_hold_counts_as_long_as_it_is_kept():
    leases = LeaseTable(nobody)
    kept = [leases.add(FILE, "ann")]
    assert (leases.is_needed(FILE), leases.is_needed(OTHER)) == (True, False)
    kept.clear()
    gc.collect()
    assert not leases.is_needed(FILE)


def test_who_drops_a_file_needs_it_no_more_and_others_do():
    leases = LeaseTable(nobody)
    kept = [leases.add(FILE, "ann"), leases.add(FILE, "bob"), leases.add(OTHER, "ann")]
    leases.drop(FILE, "ann")
    assert leases.is_needed(FILE) and leases.is_needed(OTHER)
    leases.drop(FILE, "bob")
    assert not leases.is_needed(FILE)
    assert len(kept) == 3


def test_the_hold_of_one_who_is_absent_does_not_count():
    leases = LeaseTable(nobody)
    kept = leases.add(FILE, "ann")
    assert not leases.is_needed(FILE, lambda watcher: watcher == "ann")
    assert leases.is_needed(FILE, lambda watcher: watcher == "bob")
    assert kept.watcher == "ann"


def test_a_session_on_the_disk_needs_its_files_though_its_page_is_closed():
    leases = LeaseTable(lambda sha256: {"c" * 64} if sha256 == FILE else set())
    assert leases.is_needed(FILE, lambda watcher: True)
    assert not leases.is_needed(OTHER)
