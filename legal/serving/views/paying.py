"""What the party of a side owes, and where it hands in the proof of what it has transferred."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from enterprises.access import private
from legal.fees.actions import reading
from legal.fees.models import FeeNotice
from legal.fees.sheets import sheet
from legal.fees.views.paying import proving_page
from legal.matters.models import Actor
from legal.serving import access
from legal.serving.models import Participant
from legal.serving.paying import owed_by
from portal.accounts.acting import acting


@private
@require_safe
def fee(request: HttpRequest, served: str, position: int) -> HttpResponse:
    seat, notice = _owed(request, served, position)
    with transaction.atomic():
        reading.note(notice, by=acting(request), actor=Actor.OTHER)
        return render(request, "serving/fee.html", {"seat": seat, "sheet": sheet(notice)})


@private
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest, served: str, position: int) -> HttpResponse:
    seat, notice = _owed(request, served, position)
    back = reverse("serving:fee", args=[seat.key, position])
    return proving_page(request, notice, "serving/prove.html", {"seat": seat}, back=back)


def _owed(request: HttpRequest, served: str, position: int) -> tuple[Participant, FeeNotice]:
    """A notice that their party owes. Http404 for any other: that of another party is not there."""
    seat = access.seat(request, served)
    found = owed_by(seat).filter(position=position).first()
    if found is None:
        raise Http404(_("There is no such fee notice of this matter."))
    found.matter = seat.matter
    return seat, found
