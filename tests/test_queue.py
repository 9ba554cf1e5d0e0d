"""Which analysis is next."""

from dataclasses import dataclass

from forensics.jobs.queue import FairQueue


@dataclass(eq=False)
class Asked:
    name: str
    lane: str = "photographs"
    asker: str = "ann"


def names(queue: FairQueue, most: int = 9) -> list[str]:
    """Those that run next, each put aside as soon as it began."""
    begun = []
    while len(begun) < most and (one := queue.next()) is not None:
        begun.append(one.name)
        queue.drop(one)
    return begun


def test_those_of_one_analyst_come_in_the_order_in_which_they_came():
    queue = FairQueue()
    for name in "abc":
        queue.put(Asked(name))
    assert names(queue) == ["a", "b", "c"]
    assert queue.next() is None


def test_no_more_of_a_lane_run_than_may_and_no_lane_waits_for_another():
    queue = FairQueue({"photographs": 1, "videos": 2})
    for number in range(3):
        queue.put(Asked(f"v{number}", "videos"))
    for number in range(2):
        queue.put(Asked(f"p{number}"))
    begun = [queue.next() for _ in range(4)]
    assert [one.name for one in begun[:3]] == ["v0", "p0", "v1"]
    assert begun[3] is None
    queue.drop(begun[1])
    assert queue.next().name == "p1"
    assert [one.name for one in queue.running] == ["v0", "v1", "p1"]
    assert [one.name for one in queue.waiting] == ["v2"]


def test_one_file_does_not_wait_behind_the_two_hundred_of_another_analyst():
    queue = FairQueue()
    for number in range(200):
        queue.put(Asked(f"ann {number}"))
    assert names(queue, 2) == ["ann 0", "ann 1"]
    queue.put(Asked("bob 0", asker="bob"))
    queue.put(Asked("bob 1", asker="bob"))
    assert names(queue, 5) == ["bob 0", "ann 2", "bob 1", "ann 3", "ann 4"]


def test_what_is_dropped_does_not_run():
    queue, one = FairQueue(), Asked("a")
    queue.put(one)
    queue.drop(one)
    queue.drop(one)
    assert queue.next() is None
