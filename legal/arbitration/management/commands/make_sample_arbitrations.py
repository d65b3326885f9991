"""Makes the sample requests for arbitration of a demonstration."""

from django.core.management.base import CommandError

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.arbitration.actions.samples import CASHIER, OFFICER, make_sample_requests
from legal.fees.models import Payee
from portal.accounts.models import User
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make sample requests for arbitration of the verified sample enterprise."

    def handle(self, **options: object) -> None:
        if not Enterprise.objects.filter(memberships__person__email=OWNER, state=State.VERIFIED).exists():
            raise CommandError("There is no enterprise to file for: make the sample enterprises.")
        if User.objects.filter(email__in=(OFFICER, CASHIER)).count() < len((OFFICER, CASHIER)):
            raise CommandError("There is nobody to decide on them: make the sample staff (make_sample_staff).")
        if not Payee.objects.in_use().filter(sample=True).exists():
            raise CommandError("There is no account for fees: make the sample payee (make_sample_payee).")
        self.stdout.write(f"Sample requests for arbitration made: {len(make_sample_requests())}.")
