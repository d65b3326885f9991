"""What everybody reads: the catalogue, a course, a session."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from legal.laws.facets import query
from legal.training import calendars
from legal.training import catalogue as shelf
from legal.training.finding import own_enrolment, session_named
from legal.training.forms import CatalogueForm
from legal.training.models import Course, Session

COURSES_A_PAGE: Final = 20
SESSIONS_SHOWN: Final = 20


@require_safe
def courses(request: HttpRequest) -> HttpResponse:
    form = CatalogueForm(request.GET)
    form.is_valid()
    filters, names, now = form.filters(), shelf.called(), timezone.now()
    page = Paginator(shelf.ordered(filters, now), COURSES_A_PAGE).get_page(form.cleaned_data["page"])
    return render(
        request,
        "training/list.html",
        {
            "page": page,
            "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "facets": shelf.facets(filters, now, names),
            "chips": shelf.chips(filters, names),
            "query": query(filters),
        },
    )


@require_safe
def course(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Course.objects.all().published().with_reference(), slug=slug)
    sessions = Session.objects.visible().filter(course=shown).select_related("course")
    now = timezone.now()
    coming = sessions.ahead(now)[:SESSIONS_SHOWN]
    past = sessions.exclude(pk__in=sessions.ahead(now).values("pk")).order_by("-starts")[:SESSIONS_SHOWN]
    return render(request, "training/course.html", {"course": shown, "coming": coming, "past": past})


@require_safe
def session(request: HttpRequest, slug: str, session: str) -> HttpResponse:
    shown = session_named(slug, session)
    enrolment = own_enrolment(request, shown)
    return render(
        request,
        "training/session.html",
        {
            "course": shown.course,
            "session": shown,
            "enrolment": enrolment,
            "reason": shown.cancelled_because(),
        },
    )


@require_safe
def calendar(request: HttpRequest, slug: str, session: str) -> HttpResponse:
    return calendar_file(session_named(slug, session), link=False)


def calendar_file(session: Session, *, link: bool) -> HttpResponse:
    """The session as a file that calendars take in."""
    response = HttpResponse(calendars.entry(session, link=link), content_type=calendars.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{session.course.slug}-{session.slug}.ics"'
    return response
