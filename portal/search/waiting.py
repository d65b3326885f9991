"""What the search index has still to take up, for the console's first page."""

import datetime
from typing import Final

from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.search.models import Change
from portal.search.reading import folder
from portal.workflow.waiting import Waiting, shown_to

# The worker takes changes up within seconds; after so long it is at a standstill.
STANDSTILL: Final = datetime.timedelta(minutes=2)


@shown_to("search.view_change", position=90)
def index() -> Waiting:
    told = Change.objects.aggregate(count=Count("pk"), oldest=Min("at"))
    count, oldest = told["count"], told["oldest"]
    if folder().state() is None:
        return _waiting(count, _("There is no search index. It is built by “manage.py reindex”."), urgent=True)
    if count == 0:
        return _waiting(0, _("The search index is up to date."), urgent=False)
    if oldest < timezone.now() - STANDSTILL:
        sentence = _("The search index has come to a standstill: see whether the worker runs.")
        return _waiting(count, sentence, urgent=True)
    sentence = ngettext("%(count)s change is being indexed.", "%(count)s changes are being indexed.", count)
    return _waiting(count, sentence % {"count": count}, urgent=False)


def _waiting(count: int, sentence: str, *, urgent: bool) -> Waiting:
    return Waiting(title=_("Search index"), count=count, sentence=sentence, urgent=urgent)
