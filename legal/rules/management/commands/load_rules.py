"""`manage.py load_rules`: the figures, fee tables, institutions and calendars that every installation knows."""

from legal.rules.actions.loading import load
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = (
        "Adds the institutions, rules, fee tables and calendars that the portal knows, and brings days of calendars up "
        "to the library of holidays; what staff have changed stays."
    )

    def handle(self, **options: object) -> None:
        for name, number in load().items():
            self.stdout.write(f"{name}: {number} added or changed")
