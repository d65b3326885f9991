"""What changes reference data, and what follows from it."""

import logging
from collections.abc import Sequence
from pathlib import Path

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Model

from portal.reference.loading import OWN, Entry, entries, load_jurisdictions, load_regions, load_topics
from portal.reference.models import Jurisdiction, Region, Term, Topic
from portal.reference.terms import load_terms
from portal.search import actions as search

logger = logging.getLogger(__name__)


@transaction.atomic
def load(folder: Path = OWN, *, report: search.Report = lambda _: None) -> dict[str, int]:
    """Load the portal's own jurisdictions, regions and topics, and those and the terms of a folder.

    How many of each were new or different. Where any were, readers of the index take up the terms and the names of
    places anew. `report` is told of each term as it is read.
    """
    changed = {
        "jurisdictions": load_jurisdictions(_with_own(folder, "jurisdiction", "code")),
        "regions": load_regions(_with_own(folder, "region", "code")),
        "topics": load_topics(_with_own(folder, "topic", "slug")),
        "terms": load_terms(folder, report),
    }
    if any(changed.values()):
        search.record(search.TERMS, [0], wake=False)
    return changed


def _with_own(folder: Path, name: str, identity: str) -> list[Entry]:
    """The portal's own entries, each as the folder has it where it does, then the folder's further ones."""
    merged = {entry[identity]: entry for place in (OWN, folder) for entry in entries(place, name)}
    return list(merged.values())


@transaction.atomic
def save_term(term: Term, *, by: AbstractBaseUser) -> None:
    """Save a term; searches take the termbase anew."""
    term.save()
    _follow([term], "saved", by=by)


@transaction.atomic
def delete_terms(terms: Sequence[Term], *, by: AbstractBaseUser) -> None:
    """Delete terms; searches take the termbase anew."""
    _follow(terms, "deleted", by=by)
    Term.objects.filter(pk__in=[term.pk for term in terms]).delete()


@transaction.atomic
def save_jurisdiction(jurisdiction: Jurisdiction, *, by: AbstractBaseUser) -> None:
    """Save a jurisdiction with the keys its names are sorted by; searches take the names of places anew."""
    jurisdiction.key_names()
    jurisdiction.save()
    _follow([jurisdiction], "saved", by=by)


@transaction.atomic
def save_region(region: Region, *, by: AbstractBaseUser) -> None:
    """Save a region; searches take the names of places anew."""
    region.save()
    _follow([region], "saved", by=by)


@transaction.atomic
def save_topic(topic: Topic, *, by: AbstractBaseUser) -> None:
    """Save a topic; pages that name it are made anew."""
    topic.save()
    _follow([topic], "saved", by=by)


def _follow(rows: Sequence[Model], what: str, *, by: AbstractBaseUser) -> None:
    search.record(search.TERMS, [row.pk for row in rows])
    for row in rows:
        logger.info("%s %s %s by user %s", row._meta.model_name, row.pk, what, by.pk)
