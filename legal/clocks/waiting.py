"""The deadlines the institution has not kept, for the console's first page: those that its reader is listed."""

from collections import Counter
from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.clocks.models import Deadline, DeadlineQuerySet
from legal.clocks.models.deadline import official_day
from legal.matters.kinds import BY_SLUG
from portal.workflow.waiting import Bar, Waiting, for_whom


@for_whom(position=45)
def overdue(user: PermissionsMixin | AnonymousUser) -> Iterator[Waiting]:
    if user.has_perm("clocks.view_deadline"):
        yield _of(Deadline.objects.listed_to(user))


def _of(deadlines: DeadlineQuerySet) -> Waiting:
    found = deadlines.open_for_staff().overdue(official_day(timezone.now()))
    kinds = Counter(found.values_list("matter__kind", flat=True))
    count = kinds.total()
    told = ngettext(
        "The institution is overdue in %(count)s matter.", "The institution is overdue in %(count)s matters.", count
    )
    sentence = told % {"count": count} if count else _("The institution is overdue nowhere.")
    bars = tuple(Bar(str(BY_SLUG[kind].label), kinds[kind]) for kind in BY_SLUG if kinds[kind])
    link = reverse("admin:clocks_deadline_changelist", query={"whose__exact": "staff"})
    return Waiting(_("Overdue deadlines"), count, sentence, link, urgent=bool(count), bars=bars)
