"""One's own courses, certificates and calendar entries."""

from typing import Final

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from enterprises.access import private
from legal.training import printing
from legal.training.finding import enrolment_named
from legal.training.models import Certificate, Enrolment
from legal.training.views.catalogue import calendar_file
from portal.accounts.acting import acting

A_PAGE: Final = 20


@private
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    own = Enrolment.objects.visible_to(acting(request)).select_related("session__course__university", "enterprise")
    own = own.prefetch_related(Prefetch("certificates", Certificate.objects.order_by("-issued_at", "-pk")))
    page = Paginator(own.order_by("-session__starts", "-pk"), A_PAGE).get_page(request.GET.get("page"))
    shown_pages = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, "training/mine.html", {"page": page, "shown_pages": shown_pages})


@private
@require_safe
def calendar(request: HttpRequest, slug: str, session: str) -> HttpResponse:
    enrolment = enrolment_named(request, slug, session)
    return calendar_file(enrolment.session, link=enrolment.is_seated)


@private
@require_safe
def certificate_file(request: HttpRequest, certificate: str) -> HttpResponse:
    found = get_object_or_404(Certificate.objects.visible_to(acting(request)).valid(), number=certificate)
    response = HttpResponse(printing.write(found), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="certificate-{found.number}.pdf"'
    return response
