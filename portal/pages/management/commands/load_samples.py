"""All the sample data, one command after the other in one process: each would take seconds to start by itself."""

import time
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from portal.pages.demonstration import LOADS


class Command(BaseCommand):
    help = "Load the sample data of a demonstration into an empty portal, or what a later version has more of it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("samples", type=Path, help="the folder of sample data")

    def handle(self, *, samples: Path, **options: Any) -> None:
        for name, command, *folders in LOADS:
            self._say(f"  {name} …")
            began = time.monotonic()
            call_command(command, *(str(samples / below) for below in folders), stdout=self.stdout, stderr=self.stderr)
            self._say(f"  {name}: done in {time.monotonic() - began:.1f} s.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
