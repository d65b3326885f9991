"""How many places in law cite a place of law, counted once and kept, so that a page of 1,260 articles reads it."""

from typing import Final

from django.db import connection, transaction

from legal.laws.models import CitedPlace
from portal.search.actions import record

# A citing article counts once, in however many editions and languages it cites.
COUNT_PLACES = """
    INSERT INTO laws_citedplace (law_id, path, places)
    SELECT citation.law_id, citation.path, count(DISTINCT (edition.law_id, provision.path))
    FROM laws_citation AS citation
    JOIN laws_provision AS provision ON provision.id = citation.provision_id
    JOIN laws_edition AS edition ON edition.id = provision.edition_id
    WHERE citation.law_id IS NOT NULL AND citation.path <> ''
    GROUP BY citation.law_id, citation.path
"""
# The law as a whole, by other laws only, with or without an article.
COUNT_LAWS = """
    INSERT INTO laws_citedplace (law_id, path, places)
    SELECT citation.law_id, '', count(DISTINCT (edition.law_id, provision.path))
    FROM laws_citation AS citation
    JOIN laws_provision AS provision ON provision.id = citation.provision_id
    JOIN laws_edition AS edition ON edition.id = provision.edition_id
    WHERE citation.law_id <> edition.law_id
    GROUP BY citation.law_id
"""


# Search weighs a place by how often it is cited, and less and less as it is cited more.
MUCH_MORE: Final = 2


@transaction.atomic
def recount() -> None:
    """Count anew what cites every law and every place of it.

    Laws of which a place is cited twice as often as before, or half as often, are indexed again by their new weight.
    """
    before = counted()
    CitedPlace.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(COUNT_PLACES)
        cursor.execute(COUNT_LAWS)
    after = counted()
    places = before.keys() | after.keys()
    changed = {law for law, path in places if moved(before.get((law, path), 0), after.get((law, path), 0))}
    record("laws", sorted(changed), wake=False)


def counted() -> dict[tuple[int, str], int]:
    """How many places cite each place of a law."""
    return {(law, path): places for law, path, places in CitedPlace.objects.values_list("law", "path", "places")}


def moved(before: int, after: int) -> bool:
    """Whether a count has doubled or halved, with one added to both as the weight has it: so from none to one."""
    return max(before, after) + 1 >= MUCH_MORE * (min(before, after) + 1)
