"""What changes reference data, and what follows from it."""

from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from portal.reference.loading import entries, load_jurisdictions, load_regions, load_topics
from portal.reference.models import Jurisdiction, Region, Term, Topic
from portal.reference.terms import load_terms
from portal.search import actions as search


@transaction.atomic
def load(folder: Path) -> dict[str, int]:
    """Load jurisdictions, regions, topics and terms from a folder; how many of each were new or different.

    Where any were, readers of the index take up the terms and the names of places anew.
    """
    changed = {
        "jurisdictions": load_jurisdictions(entries(folder, "jurisdiction")),
        "regions": load_regions(entries(folder, "region")),
        "topics": load_topics(entries(folder, "topic")),
        "terms": load_terms(folder),
    }
    if any(changed.values()):
        search.record(search.TERMS, [0], wake=False)
    return changed


@transaction.atomic
def save_term(term: Term) -> None:
    """Save a term; searches take the termbase anew."""
    term.save()
    search.record(search.TERMS, [term.pk])


@transaction.atomic
def delete_terms(terms: Sequence[Term]) -> None:
    """Delete terms; searches take the termbase anew."""
    keys = [term.pk for term in terms]
    Term.objects.filter(pk__in=keys).delete()
    search.record(search.TERMS, keys)


@transaction.atomic
def save_jurisdiction(jurisdiction: Jurisdiction) -> None:
    """Save a jurisdiction with the keys its names are sorted by; searches take the names of places anew."""
    jurisdiction.key_names()
    jurisdiction.save()
    search.record(search.TERMS, [jurisdiction.pk])


@transaction.atomic
def save_region(region: Region) -> None:
    """Save a region; searches take the names of places anew."""
    region.save()
    search.record(search.TERMS, [region.pk])


@transaction.atomic
def save_topic(topic: Topic) -> None:
    """Save a topic; pages that name it are made anew."""
    topic.save()
    search.record(search.TERMS, [topic.pk])
