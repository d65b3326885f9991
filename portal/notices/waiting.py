"""What notices have still to do, for the console's first page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.notices import backlog
from portal.notices.states import State
from portal.workflow.waiting import Waiting, shown_to


@shown_to("notices.view_delivery", position=70)
def notices() -> Waiting:
    found = backlog.waiting()
    link = reverse("admin:notices_delivery_changelist")
    if found.dead:
        sentence = ngettext(
            "%(count)s notice could not be delivered: see why, and send it again.",
            "%(count)s notices could not be delivered: see why, and send them again.",
            found.dead,
        )
        dead = f"{link}?state__exact={State.DEAD}"
        return Waiting(_("Notices"), found.dead, sentence % {"count": found.dead}, link=dead, urgent=True)
    if found.is_late:
        sentence = _("Notices wait too long: see whether the worker and the mail server run.")
        return Waiting(_("Notices"), found.number, sentence, link=link, urgent=True)
    return Waiting(_("Notices"), found.number, _("Notices are delivered as they come."), link=link)
