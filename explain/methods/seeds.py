"""Randomness on demand. Captum draws from the generators that the whole process shares."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch

GENERATOR_LOCK = threading.RLock()
"""Two threads drawing from the same generators would spoil each other's seed."""


@contextmanager
def seed_generators(seed: int) -> Iterator[None]:
    """Inside, numpy's and torch's global generators start from `seed`; afterwards they go on as if nothing was."""
    with GENERATOR_LOCK, torch.random.fork_rng(devices=[]):
        before = np.random.get_state()  # noqa: NPY002, it is what Captum draws from
        torch.manual_seed(seed)
        np.random.seed(seed)  # noqa: NPY002
        try:
            yield
        finally:
            np.random.set_state(before)  # noqa: NPY002
