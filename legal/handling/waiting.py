"""The matters that wait, for the console's first page: a card for each kind somebody handles."""

import datetime
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.matters import kinds
from legal.matters.kinds import BY_SLUG, Proceeding
from legal.matters.models import Matter
from portal.workflow.models import Assignment
from portal.workflow.waiting import Bar, Waiting, for_whom

# No more than this are counted: it is to be seen at a glance, and more are not done in a day.
MOST: Final = 1000


@for_whom(position=30)
def matters(user: PermissionsMixin | AnonymousUser) -> Iterator[Waiting]:
    for slug in kinds.handled_by(user):
        yield _of(BY_SLUG[slug], user)


def _of(proceeding: Proceeding, user: PermissionsMixin | AnonymousUser) -> Waiting:
    decided = {decision.move for decision in proceeding.decisions}
    states = [
        state
        for state in proceeding.machine.states.values
        if state not in proceeding.paused and any(move.name in decided for move in proceeding.machine.leaving(state))
    ]
    waits = Matter.objects.filter(kind=proceeding.slug, ended_at=None, submitted_at__isnull=False, state__in=states)
    held = Assignment.objects.among(Matter)
    mine = held.filter(holder_id=user.pk).values("subject_id")
    oldest = waits.order_by().aggregate(oldest=Min("submitted_at"))["oldest"]
    count = waits.order_by()[:MOST].count()
    return Waiting(
        title=str(proceeding.label),
        count=count,
        sentence=_sentence(oldest),
        link=f"{reverse('admin:matters_matter_changelist')}?{urlencode({'kind': proceeding.slug})}",
        bars=(
            Bar(_("on your desk"), waits.filter(pk__in=mine).count()),
            Bar(_("on nobody’s desk"), waits.exclude(pk__in=held.values("subject_id")).order_by()[:MOST].count()),
        ),
    )


def _sentence(oldest: datetime.datetime | None) -> str:
    if oldest is None:
        return _("No matter waits.")
    days = (timezone.now() - oldest).days
    sentence = ngettext("The oldest has waited %(days)s day.", "The oldest has waited %(days)s days.", days)
    return sentence % {"days": days}
