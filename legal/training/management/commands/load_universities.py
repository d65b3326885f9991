"""Adds the partner universities that the source names."""

from legal.training.actions.loading import load_universities
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Add the partner universities that the source names; what staff have changed stays."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"Universities added: {load_universities()}.")
