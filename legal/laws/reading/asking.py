"""What the address of a law asks for: an edition, a day, other languages beside the reader's."""

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from legal.laws.finding import Shelf
from legal.laws.models import Edition
from portal.languages import BY_CODE
from portal.pages.context import Choice, in_language

if TYPE_CHECKING:
    from legal.laws.forms import ReadingForm


@dataclass(frozen=True, slots=True)
class Asked:
    """`edition` is one picked in the form, `on` a day given and valid, `day` that day or today."""

    edition: Edition | None
    on: datetime.date | None
    day: datetime.date
    beside: tuple[str, ...]
    error: str = ""

    def query(self) -> str:
        """The query that asks the same again, with its question mark; "" where it asks nothing."""
        address = QueryDict(mutable=True)
        if self.on:
            address["on"] = self.on.isoformat()
        address.setlist("with", list(self.beside))
        query = address.urlencode()
        return f"?{query}" if query else ""

    @property
    def columns_query(self) -> str:
        """The query that keeps the columns, whatever the day."""
        return replace(self, on=None).query()


def asked(form: "ReadingForm", shelf: Shelf) -> Asked:
    """What a reader asks of a law; an edition that is not there is not asked for, a day that is none is said to be."""
    form.is_valid()
    on = form.cleaned_data.get("on")
    picked = shelf.named(form.picked())
    errors = list(form.errors.get("on", ()))
    return Asked(
        edition=picked,
        on=None if picked else on,
        day=on or timezone.localdate(),
        beside=form.cleaned_data.get("beside", ()),
        error=str(errors[0]) if errors else "",
    )


def switch(request: HttpRequest, reader: str, beside: tuple[str, ...]) -> list[Choice]:
    """The language switch of a page with columns: a column that becomes the reader's changes places with it."""
    choices = []
    for language in BY_CODE.values():
        query = request.GET.copy()
        if beside:
            turned = [reader if other == language.text else other for other in beside]
            query.setlist("with", turned)
        path = in_language(request.path, language.code)
        address = f"{path}?{query.urlencode()}" if query else path
        choices.append(Choice(language, address, request.build_absolute_uri(path)))
    return choices
