"""From which side a page is asked for."""

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from legal.serving.models import Participant


def seat(request: HttpRequest, key: str) -> Participant:
    """How whoever asks takes part. Http404 where they do not, or no longer: whether anybody does stays unknown."""
    found = Participant.objects.of(request.user).standing().with_matter().filter(key=key).first()
    if found is None:
        raise Http404(_("You take part in no such matter."))
    return found
