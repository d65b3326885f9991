"""`manage.py load_reference demo`: jurisdictions, regions, topics and terms from files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.reference import actions
from portal.search import actions as search


class Command(BaseCommand):
    help = (
        "Loads jurisdictions.toml, regions.toml, topics.toml, terms.tsv, vocabulary.tsv and lay-words.tsv of a folder."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder.")
        for name, number in actions.load(folder).items():
            self.stdout.write(f"{name}: {number} new or changed")
        search.apply()
