"""Bring firms and lawyers into the portal."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from tqdm import tqdm

from legal.laws.importing.progress import language_of_operator
from legal.lawyers.importing.reading import read_firms
from legal.lawyers.importing.run import run, summary
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Import law firms and their lawyers below a path: TOML files, each of one firm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a folder of files of firms, or one file")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and tell what would be written")

    def handle(self, *, path: Path, dry_run: bool, **options: Any) -> None:
        with override(language_of_operator()):
            with tqdm(desc=_("Importing lawyers"), unit="", mininterval=0.5) as bar:
                report = run(read_firms(path), dry_run=dry_run, progress=bar.update)
            for line in summary(report, dry_run=dry_run):
                self.stdout.write(line)
        if not report.succeeded:
            sys.exit(1)
