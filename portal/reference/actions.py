"""What changes reference data."""

from pathlib import Path

from django.db import transaction

from portal.reference.loading import entries, load_jurisdictions, load_regions, load_topics
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
