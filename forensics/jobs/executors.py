"""Where analyses run: any `concurrent.futures.Executor`. This one is for a program that ends when it likes."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class DaemonExecutor(Executor):
    """A thread for each call, which nothing waits for when the program ends: an hour of video loses a second of it at
    most. How many run at a time is for the queue to say.
    """

    def submit(self, fn: Callable[..., object], /, *args: object, **kwargs: object) -> Future[Any]:
        future: Future[Any] = Future()
        thread = threading.Thread(target=_run, args=(future, fn, args, kwargs), name=_name(args), daemon=True)
        thread.start()
        return future


def _name(args: tuple[object, ...]) -> str:
    return f"job {args[0]}" if args else "job"


def _run(future: Future[Any], fn: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)
