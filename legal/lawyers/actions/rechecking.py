"""Licences whose check runs out: their keepers and the moderators are told before the day and at it."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.states import State
from legal.lawyers.telling import called, keepers, staff_with
from portal.notices.actions import notify

# The sweep may have been away: what became due in so many days before is told all the same, and told once.
CAUGHT_UP: Final = 14


def remind(*, today: datetime.date | None = None) -> int:
    """Tell keepers whose licence is to be verified again soon, and is due; how many were told.

    Each is told once of each day a licence is due on. Moderators hear once a day how many have become due.
    """
    day = today or timezone.localdate()
    near = day + datetime.timedelta(days=settings.LICENCE_NOTICE_DAYS)
    since = day - datetime.timedelta(days=CAUGHT_UP)
    told = sum(_tell("recheck-near", one) for one in _falling(day + datetime.timedelta(days=1), near))
    told += sum(_tell("recheck-due", one) for one in _falling(since, day))
    for model, right in ((Lawyer, "verify_lawyer"), (Firm, "verify_firm")):
        _tell_moderators(model, right, day)
    return told


def due(model: type[Lawyer | Firm], day: datetime.date) -> QuerySet[Any]:
    """Those whose licence is due by a day, the longest due first."""
    found: QuerySet[Any] = model._default_manager.filter(recheck_on__lte=day).order_by(F("recheck_on"), "pk")
    return found.filter(state=State.PUBLISHED) if model is Lawyer else found


def _falling(first: datetime.date, last: datetime.date) -> Iterator[Lawyer | Firm]:
    shown = Lawyer.objects.exclude(user=None).filter(recheck_on__range=(first, last)).select_related("user")
    yield from shown.iterator()
    yield from Firm.objects.filter(recheck_on__range=(first, last)).iterator()


@transaction.atomic
def _tell(name: str, subject: Lawyer | Firm) -> int:
    return len(
        notify(
            f"lawyers.{name}",
            to=keepers(subject),
            about=subject,
            params={"name": called(subject)},
            key=f"{subject._meta.model_name}-{subject.pk}-{subject.recheck_on}",
        )
    )


@transaction.atomic
def _tell_moderators(model: type[Lawyer | Firm], right: str, day: datetime.date) -> None:
    if due(model, day).filter(recheck_on=day).exists():
        number = due(model, day).count()
        notify("lawyers.rechecks", to=staff_with(right), params={"number": number}, key=f"{right}-{day}")
