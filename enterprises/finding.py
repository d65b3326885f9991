"""Enterprises by the beginning of what is known of them, however many there are."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from enterprises.identifiers.typed import plain
from enterprises.models import Enterprise, Identifier, Membership
from portal.reference.sorting import sort_key

FEW: Final = 1000


def beginning_with(enterprises: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """Those one of whose names, numbers or e-mail addresses begins so, or one of whose members has this address.

    Asks the database at once: a few are known by the index of each way. Where there are many, as of what every name
    begins with, the first of them are soon met in whatever order the rows are read.
    """
    typed = text.strip()
    names, elsewhere = list(_names(typed)), list(_elsewhere(typed))
    ways = [
        *(Enterprise._base_manager.filter(name).order_by().values_list("pk", flat=True) for name in names),
        *elsewhere,
    ]
    first, *others = (way[: FEW + 1] for way in ways)
    keys = list(first.union(*others, all=True))
    # As many rows as that from one way alone, and the way may have had more.
    if len(keys) <= FEW:
        return enterprises.filter(pk__in=set(keys))
    return enterprises.filter(reduce(or_, [*names, *(Q(pk__in=way) for way in elsewhere)]))


def _names(typed: str) -> Iterator[Q]:
    # the key of a Chinese name does not begin with the key of its beginning
    yield Q(name_zh_hans__startswith=typed)
    yield Q(register_name__startswith=typed)
    yield Q(name_key_en__startswith=sort_key(typed, "en"))
    yield Q(name_key_ru__startswith=sort_key(typed, "ru"))
    yield Q(email__startswith=typed.lower())


def _elsewhere(typed: str) -> Iterator[QuerySet[Any]]:
    """The keys of those found by rows that belong to them."""
    numbers = Identifier.objects.filter(value__startswith=plain(typed) or typed)
    members = Membership.objects.alias(address=Lower("person__email")).filter(address=typed.lower())
    yield numbers.order_by().values_list("enterprise_id", flat=True)
    yield members.order_by().values_list("enterprise_id", flat=True)
