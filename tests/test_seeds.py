"""Randomness on demand."""

import threading
import time

import numpy as np
import pytest
import torch

from explain.methods.seeds import seed_generators


def drawn() -> tuple[float, float]:
    """From numpy's and from torch's global generator, which Captum uses."""
    return np.random.rand(), torch.rand(1).item()  # noqa: NPY002


def test_the_same_seed_draws_the_same_and_another_seed_something_else() -> None:
    draws = []
    for seed in (7, 7, 8):
        with seed_generators(seed):
            draws.append(drawn())
    assert draws[0] == draws[1]
    assert draws[0][0] != draws[2][0]
    assert draws[0][1] != draws[2][1]


@pytest.mark.parametrize("fails", [False, True])
def test_afterwards_both_generators_go_on_as_if_nothing_was_even_after_an_error(fails: bool) -> None:
    with seed_generators(1):
        expected = [drawn(), drawn()]
    with seed_generators(1):
        found = [drawn()]
        try:
            with seed_generators(2):
                drawn()
                if fails:
                    raise InterruptedError
        except InterruptedError:
            pass
        found.append(drawn())
    assert found == expected


def test_two_threads_do_not_spoil_each_others_seed() -> None:
    """Each stays inside long enough for the other to draw in between, if it could."""
    with seed_generators(3):
        expected = [drawn() for _ in range(3)]
    draws = {}

    def draw(name: str) -> None:
        with seed_generators(3):
            draws[name] = [drawn()]
            time.sleep(0.05)
            draws[name] += [drawn(), drawn()]

    threads = [threading.Thread(target=draw, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert draws == {"first": expected, "second": expected}
