"""Write laws back as law folders."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from tqdm import tqdm

from legal.laws.exporting import export_laws
from legal.laws.importing.progress import language_of_operator
from legal.laws.models import Law, LawQuerySet


class Command(BaseCommand):
    help = "Write law folders below a path, which import_laws reads again as the same laws."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="where the folders are to be written")
        parser.add_argument("--jurisdiction", help="write only law of this one, such as cn")
        parser.add_argument("--law", help="write only laws of this slug, such as civil-code")

    def handle(self, *, path: Path, jurisdiction: str | None, law: str | None, **options: Any) -> None:
        laws = Law.objects.all()
        if jurisdiction:
            laws = laws.filter(jurisdiction__code=jurisdiction)
        if law:
            laws = laws.filter(slug=law)
        with override(language_of_operator()):
            if (jurisdiction or law) and not laws.exists():
                self.stderr.write(_("There is no such law."))
                sys.exit(1)
            count = self.export(laws, path)
            told = ngettext("%(count)s law was written to %(path)s.", "%(count)s laws were written to %(path)s.", count)
            self.stdout.write(told % {"count": count, "path": path})

    def export(self, laws: LawQuerySet, path: Path) -> int:
        """How many laws were written; `CommandError` where the place cannot be written to."""
        try:
            with tqdm(total=laws.count(), desc=_("Exporting"), unit="", mininterval=0.5) as bar:
                return export_laws(laws, path, progress=bar.update)
        except OSError as error:
            told = {"path": error.filename or path, "reason": error.strerror or str(error)}
            raise CommandError(_("Nothing can be written to %(path)s: %(reason)s.") % told) from error
