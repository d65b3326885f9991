"""`manage.py load_reference [FOLDER]`: the portal's own reference data, and that of a folder."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from portal.history.commanding import RecordedCommand
from portal.reference import actions
from portal.reference.loading import OWN
from portal.search import progress


class Command(RecordedCommand):
    help = (
        "Loads the portal's own jurisdictions, regions and topics, and what a folder has of jurisdictions.toml, "
        "regions.toml, topics.toml, terms.tsv, vocabulary.tsv and lay-words.tsv."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, nargs="?", default=OWN)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder.")
        with progress.told(_("Loading")) as bar:
            changed = actions.load(folder, report=bar.update)
        for name, number in changed.items():
            self.stdout.write(f"{name}: {number} new or changed")
        progress.apply()
