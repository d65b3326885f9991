"""Makes the sample exhibits of a demonstration."""

from django.core.management.base import CommandError

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.exhibits.actions.samples import make_sample_exhibits
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make sample exhibits of the verified sample enterprise."

    def handle(self, **options: object) -> None:
        if not Enterprise.objects.filter(memberships__person__email=OWNER, state=State.VERIFIED).exists():
            raise CommandError("There is no enterprise to keep exhibits: make the sample enterprises.")
        self.stdout.write(f"Sample exhibits made: {len(make_sample_exhibits())}.")
