"""The registrations that wait, for the console's first page: by age against the days they are promised in."""

import datetime
from typing import Final

from django.conf import settings
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enterprises.models import Enterprise
from portal.workflow.waiting import Bar, Waiting, shown_to

DAY: Final = datetime.timedelta(days=1)


@shown_to("enterprises.view_enterprise", position=10)
def registrations() -> Waiting:
    promised = settings.REGISTRATION_DAYS
    now = timezone.now()
    half, whole = now - DAY * promised / 2, now - DAY * promised
    told = (
        Enterprise.objects.waiting()
        .order_by()
        .aggregate(
            count=Count("pk"),
            oldest=Min("submitted_at"),
            young=Count("pk", Q(submitted_at__gt=half)),
            older=Count("pk", Q(submitted_at__lte=half, submitted_at__gt=whole)),
            late=Count("pk", Q(submitted_at__lte=whole)),
        )
    )
    return Waiting(
        title=_("Registrations of enterprises"),
        count=told["count"],
        sentence=_sentence(told["oldest"], now),
        link=reverse("admin:enterprises_enterprise_queue"),
        urgent=told["late"] > 0,
        bars=(
            Bar(_("in the first half of the promised days"), told["young"]),
            Bar(_("in the second half"), told["older"]),
            Bar(_("longer than promised"), told["late"]),
        ),
    )


def _sentence(oldest: datetime.datetime | None, now: datetime.datetime) -> str:
    if oldest is None:
        return _("No registration waits.")
    days = (now - oldest).days
    sentence = ngettext("The oldest has waited %(days)s day.", "The oldest has waited %(days)s days.", days)
    return sentence % {"days": days}
