"""The corpus as lines of JSON, one a law and one a case: the same data, the same bytes, whenever and by whom."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from pydantic import BaseModel

from legal.cases.api import whole
from legal.cases.models import Case
from legal.cases.shapes import CaseRecord, case_record
from legal.laws.finding import Shelf
from legal.laws.models import Edition, Law, Provision
from legal.laws.shapes import (
    EditionRecord,
    LawRecord,
    ProvisionRecord,
    edition_record,
    law_record,
    provision_record,
)
from portal.reference.models import Jurisdiction

CHUNK: Final = 100
# What hangs on the day, on the language of whoever asks and on where the portal stands is in no file.
LAW: Final = {"title", "title_language", "status", "edition", "url"}
EDITION: Final = {"jurisdiction", "law", "current", "url"}
PROVISION: Final = {"jurisdiction", "law", "edition", "url"}
CASE: Final = {"title", "title_language", "url"}


class WholeEdition(BaseModel):
    """An edition with all its provisions, in their order."""

    edition: EditionRecord
    provisions: list[ProvisionRecord]


class WholeLaw(BaseModel):
    """A law with all its editions."""

    law: LawRecord
    editions: list[WholeEdition]


INCLUDED: Final[Any] = {"law": LAW, "editions": {"__all__": {"edition": EDITION, "provisions": {"__all__": PROVISION}}}}


def laws(place: Jurisdiction) -> Iterator[bytes]:
    """The laws of a jurisdiction by their names in addresses, one at a time in the memory."""
    for law in Law.objects.with_reference().filter(jurisdiction=place).order_by("slug").iterator(CHUNK):
        yield whole_law(law).model_dump_json(exclude=INCLUDED).encode()


def whole_law(law: Law) -> WholeLaw:
    """A law with everything that is held of it."""
    editions = list(law.editions.order_by("slug"))
    shelf = Shelf(law, editions)
    return WholeLaw(
        law=law_record(shelf, site="", day=law.changed_at.date()), editions=list(map(whole_edition, editions))
    )


def whole_edition(edition: Edition) -> WholeEdition:
    """An edition with its words in all languages."""
    places = list(Provision.objects.filter(edition=edition).order_by("position").prefetch_related("texts"))
    parents = {place.pk: place.path for place in places}
    for place in places:
        place.edition = edition
    return WholeEdition(
        edition=edition_record(edition, None, site=""),
        provisions=[provision_record(place, parents, None, address="") for place in places],
    )


def cases(place: Jurisdiction) -> Iterator[bytes]:
    """The cases of a jurisdiction by their names in addresses."""
    for case in whole(Case.objects.filter(jurisdiction=place)).order_by("slug").iterator(CHUNK):
        record: CaseRecord = case_record(case, site="")
        yield record.model_dump_json(exclude=CASE).encode()


KINDS: Final[dict[str, Callable[[Jurisdiction], Iterator[bytes]]]] = {"laws": laws, "cases": cases}
