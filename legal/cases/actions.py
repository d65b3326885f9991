"""What follows when somebody edits a case."""

import logging

from django.db import transaction
from django.utils import timezone

from legal.cases.models import Case
from legal.cases.models.case import PARTS
from legal.cases.persons import Persons, named
from legal.laws.naming import key
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.search import actions as search

logger = logging.getLogger(__name__)


@transaction.atomic
def edit_case(case: Case, *, by: User) -> None:
    """Save an edited case: natural persons named as its parties by initials, and search takes it up again."""
    shorten_persons(case)
    texts = set(case.texts.values_list("language", flat=True))
    told = {language.text for language in LANGUAGES if case.told_in(language.column)}
    case.number_key = key(case.number)
    case.languages = sorted(texts | told)
    case.changed_at = timezone.now()
    case.save()
    search.record("cases", [case.pk])
    logger.info("case %s edited by user %s", case.pk, by.pk)


def shorten_persons(case: Case) -> None:
    """Put initials for the full names of natural persons that the case names as its parties; nothing is saved."""
    persons = Persons()
    for language in LANGUAGES:
        words = {name: getattr(case, f"{name}_{language.column}") or "" for name in ("title", "parties", *PARTS)}
        found = named(words["title"], [words["parties"]], [words[part] for part in PARTS])
        persons.add(found.persons)
        persons.keep(found.organisations)
    for language in LANGUAGES:
        for name in ("title", "parties", *PARTS):
            column = f"{name}_{language.column}"
            setattr(case, column, persons.shortened(getattr(case, column) or ""))
