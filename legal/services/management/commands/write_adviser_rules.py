"""Writes the rules of the adviser into its documentation."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from legal.services.adviser import document


class Command(BaseCommand):
    help = "Write the table of the adviser’s rules into docs/services.md, between its marks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, default=settings.BASE_DIR / "docs" / "services.md")

    def handle(self, *, file: Path, **options: object) -> None:
        document.write(file)
        self.stdout.write(f"Rules written into {file}.")
