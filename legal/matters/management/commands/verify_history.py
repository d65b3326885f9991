"""Whether a downloaded history of a matter is as it was written."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from legal.matters.chain import BrokenChainError, MissingEntriesError
from legal.matters.checking import NoSuchFormatError, OtherHistoryError, check_history, told


class Command(BaseCommand):
    help = "Verify the history of a matter that was downloaded as JSON."
    # It looks at a file, and at nothing else.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        told = "What was kept of it before: a history, a manifest.json."
        parser.add_argument("--kept", type=Path, nargs="+", default=[], metavar="FILE", help=told)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            matter, count = check_history(options["file"], options["kept"])
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read.") from error
        except NoSuchFormatError as error:
            raise CommandError(f"{error} is no history of a matter.") from error
        except OtherHistoryError as error:
            raise CommandError(f"Changed: it does not go on from where it stood in {error}.") from error
        except MissingEntriesError as error:
            raise CommandError(missing(error)) from error
        except BrokenChainError as error:
            raise CommandError(f"Changed: from entry {error.position} on it is not as it was written.") from error
        self.stdout.write(f"{told(matter)}: {count} entries, each as it was written.")


def missing(error: MissingEntriesError) -> str:
    """How many entries were taken out, and where."""
    few = "1 entry is" if error.missing == 1 else f"{error.missing} entries are"
    return f"Cut: {few} missing {'at the end' if error.at_end else f'from entry {error.position} on'}."
