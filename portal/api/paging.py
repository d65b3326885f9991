"""Pages of a list: each begins after the last record of the one before, whatever has come in between."""

import base64
from collections.abc import Sequence
from typing import Annotated, Any, Final, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Schema
from pydantic import BeforeValidator, Field

MOST: Final = 100
USUAL: Final = 20
# Eight bytes in the alphabet of addresses: any such word is a place in a list, if only behind its end.
CURSOR: Final = r"^[A-Za-z0-9_-]{11}$"
LARGEST: Final = 2**63 - 1

Row = TypeVar("Row", bound=Model)


def _digits(value: Any) -> Any:
    """Plain digits: what else Python would take for a number is none here."""
    if not (str(value).isascii() and str(value).isdecimal() and len(str(value)) <= len(str(MOST))):
        raise ValueError("no number")
    return int(value)


class Paging(Schema):
    """What every list is asked with."""

    cursor: str | None = Field(
        None, pattern=CURSOR, description=gettext_noop("Where the page begins, as `next` of the page before says.")
    )
    limit: Annotated[
        int,
        Field(ge=1, le=MOST, description=gettext_noop("How many records a page has at most.")),
        BeforeValidator(_digits),
    ] = USUAL

    @property
    def after(self) -> int:
        """The place the page begins after; -1 for the first."""
        return place(self.cursor) if self.cursor else -1


class Cut(Generic[Row]):
    """The rows of one page, and the place of the last where there are more."""

    def __init__(self, rows: Sequence[Row], asked: Paging, key: str) -> None:
        self.rows = list(rows[: asked.limit])
        self.last: int | None = getattr(self.rows[-1], key) if len(rows) > asked.limit else None


def cut(rows: QuerySet[Row], asked: Paging, *, key: str = "pk") -> Cut[Row]:
    """The page asked for, in the order of a number that no two rows share; one query, and those of its prefetches."""
    after = rows.filter(**{f"{key}__gt": asked.after}).order_by(key)
    return Cut(list(after[: asked.limit + 1]), asked, key)


def following(request: HttpRequest, last: int | None) -> str | None:
    """The address of the page after a place; None where that was the last."""
    if last is None:
        return None
    query = request.GET.copy()
    query["cursor"] = cursor(last)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def cursor(number: int) -> str:
    """A place in a list as it stands in addresses."""
    return base64.urlsafe_b64encode(number.to_bytes(8, "big")).decode().rstrip("=")


def place(word: str) -> int:
    """The place an address names."""
    return min(int.from_bytes(base64.urlsafe_b64decode(f"{word}="), "big"), LARGEST)
