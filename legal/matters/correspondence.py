"""The messages of a matter, so many on a page: the newest on the last one, which is shown where none is asked for."""

from typing import Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from legal.matters.models import Message

# By this word an address asks for a page of them.
ASKED: Final = "messages"
A_PAGE: Final = 20


def page_of(found: QuerySet[Message], asked: str | None) -> "Page[Message]":
    """The messages of a page, the oldest first; where all fit on one they are not counted."""
    rows = found.order_by("sent_at", "pk")
    few = list(rows[: A_PAGE + 1])
    if len(few) <= A_PAGE:
        return Paginator(few, A_PAGE).get_page(1)
    pages = Paginator(rows, A_PAGE)
    return pages.get_page(asked or pages.num_pages)
