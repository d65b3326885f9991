"""Lawyers in the open interface: those whose profiles are published."""

from typing import Annotated

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from ninja import Path, Query, Router, Schema
from pydantic import Field

from legal.laws.api import site
from legal.laws.asked import LANGUAGE, WORD
from legal.lawyers.kinds import LawyerKind
from legal.lawyers.models import Lawyer, LawyerQuerySet
from legal.lawyers.shapes import LawyerRecord, lawyer_record
from portal.api import rooms
from portal.api.answers import many, one
from portal.api.paging import Paging, cut
from portal.api.shapes import Page, selection

LawyerSlug = Annotated[
    str, Path(pattern=WORD, max_length=80, description=gettext_noop("The name of the lawyer in addresses."))
]


class LawyersAsked(Schema):
    """Which lawyers are listed."""

    jurisdiction: str | None = Field(
        None, pattern=WORD, max_length=12, description=gettext_noop("Only those admitted in this jurisdiction.")
    )
    kind: LawyerKind | None = Field(None, description=gettext_noop("Only those of this kind."))
    topic: str | None = Field(
        None, pattern=WORD, max_length=50, description=gettext_noop("Only what stands under this topic.")
    )
    language: str | None = Field(
        None, pattern=LANGUAGE, max_length=12, description=gettext_noop("Only those who work in this language.")
    )

    def narrowed(self, found: "QuerySet[Lawyer]") -> "QuerySet[Lawyer]":
        """The lawyers that meet all of it."""
        columns = {
            "jurisdiction": "admissions__jurisdiction__code",
            "kind": "kind",
            "topic": "topics__slug",
            "language": "skills__language",
        }
        asked = self.model_dump(mode="json", exclude_none=True)
        return found.filter(**{columns[name]: value for name, value in asked.items()}).distinct()


LAWYER_FIELDS = selection(LawyerRecord)
router = Router()


@router.get("", response=Page[LawyerRecord], summary=gettext_noop("All lawyers, the first added first"))
def list_lawyers(
    request: HttpRequest, asked: Query[LawyersAsked], paging: Query[Paging], fields: str | None = LAWYER_FIELDS
) -> HttpResponse:
    page = cut(asked.narrowed(whole()), paging)
    records = [lawyer_record(lawyer, site=site(request)) for lawyer in page.rows]
    return many(request, Page[LawyerRecord], records, fields, last=page.last)


@router.get("/{slug:slug}", response=LawyerRecord, summary=gettext_noop("One lawyer"))
def get_lawyer(request: HttpRequest, slug: LawyerSlug, fields: str | None = LAWYER_FIELDS) -> HttpResponse:
    lawyer = whole().filter(slug=slug).order_by().first()
    if lawyer is None:
        raise Http404(_("There is no such lawyer."))
    return one(lawyer_record(lawyer, site=site(request)), fields, changed=None)


def whole() -> "QuerySet[Lawyer]":
    """Published lawyers with everything their records have, in a fixed number of queries."""
    found: LawyerQuerySet = Lawyer.objects.published()
    return found.select_related("jurisdiction", "firm").prefetch_related(
        "topics",
        "admissions__jurisdiction",
        "skills",
        "education",
        "publications",
        "mentions__case__jurisdiction",
        "mentions__law__jurisdiction",
    )


# Nothing is kept: a profile that is hidden is hidden at once.
rooms.register(rooms.Room("lawyers", gettext_lazy("Lawyers"), router, fresh=0))
