"""What editors have yet to hold against the law, for the console's first page."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.services import bases
from legal.services.models import Basis
from portal.workflow.waiting import Waiting, shown_to


@shown_to("services.change_service", position=40)
def changed() -> Waiting:
    """Services with an article that has changed since their text was held against it."""
    rows = Basis.objects.select_related("law__jurisdiction")
    amiss = {one.basis.service_id for one in bases.shown(rows, timezone.localdate()) if one.is_amiss}
    return Waiting(
        title=_("Services whose law has changed"),
        count=len(amiss),
        sentence=_("Read the changed articles, and correct the text or note that it holds.")
        if amiss
        else _("All texts agree with the law they were held against."),
        link=reverse("admin:services_service_changelist"),
    )
