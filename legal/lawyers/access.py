"""Whose page is asked for: one's own profile, a firm one speaks for."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from legal.lawyers.models import Firm, Lawyer
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

View = Callable[..., HttpResponse]
HOME: Final = "practice:home"


def private(view: View) -> View:
    """A page for who is signed in, of which nobody keeps a copy."""
    return never_cache(login_required(view))


def profile_of(user: User) -> Lawyer | None:
    """Somebody's own profile, if they have one."""
    return Lawyer.objects.filter(user=user).select_related("jurisdiction", "firm").first()


def with_profile(view: Callable[[HttpRequest, Lawyer], HttpResponse] | View) -> View:
    """A page about one's own profile; who has none is led to where one can be begun."""

    def opened(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        lawyer = profile_of(acting(request))
        return redirect(HOME) if lawyer is None else _seen(request, view, lawyer, *args, **named)

    return private(opened)


def with_firm(view: View) -> View:
    """A page about a firm one speaks for; Http404 about any other."""

    def opened(request: HttpRequest, slug: str, *args: object, **named: object) -> HttpResponse:
        mine = Firm.objects.administered_by(acting(request)).select_related("jurisdiction")
        firm = mine.filter(slug=slug).first()
        if firm is None:
            raise Http404(_("There is no such firm among those you speak for."))
        return _seen(request, view, firm, *args, **named)

    return private(opened)


def _seen(request: HttpRequest, view: View, *args: object, **named: object) -> HttpResponse:
    """The page; where what it is about was discarded or handed on meanwhile, that is said on the way out."""
    try:
        return view(request, *args, **named)
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(HOME)
