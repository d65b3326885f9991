"""Whether files are those of a receipt."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from legal.matters.checking import Checked, NoSuchFormatError, check, read_manifest, sum_of, told
from legal.matters.freezing import ANSWER_FORMAT
from legal.matters.stamping import NotStampedError, read_certificates, verify


class Command(BaseCommand):
    help = "Verify a manifest.json against its receipt, and files against the manifest."
    # It looks at files, and at nothing else.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("manifest", type=Path, help="manifest.json, as it was downloaded")
        parser.add_argument("files", type=Path, nargs="*", help="files that were submitted, whatever they are called")
        parser.add_argument("--timestamp", type=Path, help="timestamp.tsr, as it was downloaded")
        parser.add_argument("--certificates", type=Path, help="the certificates of the authority, as one PEM file")
        parser.add_argument("--sha256", default="", help="the sum that is printed on the receipt")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._verify(options)
        except NoSuchFormatError as error:
            raise CommandError(f"{error} is no list of a submission.") from error
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read.") from error

    def _verify(self, options: dict[str, Any]) -> None:
        manifest = read_manifest(options["manifest"])
        found = sum_of(options["manifest"])
        what = "answer" if manifest["format"] == ANSWER_FORMAT else "submission"
        self.stdout.write(told(f"{manifest['number']}, {what} {manifest['position']}, {manifest['submitted_at']}"))
        self.stdout.write(f"manifest.json {found}")
        if options["timestamp"]:
            self._tell_of_stamp(**{name: options[name] for name in ("timestamp", "manifest", "certificates")})
        strangers = [one for one in check(manifest, options["files"]) if self._told(one)]
        wanted = "".join(options["sha256"].split()).lower()
        if wanted and wanted != found:
            raise CommandError("The manifest is not that of the receipt.")
        if strangers:
            raise CommandError(f"Not submitted: {len(strangers)}.")

    def _tell_of_stamp(self, *, timestamp: Path, manifest: Path, certificates: Path | None) -> None:
        """Say when an authority has seen the manifest, and which."""
        if certificates is None:
            raise CommandError("Name the certificates of the authority: --certificates tsa.pem")
        try:
            trusted = read_certificates(certificates)
            found = verify(timestamp.read_bytes(), manifest.read_bytes(), trusted)
        except (NotStampedError, OSError, ValueError) as error:
            raise CommandError(f"{timestamp} is no time-stamp of this manifest: {error}") from error
        self.stdout.write(f"{timestamp}: {found.at.isoformat()}, {found.authority}")

    def _told(self, one: Checked) -> bool:
        """Say what a file is; whether it is none of those submitted."""
        self.stdout.write(f"{one.path}: {'submitted as ' + told(one.listed_as) if one.listed_as else 'not submitted'}")
        return not one.listed_as
