"""What a profile lacks before it can be submitted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from legal.lawyers.facts import groups
from legal.lawyers.facts.comparing import needs_verification
from legal.lawyers.facts.reading import Facts
from legal.lawyers.models import Firm, Revision
from legal.lawyers.offers import may_be_admitted
from legal.lawyers.papers import licence_papers

NAMES: Final = tuple(fact.name for fact in groups.NAMES)
BODIES: Final = tuple(fact.name for fact in groups.BODIES)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: in which group, and what to do."""

    group: str
    sentence: StrPromise


def missing_in(revision: Revision) -> list[Missing]:
    """Everything a revision lacks, in the order of its pages."""
    is_firm = isinstance(revision.subject, Firm)
    licence = (groups.FIRM_LICENCE if is_firm else groups.LICENCE).slug
    person = (groups.FIRM if is_firm else groups.PERSON).slug
    found = [
        *_without(revision.facts, NAMES, person, _("Give a name in one of the three languages at least.")),
        *_without(revision.facts, ("licence_number",), licence, _("Give the number of the licence.")),
        *_without(revision.facts, BODIES, licence, _("Say in one language at least who issued the licence.")),
    ]
    if needs_verification(revision.subject, revision) and not licence_papers(revision):
        found.append(Missing(licence, _("Hand in the licence: what it says has to be verified.")))
    return found if is_firm else [*found, *_of_a_lawyer(revision.facts)]


def _of_a_lawyer(facts: Facts) -> Iterator[Missing]:
    yield from _without(facts, ("admissions",), groups.ADMISSIONS.slug, _("Name one jurisdiction at least."))
    if any(not may_be_admitted(facts["kind"], row["jurisdiction"]) for row in facts["admissions"]):
        yield Missing(
            groups.ADMISSIONS.slug,
            _("Only a PRC lawyer is admitted in China: take this admission out, or correct the kind of lawyer."),
        )
    yield from _without(facts, ("skills",), groups.SPEECH.slug, _("Name one working language at least."))


def _without(facts: Facts, names: tuple[str, ...], group: str, sentence: StrPromise) -> list[Missing]:
    return [] if any(facts.get(name) for name in names) else [Missing(group, sentence)]
