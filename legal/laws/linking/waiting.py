"""Citations of laws that were not held when they were read, linked once the laws are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from legal.laws.linking.index import NameIndex
from legal.laws.models import Citation

# One statement each, however many citations wait. `path` takes the unit its law has: a statute's «section 5» may have
# been read before anybody knew that this law is divided into articles.
LINK_ONE = """
    UPDATE laws_citation AS citation
    SET law_id = law.id,
        path = regexp_replace(citation.path, '(^|/)(article|section)-', '\\1' || law.unit || '-'),
        start = citation.start + CASE WHEN found.cut > 0 AND starts_with(
            substr(text.body, citation.start + 1), citation.name
        ) THEN found.cut ELSE 0 END
    FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::int[]) AS found (jurisdiction, name, law, cut)
    JOIN laws_law AS law ON law.id = found.law, laws_provision AS provision, laws_provisiontext AS text,
        laws_edition AS edition, laws_law AS citing
    WHERE citation.law_id IS NULL AND citation.name = found.name AND citation.provision_id = provision.id
        AND text.provision_id = provision.id AND text.language = citation.language
        AND provision.edition_id = edition.id AND edition.law_id = citing.id
        AND citing.jurisdiction_id = found.jurisdiction
"""
# Of several laws of one name (the parts of a code), as a whole, the oldest, which is the first part.
LINK_WHOLE = """
    WITH first AS (
        SELECT DISTINCT ON (found.jurisdiction, found.name) found.jurisdiction, found.name, law.id AS law
        FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::int[]) AS found (jurisdiction, name, law, cut)
        JOIN laws_law AS law ON law.id = found.law
        ORDER BY found.jurisdiction, found.name, law.adopted NULLS LAST, law.slug
    )
    UPDATE laws_citation AS citation SET law_id = first.law
    FROM first, laws_provision AS provision, laws_edition AS edition, laws_law AS citing
    WHERE citation.law_id IS NULL AND citation.path = '' AND citation.name = first.name
        AND citation.provision_id = provision.id AND provision.edition_id = edition.id AND edition.law_id = citing.id
        AND citing.jurisdiction_id = first.jurisdiction
"""
# With an article, the one that has it.
LINK_BY_PLACE = """
    WITH candidate AS (
        SELECT citation.id, edition.law_id AS law
        FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::int[]) AS found (jurisdiction, name, law, cut)
        JOIN laws_citation AS citation ON citation.law_id IS NULL AND citation.name = found.name
        JOIN laws_provision AS place ON place.id = citation.provision_id
        JOIN laws_edition AS home ON home.id = place.edition_id
        JOIN laws_law AS citing ON citing.id = home.law_id AND citing.jurisdiction_id = found.jurisdiction
        JOIN laws_edition AS edition ON edition.law_id = found.law
        JOIN laws_provision AS provision ON provision.edition_id = edition.id AND provision.path = citation.path
        WHERE citation.path <> ''
    ), decided AS (
        SELECT id, min(law) AS law FROM candidate GROUP BY id HAVING count(DISTINCT law) = 1
    )
    UPDATE laws_citation AS citation SET law_id = decided.law FROM decided WHERE citation.id = decided.id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A law that citations of a name may mean, in texts of a jurisdiction."""

    jurisdiction: int
    name: str
    law: int
    cut: int = 0


def link_waiting(index: NameIndex) -> int:
    """Link every waiting citation that the index can tell the law of; the number linked."""
    certain: list[Found] = []
    open_: list[Found] = []
    for jurisdiction, name in _waiting():
        laws, cut = index.find_cited(name, jurisdiction)
        found = [Found(jurisdiction, name, law, cut) for law in sorted(laws)]
        (certain if len(found) == 1 else open_).extend(found)
    return _run(LINK_ONE, certain) + _run(LINK_WHOLE, open_) + _run(LINK_BY_PLACE, open_)


def correct(index: NameIndex, learned: Iterable[tuple[int, str]]) -> None:
    """Give citations to the law just learnt whose very name they use, where another had answered to it loosely."""
    for law, key in learned:
        others = index.rivals(law, key)
        if others:
            home = index.home(law)
            Citation.objects.filter(law__in=others, key=key, provision__edition__law__jurisdiction=home).update(law=law)


def _waiting() -> Iterator[tuple[int, str]]:
    """The names that wait, with the jurisdictions of the texts that use them."""
    return (
        Citation.objects.filter(law=None)
        .exclude(key="")
        .order_by()
        .values_list("provision__edition__law__jurisdiction", "name")
        .distinct()
        .iterator(chunk_size=10_000)
    )


def _run(statement: str, found: list[Found]) -> int:
    if not found:
        return 0
    columns = [[getattr(each, name) for each in found] for name in ("jurisdiction", "name", "law", "cut")]
    with connection.cursor() as cursor:
        cursor.execute(statement, columns)
        count: int = cursor.rowcount
    return count
