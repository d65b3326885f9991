"""Adds the services of a file, and what is confirmed of states and the Apostille Convention."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import CommandError

from legal.services.actions.loading import load_legalizations, load_services
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Add the services that a file describes and the portal lacks; what staff have changed stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="services in three languages, as demo/services.toml")

    def handle(self, *, file: Path, **options: object) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        services, states = load_services(file), load_legalizations()
        self.stdout.write(f"Services added: {services}. States looked at for the Apostille Convention: {states}.")
