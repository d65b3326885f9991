"""`manage.py apply_retention [--dry-run]`: what was kept long enough goes, told in a table."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from portal.privacy.actions import retention

LINE = "{kind:<24} {days:>10} {count:>10}"


class Command(BaseCommand):
    help = "Remove the records that were kept long enough, by the retention rules."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only count what would be removed")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        self.stdout.write(LINE.format(kind="kind", days="days", count="would go" if dry_run else "removed"))
        for outcome in retention.apply(now=timezone.now(), rehearse=dry_run):
            days = "undecided" if outcome.rule.days is None else outcome.rule.days
            count = "-" if outcome.count is None else outcome.count
            self.stdout.write(LINE.format(kind=outcome.rule.kind, days=days, count=count))
