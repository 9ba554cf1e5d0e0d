"""The reference pictures of the command line: found, read, scored, and every one that is of no use named."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from forensics.cli.console import log
from forensics.cli.input_files import PICTURE_SUFFIXES, find_input_files, read_file
from forensics.error_codes import SettingsCode
from forensics.errors import MediaError, SettingsError
from forensics.formatting import display_name
from forensics.messages.catalogue import text
from forensics.types.analysis import AnalysisSettings
from forensics.types.references import References, Unusable

if TYPE_CHECKING:
    from forensics.detectors.registry import Detector


def find_reference_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The pictures that these files and folders mean. Raises SettingsError before any work where one does not exist, or
    none is a picture."""
    if not paths:
        return ()
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise SettingsError(SettingsCode.MISSING_REFERENCE, path=display_name(str(missing[0])))
    found = find_input_files(paths, (), PICTURE_SUFFIXES)
    for _, error in found.failures:
        log(f"--reference: {error}")
    if not found.files:
        raise SettingsError(SettingsCode.NO_REFERENCE)
    if found.left_out:
        log(text("cli-references-passed-over", files=found.left_out))
    return found.files


def read_references(
    paths: Sequence[Path], questioned: Iterable[Path], settings: AnalysisSettings, detector: "Detector"
) -> References | None:
    """The faces of these pictures, scored by the same detector with the same settings; None without any path.

    A picture with the bytes of one of the questioned files is none. Whatever gives no face is said, one line each.
    """
    if not paths:
        return None
    from forensics.analysis.reference_wording import reference_summary, unusable_sentence  # noqa: PLC0415
    from forensics.analysis.references import score_references  # noqa: PLC0415, what it calls imports torch

    unread: list[tuple[str, Unusable]] = []
    files = [(path.name, content) for path in paths if (content := _content(path, unread)) is not None]
    under_question = _hashes(questioned, {len(content) for _, content in files})
    found = score_references(files, settings, detector, under_question)
    references = References(found.faces, (*unread, *found.unusable))
    for name, why in references.unusable:
        log(unusable_sentence(name, why))
    log(reference_summary(references, detector.card))
    return references


def _content(path: Path, unread: list[tuple[str, Unusable]]) -> bytes | None:
    try:
        return read_file(path)
    except MediaError:
        unread.append((display_name(path.name), Unusable.NOT_READ))
        return None


def _hashes(paths: Iterable[Path], sizes: set[int]) -> Iterator[str]:
    """SHA-256 of those that have the size of a reference picture: the others cannot be the same bytes."""
    for path in paths:
        try:
            if path.stat().st_size in sizes:
                yield sha256(read_file(path)).hexdigest()
        except (OSError, MediaError):  # it is said when its turn comes
            continue
