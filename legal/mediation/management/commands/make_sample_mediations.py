"""Makes the sample mediations of a demonstration."""

from django.core.management.base import CommandError

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from enterprises.telling import registrars
from legal.mediation.actions.samples import OFFICER, OTHER, make_sample_mediations
from portal.accounts.models import User
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make sample mediations of the verified sample enterprise with a sample lawyer for the other side."

    def handle(self, **options: object) -> None:
        enterprises = Enterprise.objects.filter(memberships__person__email=OWNER, state=State.VERIFIED)
        if not enterprises.exists() or not User.objects.filter(email=OTHER).exists():
            raise CommandError("There are no two sides: make the sample enterprises and the accounts of lawyers first.")
        if not User.objects.filter(groups__name=OFFICER).exists() or not registrars().exists():
            raise CommandError("There is nobody to handle them: make the sample staff (make_sample_staff).")
        self.stdout.write(f"Sample mediations made: {len(make_sample_mediations())}.")
