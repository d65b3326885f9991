"""The page of a fee notice: what is asked for, what was received, what is open."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from enterprises.access import private
from legal.fees.actions import reading
from legal.fees.models import FeeNotice
from legal.fees.sheets import sheet
from legal.matters.access import Seat, seat
from legal.matters.kinds import Side
from portal.accounts.acting import acting


@private
@require_safe
def notice(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = seat(request, key, matter)
    one = owed(found, position)
    with transaction.atomic():
        reading.note(one, by=acting(request))
        context = {"matter": found.matter, "seat": found, "sheet": sheet(one)}
        return render(request, "fees/notice.html", context)


def owed(found: Seat, position: int) -> FeeNotice:
    """A notice that the enterprise owes. Http404 for any other: that of another side is not there."""
    notices = found.matter.fee_notices.shown_to(Side.APPLICANT).select_related("party", "file")
    one: FeeNotice | None = notices.filter(position=position).first()
    if one is None:
        raise Http404(_("There is no such fee notice of this matter."))
    one.matter = found.matter
    return one
