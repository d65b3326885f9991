"""Makes the sample requests for arbitration of a demonstration."""

from django.core.management.base import CommandError

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.arbitration.actions.samples import make_sample_requests
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make sample requests for arbitration of the verified sample enterprise."

    def handle(self, **options: object) -> None:
        if not Enterprise.objects.filter(memberships__person__email=OWNER, state=State.VERIFIED).exists():
            raise CommandError("There is no enterprise to file for: make the sample enterprises.")
        self.stdout.write(f"Sample requests for arbitration made: {len(make_sample_requests())}.")
