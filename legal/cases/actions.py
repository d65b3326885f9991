"""What follows when somebody edits a case."""

import logging

from django.db import transaction
from django.utils import timezone

from legal.cases.models import Case, CaseText
from legal.cases.models.case import PARTS
from legal.cases.persons import Persons, named
from legal.cases.settling import settle_editions
from legal.laws.naming import key
from legal.laws.wording import wording
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.search import actions as search

logger = logging.getLogger(__name__)


@transaction.atomic
def edit_case(case: Case, *, by: User) -> None:
    """Save an edited case: natural persons named as its parties by initials, its provisions as of the day of decision.

    Its texts are shortened like what is told of it, and search takes it up again.
    """
    shorten_persons(case)
    texts = set(case.texts.values_list("language", flat=True))
    told = {language.text for language in LANGUAGES if case.told_in(language.column)}
    case.number_key = key(case.number)
    case.languages = sorted(texts | told)
    case.changed_at = timezone.now()
    case.save()
    settle_editions(case.applied.all())
    search.record("cases", [case.pk])
    logger.info("case %s edited by user %s", case.pk, by.pk)


def shorten_persons(case: Case) -> None:
    """Put initials for the full names of natural persons that the case names as its parties; only texts are saved."""
    persons = Persons()
    bodies = {text.language: text.body for text in case.texts.all()}
    for language in LANGUAGES:
        words = {name: getattr(case, f"{name}_{language.column}") or "" for name in ("title", "parties", *PARTS)}
        texts = [*(words[part] for part in PARTS), bodies.pop(language.text, "")]
        take(persons, words["title"], words["parties"], texts)
    take(persons, "", "", list(bodies.values()))
    for language in LANGUAGES:
        for name in ("title", "court", "parties", *PARTS):
            column = f"{name}_{language.column}"
            setattr(case, column, persons.shortened(getattr(case, column) or ""))
    case.number, case.source = persons.shortened(case.number), persons.shortened(case.source)
    for text in case.texts.all():
        shorten_text(text, persons)


def take(persons: Persons, title: str, parties: str, texts: list[str]) -> None:
    """Take in whom words in one language name."""
    found = named(title, [parties], texts)
    persons.add(found.persons)
    persons.keep(found.organisations)


def shorten_text(text: CaseText, persons: Persons) -> None:
    """Save a text where it names a person in full; what it mentions moves along, and its translations stay fresh."""
    before = (text.body, text.source)
    pieces = [(mention, text.body[: mention.start], text.body[: mention.end]) for mention in text.mentions.all()]
    text.body, text.source = persons.shortened(text.body), persons.shortened(text.source)
    if (text.body, text.source) == before:
        return
    for mention, start, end in pieces:
        mention.start, mention.end = len(persons.shortened(start)), len(persons.shortened(end))
        mention.save(update_fields=["start", "end"])
    old, text.wording = text.wording, wording("", text.body)
    text.save(update_fields=["body", "source", "wording"])
    CaseText.objects.filter(case=text.case, based_on=old).update(based_on=text.wording)
