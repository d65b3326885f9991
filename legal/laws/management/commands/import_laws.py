"""Bring a tree of law into the portal."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import override
from tqdm import tqdm

from legal.laws.importing import run
from legal.laws.importing.progress import counted, files_below, language_of_operator
from legal.laws.importing.summary import summary
from legal.laws.parsing.ahead import read_ahead
from legal.laws.parsing.tree import read_tree
from portal.history.commanding import RecordedCommand
from portal.search.progress import apply

# From so many files on, another process reads them: it takes a second to start.
MANY: Final = 200


class Command(RecordedCommand):
    help = "Import law folders, plain-text law folders or files of the national database below a path."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a tree of law, the folder of one law, or one file")
        parser.add_argument("--jurisdiction", help="take only law of this one, such as cn")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and tell what would be written")

    def handle(self, *, path: Path, jurisdiction: str | None, dry_run: bool, **options: Any) -> None:
        def index() -> None:
            bar.close()
            apply()

        with override(language_of_operator()):
            files = files_below(path)
            read = read_ahead if files >= MANY else read_tree
            with tqdm(total=files, desc=_("Importing"), unit="", mininterval=0.5) as bar:
                report = run(counted(read(path, jurisdiction), bar.update), dry_run=dry_run, index=index)
            for line in summary(report, dry_run=dry_run):
                self.stdout.write(line)
        if not report.succeeded:
            sys.exit(1)
