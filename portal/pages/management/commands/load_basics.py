"""What every installation begins with, one command after the other in one process."""

from typing import Any, Final

from django.core.management import call_command
from django.core.management.base import BaseCommand

# In order; each leaves alone what is there already.
BASICS: Final = (
    "apply_roles",
    "load_privacy",
    "load_industries",
    "load_universities",
    "load_rules",
    "load_letters",
)


class Command(BaseCommand):
    help = "Load what every installation begins with: roles, texts of consents, industries, rules, letters."

    def handle(self, **options: Any) -> None:
        for command in BASICS:
            call_command(command, stdout=self.stdout, stderr=self.stderr)
