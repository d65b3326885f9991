"""Makes the sample of a demonstration."""

from django.core.management.base import CommandError

from legal.appraisal.actions.samples import make_sample_appraisal
from legal.exhibits.models import Exhibit
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make a sample of the verified sample enterprise, from one of its exhibits."

    def handle(self, **options: object) -> None:
        if not Exhibit.objects.exists():
            raise CommandError("There is no exhibit to make it from: make the sample exhibits.")
        made = make_sample_appraisal()
        self.stdout.write(f"Sample made: {made.number}." if made else "The sample is there already.")
