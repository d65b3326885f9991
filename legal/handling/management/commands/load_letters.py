"""Adds the templates of letters a portal begins with."""

from legal.handling.actions.loading import load_letters
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Add the templates of letters the portal lacks; what staff have changed stays."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"Templates of letters added: {load_letters()}.")
