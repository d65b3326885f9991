"""The imports of law that wait for a decision, for the console's first page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.intake.models import Intake
from legal.intake.states import State
from portal.workflow.waiting import Waiting, shown_to


@shown_to("intake.add_intake", position=59)
def imports() -> Waiting:
    count = Intake.objects.filter(state=State.CHECKED).count()
    told = ngettext(
        "%(count)s archive has been looked through and waits for a decision.",
        "%(count)s archives have been looked through and wait for a decision.",
        count,
    )
    sentence = told % {"count": count} if count else _("No import waits for a decision.")
    return Waiting(_("Imports of law"), count, sentence, reverse("admin:intake_intake_changelist"))
