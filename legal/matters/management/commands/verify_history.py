"""Whether a downloaded history of a matter is as it was written."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from legal.matters.chain import BrokenChainError
from legal.matters.checking import NoSuchFormatError, check_history


class Command(BaseCommand):
    help = "Verify the history of a matter that was downloaded as JSON."
    # It looks at a file, and at nothing else.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            matter, count = check_history(options["file"])
        except NoSuchFormatError as error:
            raise CommandError(f"{error} is no history of a matter.") from error
        except BrokenChainError as error:
            raise CommandError(f"Changed: from entry {error.position} on it is not as it was written.") from error
        self.stdout.write(f"{matter}: {count} entries, each as it was written.")
