"""Answers made by hand, for the tests of the fit."""

import numpy as np

from forensics.fitting.answers import FEATURES, Answers

Row = tuple[str, bool, str, float]
"""Group, manipulated, face, logit."""


def made_answers(rows, state="as found", quality="clean", known=(), mask_share=0.0):
    """rows: (group, manipulated, face, logit). known: kinds that the network was trained on."""
    groups, manipulated, faces, logits = (np.array(column) for column in zip(*rows, strict=True))
    n = len(rows)
    return Answers(
        logits.astype(float),
        groups,
        manipulated.astype(bool),
        np.isin(groups, known) & manipulated.astype(bool),
        faces,
        np.full(n, state),
        np.full(n, quality),
        np.full(n, mask_share),
        np.zeros((n, len(FEATURES))),
    )


def drawn(groups, count, seed=0):
    """Normal logits of standard deviation 1: groups of (name, manipulated, mean), `count` faces each."""
    generator = np.random.default_rng(seed)
    return made_answers(
        [
            (name, manipulated, f"{name}{manipulated}{i}", value)
            for name, manipulated, mean in groups
            for i, value in enumerate(generator.normal(mean, 1, count).tolist())
        ]
    )
