"""What a registration lacks before it can be submitted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from enterprises import papers
from enterprises.models import Enterprise
from enterprises.numbers import asked_of
from enterprises.steps import FIELDS, IDENTIFY, NUMBER, PAPERS, Step


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is lacking: the step and the field it stands in, and the sentence that says so."""

    step: Step
    field: str
    sentence: StrPromise


REQUIRED: Final[dict[str, StrPromise]] = {
    "register_name": _("Give the name as it stands in the register."),
    "legal_form": _("Say which legal form the enterprise has."),
    "in_zone": _("Say whether the enterprise is registered in the zone."),
    "representative": _("Name the legal representative."),
    "address": _("Give the address of the enterprise."),
    "phone": _("Give a telephone number."),
    "email": _("Give an e-mail address."),
}
PAPERS_REQUIRED: Final[dict[str, StrPromise]] = {
    "licence": _("Hand in the business licence or an extract from the register."),
    "letter": _("Hand in the letter of authorisation."),
}


def missing_in(enterprise: Enterprise) -> list[Missing]:
    """Everything a registration lacks, in the order of its steps."""
    found = [*_facts(enterprise), *_papers(enterprise)]
    order = list(FIELDS)
    return sorted(found, key=lambda missing: order.index(missing.field))


def _facts(enterprise: Enterprise) -> Iterator[Missing]:
    for field in enterprise.unfinished:
        sentence = _("This answer is not right yet: open the step and mend it.")
        yield Missing(FIELDS[field][0], field, sentence)
    for field, sentence in REQUIRED.items():
        if not getattr(enterprise, field) and field not in enterprise.unfinished:
            yield Missing(FIELDS[field][0], field, sentence)
    if not enterprise.names() and not any(field.startswith("name_") for field in enterprise.unfinished):
        yield Missing(IDENTIFY, "name_zh_hans", _("Give the name in one of the three languages at least."))
    asked = any(field.startswith(NUMBER) for field in enterprise.unfinished)
    if not asked and not enterprise.identifiers.exists():
        first = asked_of(enterprise.country.code)[0].scheme
        yield Missing(IDENTIFY, f"{NUMBER}{first}", _("Give a number under which the enterprise is registered."))


def _papers(enterprise: Enterprise) -> Iterator[Missing]:
    there = papers.handed_in(enterprise)
    for purpose, sentence in PAPERS_REQUIRED.items():
        if purpose not in there:
            yield Missing(PAPERS, purpose, sentence)
