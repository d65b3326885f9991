"""`manage.py reindex`: build the search index anew, beside the one in use, and swap it in."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from portal.search import actions


class Command(BaseCommand):
    help = "Builds the search index from the database beside the one in use and swaps it in."

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(unit=" passages", desc="Indexing", mininterval=0.5) as bar:
            actions.rebuild(report=bar.update)
            self.stdout.write(f"{bar.n} passages and titles indexed.")
