"""Forging the faces of a photograph. What --help says is in the catalogue."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from forensics.cli.output_checks import make_folder
from forensics.error_codes import SettingsCode
from forensics.errors import SettingsError
from forensics.formatting import display_name
from forensics.messages.catalogue import text

if TYPE_CHECKING:
    from forensics.synthesis.families import ForgeryFunction


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photo", metavar="PHOTO", type=Path, help=text("cli-forge-photo"))
    parser.add_argument("donors", metavar="DONOR_PHOTO", nargs="*", type=Path, help=text("cli-forge-donors"))
    parser.add_argument("--family", metavar="NAME", default="all", help=text("cli-forge-family"))
    parser.add_argument("--seed", type=int, default=1, help=text("cli-forge-seed"))
    parser.add_argument("--out", metavar="FOLDER", type=Path, required=True, help=text("cli-forge-out"))
    parser.add_argument("--sheet", action="store_true", help=text("cli-forge-sheet"))


def run(args: argparse.Namespace) -> int:
    """Returns 0. Raises TelltaleError, OSError: something could not be forged, or an output not be written."""
    from forensics.cli import forge_photo, forgery_files  # noqa: PLC0415, import the families; --help need not wait

    families = _selected_families(args.family)
    if args.seed < 0:
        raise SettingsError(SettingsCode.WRONG_SEED, came=args.seed)
    photo, *donors = forge_photo.read_photos(args.photo, args.donors)
    make_folder(args.out)
    rows = []
    for name, family in families.items():
        result = forge_photo.forge_faces(photo, donors, family, args.seed)
        forgery_files.write_forgery(args.out, photo, donors, name, args.seed, result)
        if args.sheet:
            rows.append(forgery_files.sheet_row(photo, name, result))
    if args.sheet:
        forgery_files.write_sheet(args.out, photo, rows)
    return 0


def _selected_families(name: str) -> Mapping[str, "ForgeryFunction"]:
    """Raises SettingsError (`unknown_family`)."""
    from forensics.synthesis.families import FAMILIES  # noqa: PLC0415, --help need not wait

    if name == "all":
        return {name: family.forge for name, family in FAMILIES.items()}
    if name not in FAMILIES:
        raise SettingsError(SettingsCode.UNKNOWN_FAMILY, name=display_name(name), known=", ".join(FAMILIES))
    return {name: FAMILIES[name].forge}
