"""What follows when reference data is edited in the console."""

from collections.abc import Sequence
from typing import Final

from django.db import transaction

from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction, Term
from portal.reference.sorting import sort_key
from portal.search import actions as search

LONGEST_KEY: Final = 240


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
    for language in LANGUAGES:
        name = getattr(jurisdiction, f"name_{language.column}") or ""
        setattr(jurisdiction, f"name_key_{language.column}", sort_key(name, language.text, longest=LONGEST_KEY))
    jurisdiction.save()
    search.record(search.TERMS, [jurisdiction.pk])
