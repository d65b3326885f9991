"""The session an address names, as readers see it."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from legal.training.models import Enrolment, Session


def session_named(slug: str, session: str) -> Session:
    """A session that readers see; Http404 where there is none."""
    found: Session = get_object_or_404(Session.objects.visible().with_course(), course__slug=slug, slug=session)
    return found


def own_enrolment(request: HttpRequest, session: Session) -> Enrolment | None:
    """What whoever asks has in a session, withdrawn or not."""
    return Enrolment.objects.visible_to(request.user).filter(session=session).select_related("enterprise").first()


def enrolment_named(request: HttpRequest, slug: str, session: str) -> Enrolment:
    """What whoever asks has or waits for in a session, also one that readers see no more; Http404 where nothing."""
    found = Enrolment.objects.visible_to(request.user).live().filter(session__course__slug=slug, session__slug=session)
    enrolment = found.select_related("session__course__university", "person", "enterprise").first()
    if enrolment is None:
        raise Http404(_("You are not enrolled in this session."))
    return enrolment
