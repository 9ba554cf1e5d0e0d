"""Whether two checkouts of Telltale say the same of the same files: python -m docs.compare_checkouts OLD NEW FILE…

Each is run as a user would run it, by its own command line, with a report, masks, tables and maps of faces. Equal to
the last digit have to be every number, decision, reason and box of the JSON, every mask, every table, and the words of
the report but for the hash of its JSON; that a line or a page breaks elsewhere is no difference. What differs is
listed; the exit code is 1 then.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pypdfium2

from forensics.export.document_schema import read_document
from forensics.io.serialization import encode_hook

MAPS = "hirescam,integrated_gradients"

MAX_LISTED = 40

NOT_COMPARED = {"versions", "code", "group", "parameters", "because"}
"""Fields of the JSON: of the software, and of facts all but their sentence, in which everything else stands too and
which alone version 1 had of each."""


def main() -> int:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", type=Path, help="folder of the one checkout")
    parser.add_argument("new", type=Path, help="folder of the other")
    parser.add_argument("files", type=Path, nargs="+", help="pictures and videos")
    parser.add_argument("--explain", default=MAPS, help="maps of each face, which take most of the time; '' for none")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        outputs = [Path(folder, name) for name in ("old", "new")]
        for checkout, output in zip((args.old, args.new), outputs, strict=True):
            analyze(checkout.resolve(), [file.resolve() for file in args.files], output, args.explain)
        found = list(islice(differences(*outputs), MAX_LISTED))
    print("\n".join(found) or f"{len(args.files)} files: no difference")
    return int(bool(found))


def analyze(checkout: Path, files: list[Path], output: Path, maps: str) -> None:
    """Raises CalledProcessError where the command line is used wrongly; a file that cannot be analyzed is a result."""
    output.mkdir()
    options = ["--json", "out.json", "--pdf", "out.pdf", "--masks", "masks", "--csv", "tables"]
    options += ["--explain", maps] if maps else []
    command = [sys.executable, "-m", "forensics", "analyze", *map(str, files), *options]
    done = subprocess.run(command, cwd=output, env=os.environ | {"PYTHONPATH": str(checkout)}, check=False)
    if done.returncode > 1:
        done.check_returncode()


def differences(old: Path, new: Path) -> Iterator[str]:
    """One line for each, of two folders that `analyze` filled."""
    documents = [read_document((folder / "out.json").read_bytes()) for folder in (old, new)]
    yield from unlike(*(msgspec.to_builtins(document, enc_hook=encode_hook) for document in documents), "out.json")
    for kind in ("masks", "tables"):
        names = {path.name for folder in (old, new) for path in folder.glob(f"{kind}/*")}
        for name in sorted(names):
            contents = [path.read_bytes() if (path := folder / kind / name).exists() else b"" for folder in (old, new)]
            if contents[0] != contents[1]:
                yield f"{kind}/{name} differs"
    words = [_words(folder) for folder in (old, new)]
    for word in sorted(words[0].keys() | words[1].keys()):
        if words[0][word] != words[1][word]:
            yield f"out.pdf: {word!r} {words[0][word]} times and {words[1][word]} times"


def _words(folder: Path) -> Counter[str]:
    """Text of the report, without the hash of its JSON, and how often each stands there: where lines and pages break is
    none of it, but for the numbers of pages and the heads of tables that go on."""
    digest = hashlib.sha256((folder / "out.json").read_bytes()).hexdigest()
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(folder / "out.pdf"))
    return Counter(text.replace(digest, "").split())


def unlike(old: object, new: object, place: str) -> Iterator[str]:
    """Where two values of JSON differ."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in sorted((old.keys() | new.keys()) - NOT_COMPARED):
            yield from unlike(old.get(name), new.get(name), f"{place}/{name}")
    elif isinstance(old, list | tuple) and isinstance(new, list | tuple) and len(old) == len(new):
        for number, pair in enumerate(zip(old, new, strict=True)):
            yield from unlike(*pair, f"{place}/{number}")
    elif old != new:
        yield f"{place}: {old!r} and {new!r}"


if __name__ == "__main__":
    sys.exit(main())
