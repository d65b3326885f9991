"""A search index where there is none: what a deployment runs before its first web process."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from portal.search.reading import folder


class Command(BaseCommand):
    help = "Build the search index where there is none."

    def handle(self, **options: object) -> None:
        if folder().state() is None:
            call_command("reindex", stdout=self.stdout)
        else:
            self.stdout.write("The search index is there.")
