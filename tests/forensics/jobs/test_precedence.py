import threading

from forensics.jobs import precedence
from forensics.jobs.precedence import Precedence


def test_a_video_waits_for_photographs_under_way_and_those_in_line():
    one, order = Precedence(), []
    first_holds, may_end = threading.Event(), threading.Event()

    def photograph(name, hold):
        with one.photograph():
            order.append(name)
            if hold:
                first_holds.set()
                may_end.wait(30)

    def video():
        one.make_way()
        order.append("video")

    threads = [threading.Thread(target=photograph, args=("a", True))]
    threads[0].start()
    first_holds.wait(30)
    threads += [threading.Thread(target=photograph, args=("b", False)), threading.Thread(target=video)]
    for thread in threads[1:]:
        thread.start()
    while one._photographs < 2:
        pass
    may_end.set()
    for thread in threads:
        thread.join(30)
    assert order == ["a", "b", "video"]


def test_a_video_goes_on_after_a_while_and_at_once_where_nobody_waits(monkeypatch):
    monkeypatch.setattr(precedence, "MAX_WAIT_SECONDS", 0.01)
    one = Precedence()
    with one.photograph():
        one.make_way()
    one.make_way()


def test_a_photograph_that_fails_makes_room():
    one = Precedence()
    try:
        with one.photograph():
            raise KeyError
    except KeyError:
        pass
    assert one._photographs == 0
    assert not one._scoring.locked()
