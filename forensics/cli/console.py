"""What the command line says beside its output."""

import sys

from tqdm import tqdm


def log(sentence: str) -> None:
    """One line on the standard error, above the progress bar where there is one."""
    tqdm.write(f"telltale: {sentence}", file=sys.stderr)
