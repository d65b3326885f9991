"""Whose page is asked for, and in which enterprise: one query a request, however often it is asked."""

from collections.abc import Callable
from typing import Final

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from enterprises.models import Membership
from enterprises.policies import Right

View = Callable[..., HttpResponse]
# Where the session keeps the key of the enterprise somebody works for.
CURRENT: Final = "enterprise"
_KEPT: Final = "_enterprises_memberships"


def memberships_of(request: HttpRequest) -> list[Membership]:
    """Everything whoever asks is a member of, the newest first."""
    kept: list[Membership] | None = getattr(request, _KEPT, None)
    if kept is None:
        kept = list(Membership.objects.of(request.user)) if request.user.is_authenticated else []
        setattr(request, _KEPT, kept)
    return kept


def membership(request: HttpRequest, key: str, right: Right | None = None) -> Membership:
    """The membership of whoever asks in an enterprise, which it is from now on that they work for.

    Http404 where they have none: whether there is such an enterprise stays unknown. PermissionDenied where their role
    has not this right.
    """
    found = next((one for one in memberships_of(request) if one.enterprise.key == key), None)
    if found is None:
        raise Http404(_("There is no such enterprise among yours."))
    if right is not None and not found.may(right):
        raise PermissionDenied(_("Your role in this enterprise does not allow this."))
    if request.session.get(CURRENT) != key:
        request.session[CURRENT] = key
    return found


def current(request: HttpRequest) -> Membership | None:
    """The membership somebody works under: that of the enterprise looked at last, else the newest."""
    mine = memberships_of(request)
    chosen = request.session.get(CURRENT)
    return next((one for one in mine if one.enterprise.key == chosen), mine[0] if mine else None)


def private(view: View) -> View:
    """A page for who is signed in, of which nobody keeps a copy."""
    return never_cache(login_required(view))
