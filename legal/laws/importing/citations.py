"""The citations of an edition whose words have changed, found anew as a whole."""

from collections.abc import Iterator

from django.db import connection

from legal.laws.importing.held import HeldEdition
from legal.laws.importing.storing import EditionChanges
from legal.laws.kinds import ProvisionKind
from legal.laws.linking import Linker
from legal.laws.models import Citation, Law

COPY = 'COPY laws_citation (provision_id, language, start, "end", law_id, name, key, path) FROM STDIN'
# Titles name the law itself, and notes its history.
SILENT = frozenset({ProvisionKind.TITLE, ProvisionKind.NOTE})


def cite(linker: Linker, law: Law, change: EditionChanges) -> None:
    """Replace the citations of an edition where anything in it was changed."""
    if not change.inside:
        return
    edition = change.edition
    if edition.stored is not None:
        Citation.objects.filter(provision__edition=edition.id).delete()
    places = {provision.path for provision in edition.provisions}
    rows = list(linker.citations(law, places, _texts(edition)))
    if rows:
        with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(COPY) as copy:
            for row in rows:
                copy.write_row(
                    (row.provision_id, row.language, row.start, row.end, row.law_id, row.name, row.key, row.path)
                )


def _texts(edition: HeldEdition) -> Iterator[tuple[int, str, str]]:
    for provision in edition.provisions:
        if provision.kind not in SILENT and provision.id is not None:
            for language, text in provision.texts.items():
                if text.body:
                    yield provision.id, language, text.body
