"""Provisions that waited for their law, linked once it is held; and the editions of the day of decision, found anew."""

from collections.abc import Iterator
from typing import Final

from django.db import connection, transaction

from legal.cases.applying import Folders
from legal.cases.models import Case, CaseProvision
from legal.laws.beside import Names

# Every row that waits under a name, with the law it means and the place in the unit of that law; `keeper` is the row
# that stays where several come to mean one place.
MEANT: Final = r"""
    WITH meant AS (
        SELECT applied.id, applied.case_id, applied.stated, law.id AS law,
            regexp_replace(applied.path, '(^|/)(article|section)-', '\1' || law.unit || '-') AS path
        FROM unnest(%s::bigint[], %s::text[], %s::bool[], %s::bigint[]) AS found (jurisdiction, name, stated, law)
        JOIN laws_law AS law ON law.id = found.law
        JOIN cases_caseprovision AS applied
            ON applied.law_id IS NULL AND applied.name = found.name AND applied.stated = found.stated
        JOIN cases_case AS one ON one.id = applied.case_id AND one.jurisdiction_id = found.jurisdiction
    ), ranked AS (
        SELECT meant.id, meant.law, meant.path,
            coalesce(held.id, min(meant.id) OVER of_place) AS keeper,
            bool_or(meant.stated) OVER of_place AS stated
        FROM meant LEFT JOIN cases_caseprovision AS held
            ON held.case_id = meant.case_id AND held.law_id = meant.law AND held.path = meant.path
        WINDOW of_place AS (PARTITION BY meant.case_id, meant.law, meant.path)
    )
"""
STATEMENTS: Final = (
    (
        "UPDATE cases_casemention AS mention SET applied_id = ranked.keeper FROM ranked"
        " WHERE mention.applied_id = ranked.id AND ranked.keeper <> ranked.id"
    ),
    (
        "UPDATE cases_caseprovision AS applied"
        " SET law_id = ranked.law, path = ranked.path, stated = applied.stated OR ranked.stated FROM ranked"
        " WHERE applied.id = ranked.keeper"
    ),
    (
        "DELETE FROM cases_caseprovision AS applied USING ranked"
        " WHERE applied.id = ranked.id AND ranked.keeper <> ranked.id"
    ),
)
# `Law.edition_on` the day of decision, none where it is not known; for all rows at once, or for those of one case. Only
# those are written that differ.
EDITIONS: Final = """
    UPDATE cases_caseprovision AS applied SET edition_id = found.edition
    FROM (
        SELECT held.id, (
            SELECT edition.id FROM laws_edition AS edition
            WHERE edition.law_id = held.law_id AND one.decided IS NOT NULL
                AND (edition.day IS NULL OR edition.day <= one.decided)
            ORDER BY edition.day DESC NULLS LAST, edition.id DESC LIMIT 1
        ) AS edition
        FROM cases_caseprovision AS held JOIN cases_case AS one ON one.id = held.case_id
        WHERE held.law_id IS NOT NULL
    ) AS found
    WHERE applied.id = found.id AND applied.edition_id IS DISTINCT FROM found.edition
        AND (%(case)s::bigint IS NULL OR applied.case_id = %(case)s)
"""


@transaction.atomic
def settle(index: Names) -> None:
    """Link what waits for laws held by now, and give every application the edition of its day."""
    found = list(_found(index))
    with connection.cursor() as cursor:
        if found:
            columns = [list(column) for column in zip(*found, strict=True)]
            for statement in STATEMENTS:
                cursor.execute(MEANT + statement, columns)
        cursor.execute(EDITIONS, {"case": None})


def settle_editions(case: Case) -> None:
    """Give every application of one case the edition of its day of decision, and none where there is no day."""
    with connection.cursor() as cursor:
        cursor.execute(EDITIONS, {"case": case.pk})


def _found(index: Names) -> Iterator[tuple[int, str, bool, int]]:
    """The names that wait and mean one law held: jurisdiction of the case, name, whether its record gave it, law."""
    folders = Folders()
    rows = CaseProvision.objects.filter(law=None).order_by().values_list("case__jurisdiction", "name", "stated")
    for jurisdiction, name, stated in rows.distinct():
        law = folders.law(name) if stated else only(index.find(name, jurisdiction))
        if law:
            yield jurisdiction, name, stated, law


def only(laws: set[int]) -> int | None:
    """The one there is; None where there is none, or several."""
    return next(iter(laws)) if len(laws) == 1 else None
