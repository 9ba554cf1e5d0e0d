"""Where analyses run."""

import threading

import pytest

from forensics.jobs.executors import DaemonExecutor


def test_a_call_runs_beside_the_caller_and_gives_its_result():
    began, go_on = threading.Event(), threading.Event()

    def call(number: int, *, more: int) -> tuple[int, bool]:
        began.set()
        assert go_on.wait(20)
        return number + more, threading.current_thread().daemon

    future = DaemonExecutor().submit(call, 1, more=2)
    assert began.wait(20)
    assert not future.done()
    go_on.set()
    assert future.result(20) == (3, True)


def test_what_a_call_raises_is_the_futures():
    with pytest.raises(ZeroDivisionError):
        DaemonExecutor().submit(lambda: 1 / 0).result(20)
