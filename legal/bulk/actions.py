"""Making the files of the open data."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone, translation

from legal.bulk import folder
from legal.bulk.corpus import KINDS
from legal.bulk.folder import File, Manifest
from portal.languages import DEFAULT
from portal.reference.models import Jurisdiction

logger = logging.getLogger(__name__)


def make() -> list[File]:
    """Make all files anew, as the corpus stands at one moment, and exchange the list of them at the end.

    `BusyError` where they are being made. Those of the list before stay until the next time.
    """
    place = Path(settings.OPEN_DATA_DIR)
    with folder.held(place):
        made, before = timezone.now(), folder.manifest(place)
        with translation.override(DEFAULT.code), one_moment():
            files = list(_written(place))
        names = {file.name for file in files}
        old = [file.name for file in before.files if file.name not in names]
        folder.exchange(place, Manifest(made=made, files=files, before=old))
    logger.info("open data made: %s files", len(files))
    return files


def _written(place: Path) -> Iterator[File]:
    for jurisdiction in Jurisdiction.objects.order_by("code"):
        for kind, lines in KINDS.items():
            file = folder.write(place, kind, jurisdiction.code, lines(jurisdiction))
            if file:
                yield file


@contextmanager
def one_moment() -> Iterator[None]:
    """A transaction that sees the database as it was at its beginning, and writes nothing."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
