"""Bring cases into the portal."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from tqdm import tqdm

from legal.cases.importing import run
from legal.cases.importing.report import summary
from legal.cases.parsing.tree import read_cases
from legal.laws.importing.progress import language_of_operator
from portal.history.commanding import RecordedCommand
from portal.search.progress import apply


class Command(RecordedCommand):
    help = "Import cases below a path: TOML files of one case each, and JSON Lines of one case a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a folder of files of cases, or one file")
        parser.add_argument("--jurisdiction", default="cn", help="whose cases JSON Lines are that do not say it: cn")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and tell what would be written")

    def handle(self, *, path: Path, jurisdiction: str, dry_run: bool, **options: Any) -> None:
        def index() -> None:
            bar.close()
            apply()

        with override(language_of_operator()):
            with tqdm(desc=_("Importing cases"), unit="", mininterval=0.5) as bar:
                report = run(read_cases(path, jurisdiction), dry_run=dry_run, progress=bar.update, index=index)
            for line in summary(report, dry_run=dry_run):
                self.stdout.write(line)
        if not report.succeeded:
            sys.exit(1)
