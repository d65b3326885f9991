"""Make the files of the open data now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from legal.bulk import actions
from legal.bulk.folder import BusyError


class Command(BaseCommand):
    help = "Make the files of the open data now, as beat has it done every night."

    def handle(self, **options: Any) -> None:
        try:
            files = actions.make()
        except BusyError as error:
            raise CommandError("The files are being made already; wait for whoever does.") from error
        for file in files:
            self.stdout.write(f"{file.sha256}  {file.name}  {file.records} records, {file.size} bytes")
