"""Time from a server that answers to its first page, and what a browser loads for it: python -m docs.first_page

Each time another server, with nothing kept by the browser. Needs requirements-dev.txt and a browser (`make browser`).
"""

import argparse
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]

PACKED_BYTES = """performance.getEntriesByType("resource").reduce((sum, one) => sum + one.encodedBodySize, 0)"""


def main() -> None:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkout", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--times", type=int, default=5, help="(%(default)s)")
    args = parser.parse_args()
    seconds, megabytes = zip(*(first_page(args.checkout.resolve()) for _ in range(args.times)), strict=True)
    print(f"{median(seconds):.1f} s ({min(seconds):.1f} to {max(seconds):.1f}), {median(megabytes):.1f} MB")


def first_page(checkout: Path) -> tuple[float, float]:
    """Seconds until files can be dropped and samples be clicked; megabytes of the answers, packed as they came."""
    from tests.fixtures.browsing import UPLOADS, opened, served  # noqa: PLC0415

    with served(checkout / "app.py", {"TELLTALE_LANGUAGE": "en"}, checkout) as address, opened("about:blank") as page:
        started = time.monotonic()
        page.goto(address)
        page.locator(UPLOADS).wait_for(state="attached")
        page.locator("[class*=st-key-sample_] img, [class*=sample] img").first.wait_for(state="attached")
        seconds = time.monotonic() - started
        page.wait_for_load_state("networkidle")
        return seconds, page.evaluate(PACKED_BYTES) / 1e6


if __name__ == "__main__":
    main()
