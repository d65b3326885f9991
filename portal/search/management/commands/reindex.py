"""`manage.py reindex`: build the search index anew, beside the one in use, and swap it in."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.search import progress


class Command(BaseCommand):
    help = "Builds the search index from the database beside the one in use and swaps it in."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{progress.rebuild()} passages and titles indexed.")
