"""Which request for arbitration a page is asked for."""

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from enterprises.policies import Right
from legal.matters import access
from legal.matters.access import Seat

KIND = "arbitration"


def draft(request: HttpRequest, key: str, matter: str) -> Seat:
    """A request that whoever asks may write; Http404 and PermissionDenied as `legal.matters.access.draft`."""
    return _of_this_kind(access.draft(request, key, matter))


def seat(request: HttpRequest, key: str, matter: str, right: Right | None = None) -> Seat:
    """A request that whoever asks may read; Http404 and PermissionDenied as `legal.matters.access.seat`."""
    return _of_this_kind(access.seat(request, key, matter, right))


def _of_this_kind(found: Seat) -> Seat:
    if found.matter.kind != KIND:
        raise Http404(_("There is no such request for arbitration."))
    return found
