"""The receipts of materials, as the enterprise reads and confirms them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from enterprises.access import private
from enterprises.policies import Right
from enterprises.views.answering import act
from legal.appraisal import printing
from legal.appraisal.actions import deciding
from legal.appraisal.models import Handover
from legal.matters import access
from legal.matters.access import Seat
from portal.accounts.acting import acting


@private
@require_safe
def receipt(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    return printing.answer(_meant(access.seat(request, key, matter), position))


@private
@require_POST
def confirm(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = access.seat(request, key, matter, Right.EDIT)
    handover = _meant(found, position)
    return act(
        request,
        lambda: deciding.confirm(handover, by=acting(request)),
        _("The receipt is confirmed for who gave the materials."),
        to=found.matter.get_absolute_url(),
    )


def _meant(found: Seat, position: int) -> Handover:
    return get_object_or_404(Handover.objects.select_related("matter"), matter=found.matter, position=position)
