"""Whether analysts have their page open."""

from forensics.jobs import presence
from forensics.jobs.presence import SessionPresence


def test_a_page_that_comes_back_begins_its_time_away_anew(monkeypatch):
    clock, is_open = [100.0], [False]
    monkeypatch.setattr(presence.time, "monotonic", lambda: clock[0])
    pages = SessionPresence()
    pages.register("ann", lambda: is_open[0])
    assert (pages.is_disconnected("ann"), pages.has_timed_out("ann")) == (True, False)
    clock[0], is_open[0] = 600.0, True
    assert not pages.is_disconnected("ann")
    clock[0], is_open[0] = 710.0, False
    assert not pages.has_timed_out("ann")
    clock[0] = 1310.0
    assert pages.has_timed_out("ann")
    assert not pages.is_disconnected("never met")


def test_who_has_one_of_two_pages_open_is_there():
    first, second = [True], [True]
    pages = SessionPresence()
    pages.register("ann", lambda: first[0], "tab 1")
    pages.register("ann", lambda: second[0], "tab 2")
    first[0] = False
    assert not pages.is_disconnected("ann")
    second[0] = False
    assert pages.is_disconnected("ann")
    first[0] = True  # its network came back
    assert not pages.is_disconnected("ann")


def test_a_page_that_was_loaded_anew_takes_the_place_of_the_closed_one():
    pages = SessionPresence()
    pages.register("ann", lambda: False, "before F5")
    pages.register("ann", lambda: True, "after")
    assert not pages.is_disconnected("ann")
    assert list(pages._pages["ann"]) == ["after"]
