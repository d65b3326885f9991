"""Jurisdictions, topics and terms in the open interface."""

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from ninja import Path, Query, Router

from portal.api import rooms
from portal.api.answers import many, one
from portal.api.paging import Paging, cut
from portal.api.shapes import Page, selection
from portal.reference.models import Jurisdiction, Term, Topic
from portal.reference.shapes import (
    JurisdictionRecord,
    TermRecord,
    TopicRecord,
    jurisdiction_record,
    term_record,
    topic_record,
)

JURISDICTION_FIELDS = selection(JurisdictionRecord)
TOPIC_FIELDS = selection(TopicRecord)
TERM_FIELDS = selection(TermRecord)
SLUG = r"^[-a-zA-Z0-9_]+$"
Slug = Annotated[str, Path(pattern=SLUG, max_length=120)]
TopicAsked = Annotated[
    str | None,
    Query(pattern=SLUG, max_length=50, description=gettext_noop("Only what stands under this topic.")),
]

jurisdictions, topics, terms = Router(), Router(), Router()


@jurisdictions.get("", response=Page[JurisdictionRecord], summary=gettext_noop("All jurisdictions"))
def list_jurisdictions(
    request: HttpRequest, paging: Query[Paging], fields: str | None = JURISDICTION_FIELDS
) -> HttpResponse:
    page = cut(Jurisdiction.objects.all(), paging)
    records = [jurisdiction_record(row) for row in page.rows]
    return many(request, Page[JurisdictionRecord], records, fields, last=page.last)


@jurisdictions.get("/{slug:code}", response=JurisdictionRecord, summary=gettext_noop("One jurisdiction"))
def get_jurisdiction(request: HttpRequest, code: Slug, fields: str | None = JURISDICTION_FIELDS) -> HttpResponse:
    row = Jurisdiction.objects.filter(code=code).order_by().first()
    if row is None:
        raise Http404(_("There is no such jurisdiction."))
    return one(jurisdiction_record(row), fields, changed=None)


@topics.get("", response=Page[TopicRecord], summary=gettext_noop("All topics"))
def list_topics(request: HttpRequest, paging: Query[Paging], fields: str | None = TOPIC_FIELDS) -> HttpResponse:
    page = cut(Topic.objects.all(), paging)
    records = [topic_record(row) for row in page.rows]
    return many(request, Page[TopicRecord], records, fields, last=page.last)


@topics.get("/{slug:slug}", response=TopicRecord, summary=gettext_noop("One topic"))
def get_topic(request: HttpRequest, slug: Slug, fields: str | None = TOPIC_FIELDS) -> HttpResponse:
    row = Topic.objects.filter(slug=slug).order_by().first()
    if row is None:
        raise Http404(_("There is no such topic."))
    return one(topic_record(row), fields, changed=None)


@terms.get("", response=Page[TermRecord], summary=gettext_noop("The terms of the glossary, in three languages"))
def list_terms(
    request: HttpRequest, paging: Query[Paging], topic: TopicAsked = None, fields: str | None = TERM_FIELDS
) -> HttpResponse:
    found = Term.objects.glossary().select_related("topic")
    page = cut(found.filter(topic__slug=topic) if topic else found, paging)
    return many(request, Page[TermRecord], [term_record(row) for row in page.rows], fields, last=page.last)


rooms.register(rooms.Room("jurisdictions", gettext_lazy("Countries and organisations"), jurisdictions))
rooms.register(rooms.Room("topics", gettext_lazy("Topics"), topics))
rooms.register(rooms.Room("terms", gettext_lazy("Trilingual terms"), terms))
