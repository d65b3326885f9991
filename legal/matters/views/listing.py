"""The matters of an enterprise, and where another is begun."""

from typing import Final
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from enterprises.access import membership, memberships_of, private
from enterprises.policies import Right
from legal.matters.actions import drafting
from legal.matters.forms.listing import ListForm
from legal.matters.forms.matter import MatterForm
from legal.matters.forms.party import AbroadForm
from legal.matters.kinds import BY_SLUG, Proceeding
from legal.matters.models import Matter
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

A_PAGE: Final = 20
STANDING: Final = {
    "draft": Q(submitted_at=None, ended_at=None),
    "open": Q(submitted_at__isnull=False, ended_at=None),
    "ended": Q(ended_at__isnull=False),
}


@private
@require_safe
def matters(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    form = ListForm(request.GET)
    filters = form.filters
    rows = Matter.objects.filter(enterprise=me.enterprise, kind__in=BY_SLUG).select_related("enterprise")
    if "kind" in filters:
        rows = rows.filter(kind=filters["kind"])
    if "standing" in filters:
        rows = rows.filter(STANDING[filters["standing"]])
    offered = [one for one in BY_SLUG.values() if one.offered]
    page = Paginator(rows.order_by("-begun_at", "-pk"), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "enterprise": me.enterprise,
        "form": form,
        "page": page,
        "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": urlencode(filters),
        "offered": offered if me.may_edit else [],
        "is_open": bool(offered),
    }
    return render(request, "matters/list.html", context)


@private
@require_safe
def start(request: HttpRequest, kind: str) -> HttpResponse:
    proceeding, country = _offered(kind), AbroadForm(request.GET).code
    mine = [me.enterprise for me in memberships_of(request) if me.may_edit]
    if len(mine) == 1:
        return redirect(_with(country, reverse("matters:begin", args=[mine[0].key, kind])))
    shown = {"proceeding": proceeding, "enterprises": mine, "carried": _with(country, "")}
    return render(request, "matters/start.html", shown)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    me, proceeding = membership(request, key, Right.EDIT), _offered(kind)
    form = MatterForm.beginning(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            matter = drafting.begin(kind, enterprise=me.enterprise, by=acting(request), **form.facts)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            country = AbroadForm(request.GET).code
            return redirect(_with(country, reverse(proceeding.abroad, kwargs=matter.place)) if country else matter)
    context = {"enterprise": me.enterprise, "proceeding": proceeding, "form": form}
    return render(request, "matters/begin.html", context, status=422 if form.is_bound else 200)


def _with(country: str, address: str) -> str:
    """An address with the other country, where one is known."""
    return f"{address}?{urlencode({'country': country})}" if country else address


def _offered(kind: str) -> Proceeding:
    """The proceeding of a kind; Http404 where none is offered."""
    found = BY_SLUG.get(kind)
    if found is None or not found.offered:
        raise Http404(_("No such proceeding is offered here."))
    return found
