"""How many places in law cite a place of law, counted once and kept, so that a page of 1,260 articles reads it."""

from django.db import connection, transaction

from legal.laws.models import CitedPlace

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


@transaction.atomic
def recount() -> None:
    """Count anew what cites every law and every place of it."""
    CitedPlace.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(COUNT_PLACES)
        cursor.execute(COUNT_LAWS)
