"""Adds the industries of the zone that its announcement names."""

from enterprises.actions.industries import load_industries
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Add the industries of the zone that its announcement names; what staff have changed stays."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"Industries added: {load_industries()}.")
