"""Search in the open interface: the same results as the page of results has, in the same order."""

import html
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.utils.translation import get_language, gettext_lazy, gettext_noop
from ninja import Query, Router, Schema
from pydantic import Field

from portal.api import rooms
from portal.api.answers import many
from portal.api.errors import error
from portal.api.paging import Paging
from portal.api.shapes import Page, Record, selection
from portal.languages import by_code
from portal.search import actions
from portal.search.asking import LONGEST, clean
from portal.search.filters import STATUSES, Filters
from portal.search.presenting import Shown, shown
from portal.search.searching import search

VALUE = r"^[-a-zA-Z0-9_]+$"


class SearchAsked(Schema):
    """A question, and what its results are narrowed to."""

    q: str = Field(
        min_length=1, max_length=LONGEST, description=gettext_noop("What is looked for, in any of the three languages.")
    )
    jurisdiction: str | None = Field(
        None, pattern=VALUE, max_length=12, description=gettext_noop("Only those of this jurisdiction.")
    )
    kind: str | None = Field(None, pattern=VALUE, max_length=24, description=gettext_noop("Only those of this kind."))
    topic: str | None = Field(
        None, pattern=VALUE, max_length=50, description=gettext_noop("Only what stands under this topic.")
    )
    year: str | None = Field(
        None, pattern="^[0-9]{4}$", description=gettext_noop("Only those of this year of adoption or decision.")
    )
    language: str | None = Field(
        None, pattern=VALUE, max_length=12, description=gettext_noop("Only those with texts in this language.")
    )
    status: Annotated[
        str | None,
        Field(pattern=f"^({'|'.join(STATUSES)})$", description=gettext_noop("Only those that stand so today.")),
    ] = None

    def filters(self) -> Filters:
        """What the results are narrowed to."""
        facets = self.model_dump(exclude={"q", "status"}, exclude_none=True)
        return Filters({name: (value,) for name, value in facets.items()}, (self.status,) if self.status else ())


class ResultRecord(Record):
    """A passage or a whole work that was found."""

    source: str = Field(description=gettext_noop("What was found, as the room of the interface is called."))
    title: str
    place: list[str] = Field(description=gettext_noop("Where it stands, from the widest on."))
    language: str | None = Field(description=gettext_noop("The language of the words given."))
    words: str = Field(description=gettext_noop("The piece of the text with most of what was asked."))
    worth: str = Field(description=gettext_noop("What the text is worth."))
    url: str = Field(description=gettext_noop("Its page for people."))


RESULT_FIELDS = selection(ResultRecord)
router = Router()


@router.get("", response=Page[ResultRecord], summary=gettext_noop("What is found for a question, the closest first"))
def search_everything(
    request: HttpRequest, asked: Query[SearchAsked], paging: Query[Paging], fields: str | None = RESULT_FIELDS
) -> HttpResponse:
    language = by_code(get_language()).text
    found = search(clean(asked.q), language=language, filters=asked.filters())
    if not found.ready:
        actions.send()
        return error(503)
    # The order changes with what is found: a place here is a number of results.
    begin = paging.after + 1
    end = begin + paging.limit
    records = [result_record(one, request) for one in shown(found, found.found[begin:end], language)]
    last = end - 1 if len(found.found) > end else None
    return many(request, Page[ResultRecord], records, fields, last=last)


def result_record(one: Shown, request: HttpRequest) -> ResultRecord:
    """A result as a record; its marks are for people."""
    return ResultRecord(
        source=one.found.source,
        title=one.hit.title,
        place=list(map(str, one.hit.kicker)),
        language=one.text.language if one.text else None,
        words=html.unescape(strip_tags(one.snippet)),
        worth=one.text.worth if one.text else "",
        url=request.build_absolute_uri(one.hit.url),
    )


rooms.register(rooms.Room("search", gettext_lazy("Search"), router, rate="SEARCH_RATE", fresh=0))
