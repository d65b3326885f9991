"""Writes the page of the documentation that is made out of the tables."""

from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand

from legal.matters.describing import document
from legal.matters.kinds import BY_SLUG

PAGE: Final = Path("docs") / "matter-courses.md"


class Command(BaseCommand):
    help = f"Write {PAGE} out of the tables of moves and of notices."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / PAGE
        path.write_text(document(BY_SLUG.values()), encoding="utf-8")
        self.stdout.write(f"{PAGE} is written.")
