"""What waits for moderators of profiles, for the console's first page."""

import datetime
from typing import Final

from django.conf import settings
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.lawyers.actions.rechecking import due
from legal.lawyers.models import Claim, Firm, Lawyer, Mention, Revision
from portal.workflow.waiting import Bar, Waiting, shown_to

DAY: Final = datetime.timedelta(days=1)


@shown_to("lawyers.view_revision", position=20)
def profiles() -> Waiting:
    now = timezone.now()
    revisions, claims = Revision.objects.waiting().order_by(), Claim.objects.open().order_by()
    named = Mention.objects.waiting().of_shown().order_by()
    counts = [revisions.count(), claims.count(), named.count()]
    today = timezone.localdate()
    oldest = min(
        (
            moment
            for moment in (
                revisions.aggregate(oldest=Min("submitted_at"))["oldest"],
                claims.aggregate(oldest=Min("asked_at"))["oldest"],
            )
            if moment
        ),
        default=None,
    )
    return Waiting(
        title=_("Profiles of lawyers"),
        count=sum(counts),
        sentence=_sentence(oldest, now),
        link=reverse("admin:lawyers_revision_queue"),
        urgent=oldest is not None and now - oldest > DAY * settings.REGISTRATION_DAYS,
        bars=(
            Bar(_("profiles and changes"), counts[0]),
            Bar(_("claims"), counts[1]),
            Bar(_("cases and articles named"), counts[2]),
            Bar(_("licences due again"), due(Lawyer, today).count() + due(Firm, today).count()),
        ),
    )


def _sentence(oldest: datetime.datetime | None, now: datetime.datetime) -> str:
    if oldest is None:
        return _("No profile waits.")
    days = (now - oldest).days
    sentence = ngettext("The oldest has waited %(days)s day.", "The oldest has waited %(days)s days.", days)
    return sentence % {"days": days}
