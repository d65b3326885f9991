"""The requests of a person's enterprises, and a lawyer's inbox."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from enterprises.access import private
from legal.enquiries.access import own_profile
from legal.enquiries.models import Enquiry, EnquiryQuerySet
from legal.lawyers.models import Lawyer
from portal.accounts.acting import acting

A_PAGE: Final = 20


@private
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    user = acting(request)
    enquiries = Enquiry.objects.of_members(user)
    is_lawyer = Lawyer.objects.filter(user=user).exists()
    return _shown(request, enquiries, "enquiries/list.html", {"is_lawyer": is_lawyer}, unread_from_lawyer=True)


@private
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    own_profile(request)
    enquiries = Enquiry.objects.for_lawyer(acting(request))
    return _shown(request, enquiries, "enquiries/inbox.html", {}, unread_from_lawyer=False)


def _shown(
    request: HttpRequest, enquiries: EnquiryQuerySet, template: str, more: dict[str, Any], *, unread_from_lawyer: bool
) -> HttpResponse:
    unread = Count("messages", Q(messages__by_lawyer=unread_from_lawyer, messages__read_at=None))
    rows = enquiries.with_sides().with_consent().annotate(unread=unread).order_by("-begun_at", "-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown_pages = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, template, {"page": page, "shown_pages": shown_pages, **more})
