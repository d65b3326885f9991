"""Cases in the open interface."""

import datetime
from typing import Annotated, Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from ninja import Path, Query, Router, Schema
from pydantic import Field

from legal.cases.directory import Filters, cases
from legal.cases.kinds import CourtLevel
from legal.cases.models import Case, CaseProvision, CaseRelation
from legal.cases.shapes import CaseRecord, case_record
from legal.laws.api import site, stamp
from legal.laws.asked import WORD, Code
from portal.api import rooms
from portal.api.answers import many, one
from portal.api.paging import Paging, cut
from portal.api.shapes import Page, selection

CaseSlug = Annotated[
    str, Path(pattern=WORD, max_length=120, description=gettext_noop("The name of the case in addresses."))
]


class CasesAsked(Schema):
    """Which cases are listed."""

    jurisdiction: str | None = Field(
        None, pattern=WORD, max_length=12, description=gettext_noop("Only those of this jurisdiction.")
    )
    level: CourtLevel | None = Field(None, description=gettext_noop("Only those of courts of this level."))
    topic: str | None = Field(
        None, pattern=WORD, max_length=50, description=gettext_noop("Only what stands under this topic.")
    )
    year: str | None = Field(None, pattern="^[0-9]{4}$", description=gettext_noop("Only those decided in this year."))
    law: str | None = Field(
        None,
        pattern=r"^[a-zA-Z0-9_]{1,12}-[-a-zA-Z0-9_]{1,120}$",
        description=gettext_noop("Only those that apply this law, as cn-civil-code: its jurisdiction and its name."),
    )
    place: str | None = Field(
        None,
        pattern=r"^[\w.-]+(/[\w.-]+)*$",
        max_length=250,
        description=gettext_noop("With a law: only those that apply this place of it, as article-577."),
    )


CASE_FIELDS = selection(CaseRecord)
router = Router()


@router.get("", response=Page[CaseRecord], summary=gettext_noop("All cases, the first added first"))
def list_cases(
    request: HttpRequest, asked: Query[CasesAsked], paging: Query[Paging], fields: str | None = CASE_FIELDS
) -> HttpResponse:
    given: dict[str, Any] = {name: (value,) for name, value in asked.model_dump(mode="json", exclude_none=True).items()}
    page = cut(whole(cases(Filters(**given))), paging)
    records = [case_record(case, site=site(request)) for case in page.rows]
    return many(request, Page[CaseRecord], records, fields, last=page.last)


@router.get("/{slug:code}/{slug:slug}", response=CaseRecord, summary=gettext_noop("One case"))
def get_case(request: HttpRequest, code: Code, slug: CaseSlug, fields: str | None = CASE_FIELDS) -> HttpResponse:
    case = whole(Case.objects.filter(jurisdiction__code=code, slug=slug)).order_by().first()
    if case is None:
        raise Http404(_("There is no such case."))
    return one(case_record(case, site=site(request)), fields, changed=moved(case))


def whole(found: "QuerySet[Case]") -> "QuerySet[Case]":
    """Cases with everything their records have, in a fixed number of queries."""
    # What a part names comes with the part: five queries, where one for each step were ten.
    return found.select_related("jurisdiction").prefetch_related(
        *("topics", "texts"),
        Prefetch("applied", CaseProvision.objects.select_related("law__jurisdiction", "edition")),
        Prefetch("relations", CaseRelation.objects.select_related("other__jurisdiction")),
    )


def moved(case: Case) -> datetime.datetime:
    """When what is told of a case last became different: by itself, or by a law that came after it."""
    laws = (applied.law.changed_at for applied in case.applied.all() if applied.law)
    return max([case.changed_at, *laws])


rooms.register(rooms.Room("cases", gettext_lazy("Cases of courts and tribunals"), router, stamp))
