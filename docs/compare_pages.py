"""Time of a photograph on the page to its first finding, old and new: python -m docs.compare_pages OLD NEW PHOTO

Both apps are served at once and get the photograph in turn, each time with other bytes and in a browser of its own, so
that whatever else the machine does meets both alike. Printed is the geometric mean of the ratios new over old, with
its interval. Needs requirements-dev.txt and a browser (`make browser`).
"""

import argparse
import time
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from forensics.benchmark.statistics import bootstrap_mean

FOUND = "found and scored"
"""What both pages say when the faces of a photograph are there."""


def main() -> None:
    """The program."""
    from tests.fixtures.browsing import served  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", type=Path, help="folder of the one checkout")
    parser.add_argument("new", type=Path, help="folder of the other")
    parser.add_argument("photo", type=Path)
    parser.add_argument("--times", type=int, default=12, help="(%(default)s)")
    args = parser.parse_args()
    photo, english = args.photo.read_bytes(), {"TELLTALE_LANGUAGE": "en"}
    checkouts = [folder.resolve() for folder in (args.old, args.new)]
    with ExitStack() as servers:
        apps = [servers.enter_context(served(folder / "app.py", english, folder)) for folder in checkouts]
        for app in apps:
            seconds_to_finding(app, photo)  # the first visitor waits for the networks' software
        pairs = [[seconds_to_finding(app, photo + bytes([number])) for app in apps] for number in range(args.times)]
    print(told(np.array(pairs)))


def seconds_to_finding(address: str, photo: bytes) -> float:
    """From handing over the photograph until the page says how many faces were found."""
    from tests.fixtures.browsing import UPLOADS, opened  # noqa: PLC0415

    with opened(address) as page:
        page.locator(UPLOADS).wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        started = time.monotonic()
        page.set_input_files(UPLOADS, {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo})
        page.get_by_text(FOUND).first.wait_for()
        return time.monotonic() - started


def told(pairs: np.ndarray) -> str:
    """pairs: (n, 2) seconds, old and new."""
    ratios = pairs[:, 1] / pairs[:, 0]
    low, high = np.exp(bootstrap_mean(np.log(ratios)))
    ratio, (old, new) = np.exp(np.log(ratios).mean()), np.median(pairs, axis=0)
    return (
        f"median {old:.2f} s and {new:.2f} s; ratio {ratio:.2f}, 95 % interval {low:.2f} to {high:.2f}, "
        f"n = {len(ratios)}"
    )


if __name__ == "__main__":
    main()
