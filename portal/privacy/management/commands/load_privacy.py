"""`manage.py load_privacy`: the texts of consents and the retention rules an installation begins with."""

from django.core.management.base import BaseCommand

from portal.privacy import loading


class Command(BaseCommand):
    help = "Write the draft texts of consents and the retention rules where there are none."

    def handle(self, **options: object) -> None:
        for name, number in loading.load().items():
            self.stdout.write(f"{name}: {number} new")
