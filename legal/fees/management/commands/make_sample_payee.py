"""Makes the sample account for fees of a demonstration."""

from legal.fees.actions.samples import make_sample_payee
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make the sample account for fees, to which nothing must be paid."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"Sample accounts for fees made: {int(make_sample_payee())}.")
