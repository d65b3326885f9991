"""Laws, their editions and their provisions in the open interface."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from ninja import Query, Router

from legal.laws.asked import Code, DayAsked, EditionSlug, LawsAsked, LawSlug, ProvisionPath, TextsAsked
from legal.laws.directory import Filters, laws
from legal.laws.finding import Shelf, edition_named, shelf
from legal.laws.freshness import recent_stamp, release
from legal.laws.models import Edition, Provision
from legal.laws.shapes import (
    EditionRecord,
    LawRecord,
    ProvisionRecord,
    edition_record,
    law_record,
    provision_record,
)
from portal.api import rooms
from portal.api.answers import many, one
from portal.api.paging import Paging, cut
from portal.api.shapes import Page, selection

LAW_FIELDS = selection(LawRecord)
EDITION_FIELDS = selection(EditionRecord)
PROVISION_FIELDS = selection(ProvisionRecord)

router = Router()


@router.get("", response=Page[LawRecord], summary=gettext_noop("All laws, the first added first"))
def list_laws(
    request: HttpRequest, asked: Query[LawsAsked], paging: Query[Paging], fields: str | None = LAW_FIELDS
) -> HttpResponse:
    day = timezone.localdate()
    given: dict[str, Any] = {name: (value,) for name, value in asked.model_dump(mode="json", exclude_none=True).items()}
    page = cut(laws(Filters(**given), day).with_reference().prefetch_related("editions"), paging)
    records = [law_record(Shelf(law, list(law.editions.all())), site=site(request), day=day) for law in page.rows]
    return many(request, Page[LawRecord], records, fields, last=page.last)


@router.get("/{slug:code}/{slug:slug}", response=LawRecord, summary=gettext_noop("One law"))
def get_law(request: HttpRequest, code: Code, slug: LawSlug, fields: str | None = LAW_FIELDS) -> HttpResponse:
    found, day = shelf(code, slug), timezone.localdate()
    record = law_record(found, site=site(request), day=day)
    return one(record, fields, changed=moved(found, day))


@router.get(
    "/{slug:code}/{slug:slug}/editions",
    response=Page[EditionRecord],
    summary=gettext_noop("The editions of a law, the first added first"),
)
def list_editions(
    request: HttpRequest, code: Code, slug: LawSlug, paging: Query[Paging], fields: str | None = EDITION_FIELDS
) -> HttpResponse:
    found, day = shelf(code, slug, reference=False), timezone.localdate()
    page = cut(Edition.objects.filter(law=found.law).select_related("law__jurisdiction"), paging)
    records = [edition_record(edition, found.on(day), site=site(request)) for edition in page.rows]
    return many(request, Page[EditionRecord], records, fields, last=page.last, changed=moved(found, day))


@router.get(
    "/{slug:code}/{slug:slug}/editions/{str:edition}",
    response=EditionRecord,
    summary=gettext_noop("One edition of a law"),
)
def get_edition(
    request: HttpRequest, code: Code, slug: LawSlug, edition: EditionSlug, fields: str | None = EDITION_FIELDS
) -> HttpResponse:
    found, day = shelf(code, slug, reference=False), timezone.localdate()
    record = edition_record(edition_named(found, edition), found.on(day), site=site(request))
    return one(record, fields, changed=moved(found, day))


@router.get(
    "/{slug:code}/{slug:slug}/editions/{str:edition}/provisions",
    response=Page[ProvisionRecord],
    summary=gettext_noop("The provisions of an edition, in their order"),
)
def list_edition_provisions(
    request: HttpRequest,
    code: Code,
    slug: LawSlug,
    edition: EditionSlug,
    asked: Query[TextsAsked],
    paging: Query[Paging],
    fields: str | None = PROVISION_FIELDS,
) -> HttpResponse:
    found = shelf(code, slug, reference=False)
    return provisions(request, found, edition_named(found, edition), asked, paging, fields)


@router.get(
    "/{slug:code}/{slug:slug}/editions/{str:edition}/provisions/{path:path}",
    response=ProvisionRecord,
    summary=gettext_noop("One provision of an edition"),
)
def get_edition_provision(
    request: HttpRequest,
    code: Code,
    slug: LawSlug,
    edition: EditionSlug,
    path: ProvisionPath,
    asked: Query[TextsAsked],
    fields: str | None = PROVISION_FIELDS,
) -> HttpResponse:
    found = shelf(code, slug, reference=False)
    return provision(request, found, edition_named(found, edition), path, asked, fields)


@router.get(
    "/{slug:code}/{slug:slug}/provisions",
    response=Page[ProvisionRecord],
    summary=gettext_noop("The provisions of a law as of a day, in their order"),
)
def list_provisions(
    request: HttpRequest,
    code: Code,
    slug: LawSlug,
    asked: Query[DayAsked],
    paging: Query[Paging],
    fields: str | None = PROVISION_FIELDS,
) -> HttpResponse:
    found = shelf(code, slug, reference=False)
    return provisions(request, found, edition_of(found, asked.as_of), asked, paging, fields)


@router.get(
    "/{slug:code}/{slug:slug}/provisions/{path:path}",
    response=ProvisionRecord,
    summary=gettext_noop("One provision of a law as of a day"),
)
def get_provision(
    request: HttpRequest,
    code: Code,
    slug: LawSlug,
    path: ProvisionPath,
    asked: Query[DayAsked],
    fields: str | None = PROVISION_FIELDS,
) -> HttpResponse:
    found = shelf(code, slug, reference=False)
    return provision(request, found, edition_of(found, asked.as_of), path, asked, fields)


def edition_of(found: Shelf, day: datetime.date | None) -> Edition:
    """The edition of a day, of today where none is given; `Http404` where none had begun."""
    edition = found.on(day or timezone.localdate())
    if edition is None:
        raise Http404(_("This law had no edition on that day."))
    return edition


def provisions(
    request: HttpRequest, found: Shelf, edition: Edition, asked: TextsAsked, paging: Paging, fields: str | None
) -> HttpResponse:
    page = cut(texted(edition), paging, key="position")
    records = recorded(page.rows, edition, asked.language, site=site(request))
    changed = moved(found, timezone.localdate())
    return many(request, Page[ProvisionRecord], records, fields, last=page.last, changed=changed)


def provision(
    request: HttpRequest, found: Shelf, edition: Edition, path: str, asked: TextsAsked, fields: str | None
) -> HttpResponse:
    records = recorded(texted(edition).filter(path=path), edition, asked.language, site=site(request))
    if not records:
        raise Http404(_("This edition has no such provision."))
    return one(records[0], fields, changed=moved(found, timezone.localdate()))


def texted(edition: Edition) -> "QuerySet[Provision]":
    """The provisions of an edition with their words, and with what each stands under."""
    return Provision.objects.filter(edition=edition).select_related("parent").prefetch_related("texts")


def recorded(
    rows: "Sequence[Provision] | QuerySet[Provision]", edition: Edition, language: str | None, *, site: str
) -> list[ProvisionRecord]:
    """These provisions of one edition as records."""
    address = f"{site}{edition.get_absolute_url()}"
    found = []
    for row in rows:
        row.edition = edition
        parents = {row.parent.pk: row.parent.path} if row.parent else {}
        found.append(provision_record(row, parents, language, address=address))
    return found


def moved(found: Shelf, day: datetime.date) -> datetime.datetime:
    """When what is told of a law last became different: when it was written, or as an edition began or it ended."""
    law = found.law
    days = [*(edition.day for edition in found.editions), law.in_force, law.repealed]
    turned = max((one for one in days if one and one <= day), default=datetime.date.min)
    begun = datetime.datetime.combine(turned, datetime.time(), timezone.get_current_timezone())
    return max(law.changed_at, begun)


def site(request: HttpRequest) -> str:
    """Scheme and host, as the pages of records are found under."""
    return request.build_absolute_uri("/").rstrip("/")


def stamp() -> str:
    """What tells one state of all law, one release and one day from the next."""
    return f"{release()} {recent_stamp()} {timezone.localdate()}"


rooms.register(rooms.Room("laws", gettext_lazy("Laws and treaties"), router, stamp))
