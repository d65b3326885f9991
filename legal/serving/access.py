"""From which side a page is asked for; and who of the staff has a matter before them."""

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from legal.matters.models import Matter
from legal.serving.models import Participant
from portal.accounts.models import User
from portal.workflow.models import Assignment


def seat(request: HttpRequest, key: str) -> Participant:
    """How whoever asks takes part. Http404 where they do not, or no longer: whether anybody does stays unknown."""
    found = Participant.objects.of(request.user).standing().with_matter().filter(key=key).first()
    if found is None:
        raise Http404(_("You take part in no such matter."))
    return found


def is_on_desk(matter: Matter, *, of: User) -> bool:
    """Whether somebody of the staff has a matter on the desk."""
    return Assignment.objects.of(matter).filter(holder_id=of.pk).exists()
