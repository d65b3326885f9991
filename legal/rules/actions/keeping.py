"""Institutions and calendars: what staff enter is theirs, and no loading writes over it."""

import logging
from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Model

from legal.rules import watching
from legal.rules.kinds import Origin
from legal.rules.models import Calendar, CalendarDay, CalendarYear, Institution, InstitutionName

logger = logging.getLogger(__name__)


@transaction.atomic
def save(row: Institution | Calendar, *, by: AbstractBaseUser) -> None:
    """Keep an institution or a calendar; who rests on the calendar hears of it."""
    row.save()
    if isinstance(row, Calendar):
        watching.tell(row)
    _log(row, by)


@transaction.atomic
def save_names(*, kept: Iterable[InstitutionName], gone: Iterable[InstitutionName], by: AbstractBaseUser) -> None:
    """Keep the names of an institution that were changed or added and take others away."""
    for name in gone:
        name.delete()
    for name in kept:
        name.save()
        _log(name, by)


@transaction.atomic
def enter(row: CalendarDay | CalendarYear, *, by: AbstractBaseUser) -> None:
    """Keep a day or a year of a calendar as staff say that it is; who rests on the calendar hears of it."""
    row.origin = Origin.STAFF
    row.save()
    watching.tell(row.calendar)
    _log(row, by)


def _log(row: Model, by: AbstractBaseUser) -> None:
    logger.info("%s %s saved by user %s", row._meta.model_name, row.pk, by.pk)
