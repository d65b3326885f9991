"""Provisions that waited for their law, linked as citations of laws are; and the editions of the day of decision."""

from collections.abc import Iterator
from typing import Final

from django.db import connection, transaction
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from legal.cases.applying import Folders
from legal.cases.models import Case, CaseProvision, CaseProvisionQuerySet
from legal.laws.beside import Learned, Names
from legal.laws.models import Edition
from legal.laws.naming import cited_key

# Every row that waits under a name, with the law it means, what of the name is of that law, and the place in the unit
# of that law; `keeper` is the row that stays where several come to mean one place.
MEANT: Final = r"""
    WITH meant AS (
        SELECT applied.id, applied.case_id, applied.stated, law.id AS law, applied.name, found.bare, found.key,
            regexp_replace(applied.path, '(^|/)(article|section)-', '\1' || law.unit || '-') AS path
        FROM unnest(%s::bigint[], %s::text[], %s::bool[], %s::bigint[], %s::text[], %s::text[])
            AS found (jurisdiction, name, stated, law, bare, key)
        JOIN laws_law AS law ON law.id = found.law
        JOIN cases_caseprovision AS applied
            ON applied.law_id IS NULL AND applied.name = found.name AND applied.stated = found.stated
        JOIN cases_case AS one ON one.id = applied.case_id AND one.jurisdiction_id = found.jurisdiction
    ), ranked AS (
        SELECT meant.id, meant.law, meant.path, meant.name, length(meant.name) - length(meant.bare) AS cut,
            coalesce(held.id, min(meant.id) OVER of_place) AS keeper,
            coalesce(held.name, first_value(meant.bare) OVER (of_place ORDER BY meant.id)) AS called,
            coalesce(held.key, first_value(meant.key) OVER (of_place ORDER BY meant.id)) AS key,
            bool_or(meant.stated) OVER of_place AS stated
        FROM meant LEFT JOIN cases_caseprovision AS held
            ON held.case_id = meant.case_id AND held.law_id = meant.law AND held.path = meant.path
        WINDOW of_place AS (PARTITION BY meant.case_id, meant.law, meant.path)
    )
"""
STATEMENTS: Final = (
    (
        "UPDATE cases_casemention AS mention SET start = mention.start + ranked.cut"
        " FROM ranked, cases_casetext AS text"
        " WHERE mention.applied_id = ranked.id AND text.id = mention.text_id AND ranked.cut > 0"
        " AND starts_with(substr(text.body, mention.start + 1), ranked.name)"
    ),
    (
        "UPDATE cases_casemention AS mention SET applied_id = ranked.keeper FROM ranked"
        " WHERE mention.applied_id = ranked.id AND ranked.keeper <> ranked.id"
    ),
    (
        "UPDATE cases_caseprovision AS applied"
        " SET law_id = ranked.law, path = ranked.path, name = ranked.called, key = ranked.key,"
        " stated = applied.stated OR ranked.stated FROM ranked WHERE applied.id = ranked.keeper"
    ),
    (
        "DELETE FROM cases_caseprovision AS applied USING ranked"
        " WHERE applied.id = ranked.id AND ranked.keeper <> ranked.id"
    ),
)


@transaction.atomic
def settle(index: Names, learned: Learned) -> None:
    """Link what waits for laws held by now, and give every application the edition of its day.

    What had been linked to a law that answers to a name loosely goes to the law just learnt whose very name it is.
    """
    unlink_mistaken(index, learned)
    found = list(_found(index))
    with connection.cursor() as cursor:
        if found:
            columns = [list(column) for column in zip(*found, strict=True)]
            for statement in STATEMENTS:
                cursor.execute(MEANT + statement, columns)
    settle_editions(CaseProvision.objects.all())


def unlink_mistaken(index: Names, learned: Learned) -> None:
    """Let what is called by the very name of a law just learnt wait for it; what a record states stays."""
    for law, exact in learned:
        others = index.rivals(law, exact)
        if others:
            called = CaseProvision.objects.filter(law__in=others, key=exact, stated=False)
            called.filter(case__jurisdiction=index.home(law)).update(law=None, edition=None)


def settle_editions(applied: CaseProvisionQuerySet) -> int:
    """Give each its edition of the day of decision, none where law or day is not known; how many had another.

    Which edition that is, the editions say: only those are written that differ.
    """
    undated = applied.filter(case__in=Case.objects.filter(decided=None)).exclude(edition=None).update(edition=None)
    day = Case.objects.filter(pk=OuterRef(OuterRef("case"))).values("decided")
    editions = Edition.objects.filter(law=OuterRef("law")).last_begun(on=Subquery(day))
    wanted = Subquery(editions.values("pk")[:1])
    dated = applied.filter(case__in=Case.objects.exclude(decided=None))
    others = dated.alias(held=_or_none(F("edition")), wanted=_or_none(wanted)).exclude(held=F("wanted"))
    return undated + others.update(edition=wanted)


def _or_none(key: F | Subquery) -> Coalesce:
    """A key, 0 for none: null is neither equal to null nor another."""
    return Coalesce(key, Value(0))


def _found(index: Names) -> Iterator[tuple[int, str, bool, int, str, str]]:
    """The names that wait and mean one law held.

    Jurisdiction of the case, name, whether its record gave it, law, and what of the name is that law's, with its key.
    """
    folders = Folders()
    rows = CaseProvision.objects.filter(law=None).order_by().values_list("case__jurisdiction", "name", "stated")
    for jurisdiction, name, stated in rows.distinct():
        if stated:
            law, bare, key = folders.law(name), name, name
        else:
            laws, cut = index.find_cited(name, jurisdiction)
            law, bare, key = only(laws), name[cut:], cited_key(name[cut:])
        if law:
            yield jurisdiction, name, stated, law, bare, key


def only(laws: set[int]) -> int | None:
    """The one there is; None where there is none, or several."""
    return next(iter(laws)) if len(laws) == 1 else None
