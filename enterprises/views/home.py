"""A person's enterprises, and the home page of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from enterprises.access import CURRENT, membership, memberships_of, private
from enterprises.models import JoinRequest
from enterprises.next_step import next_step
from enterprises.papers import shown_papers
from enterprises.progress import facts_of, remarked
from enterprises.trail import barred_for, latest, past, trail
from portal.accounts.acting import acting

LATEST = 5


@private
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    asked = JoinRequest.objects.waiting_for(acting(request), now=timezone.now())
    return render(request, "enterprises/list.html", {"memberships": memberships_of(request), "asked": asked})


@private
@require_safe
def home(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    enterprise = me.enterprise
    lines = trail(enterprise, latest(enterprise)[: LATEST + 1], for_staff=False)
    return render(
        request,
        "enterprises/home.html",
        {
            "enterprise": enterprise,
            "me": me,
            "next": next_step(me),
            "identifiers": enterprise.identifiers.all(),
            "facts": facts_of(enterprise),
            "remarks": remarked(enterprise),
            "reason": barred_for(enterprise),
            "members": enterprise.memberships.in_order(),
            "papers": shown_papers(enterprise, acting(request)),
            "lines": lines[:LATEST],
            "has_more": len(lines) > LATEST,
            "transfer": enterprise.transfers.open().select_related("owner", "to").first(),
        },
    )


@private
@require_safe
def history(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    page = past(me.enterprise, request.GET.get("page"))
    return render(
        request,
        "enterprises/history.html",
        {
            "enterprise": me.enterprise,
            "lines": trail(me.enterprise, page, for_staff=False),
            "page": page,
            "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        },
    )


@private
@require_POST
def switch(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    request.session[CURRENT] = key
    return redirect(me.enterprise)
