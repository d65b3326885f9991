"""What training officers have yet to do, for the console's first page."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.training.models import Session
from legal.training.states import FILLING, EnrolmentState, SessionState
from portal.workflow.waiting import Bar, Waiting, shown_to


@shown_to("training.attend_session", position=30)
def sessions() -> Waiting:
    """Sessions that are over and not noted as held, and those that were held and whose attendance is not noted."""
    over = Q(state__in=FILLING, ends__lte=timezone.now())
    unnoted = Q(state=SessionState.HELD, enrolments__state=EnrolmentState.ENROLLED)
    told = Session.objects.order_by().aggregate(
        over=Count("pk", over, distinct=True), unnoted=Count("pk", unnoted, distinct=True)
    )
    count = told["over"] + told["unnoted"]
    return Waiting(
        title=_("Training sessions to be noted"),
        count=count,
        sentence=_("Note that they were held, and who attended.") if count else _("Nothing has to be noted."),
        link=reverse("admin:training_session_changelist"),
        bars=(Bar(_("over, and not noted as held"), told["over"]), Bar(_("without attendance"), told["unnoted"])),
    )
