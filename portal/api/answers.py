"""What is answered: a record or a page of records, as bytes with their own fingerprint."""

import datetime
import hashlib
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from portal.api.paging import following
from portal.api.rooms import JSON
from portal.api.shapes import Item, Page, Record


def one(record: Record, fields: str | None, *, changed: datetime.datetime | None) -> HttpResponse:
    """A record, or the fields asked for."""
    return answer(record.model_dump_json(include=chosen(fields)), changed)


def many(
    request: HttpRequest,
    page: type[Page[Item]],
    records: Sequence[Item],
    fields: str | None,
    *,
    last: int | None,
    changed: datetime.datetime | None = None,
) -> HttpResponse:
    """A page of records; `last` is the place of the last one where more follow."""
    address = following(request, last)
    names = chosen(fields)
    include: Any = {"items": {"__all__": names}, "next": True} if names else None
    response = answer(page(items=list(records), next=address).model_dump_json(include=include), changed)
    if address:
        response["Link"] = f'<{address}>; rel="next"'
    return response


def chosen(fields: str | None) -> set[str] | None:
    """The names asked for; None for all."""
    return set(fields.split(",")) if fields else None


def answer(body: str, changed: datetime.datetime | None) -> HttpResponse:
    """Bytes of JSON. The tag is that of the bytes: as long as they are the same, a copy is."""
    content = body.encode()
    response = HttpResponse(content, content_type=JSON)
    response["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    return response
