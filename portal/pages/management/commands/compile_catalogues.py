"""Compiles the message catalogues without gettext's programs, which a fresh machine does not have."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile each catalogue (.po) that is newer than its compiled form (.mo)."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                if _is_stale(source):
                    _compile(source)
                    self.stdout.write(f"Compiled {source.relative_to(folder)}.")


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def _compile(source: Path) -> None:
    """Written beside and moved into place: a reader sees the old catalogue or the new one."""
    with source.open("rb") as file:
        catalogue = read_po(file)
    beside = source.with_suffix(".mo.new")
    with beside.open("wb") as file:
        write_mo(file, catalogue)
    beside.replace(source.with_suffix(".mo"))
